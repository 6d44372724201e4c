package org.opencgt.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Projection;
import org.springframework.stereotype.Component;

/** Keeps by subject which attempts were refused. */
@Component
final class RefusalProjection implements Projection<RefusedAttempt> {

    @Override
    public Class<RefusedAttempt> facts() {
        return RefusedAttempt.class;
    }

    @Override
    public void write(Connection connection, List<Noted<RefusedAttempt>> facts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into refusal(ref, position, type, performer) values (?, ?, ?, ?)")) {
            for (Noted<RefusedAttempt> noted : facts) {
                for (Ref<?> subject : noted.fact().subjects()) {
                    insert.setString(1, subject.toString());
                    insert.setLong(2, noted.entry().position());
                    insert.setString(3, noted.fact().type());
                    insert.setString(4, noted.fact().performer());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
