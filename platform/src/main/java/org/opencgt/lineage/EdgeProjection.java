package org.opencgt.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.opencgt.ledger.Projection;
import org.springframework.stereotype.Component;

/** Writes the edges of entries as they are appended, and takes back those of an entry that is corrected. */
@Component
public final class EdgeProjection implements Projection<Edges> {

    @Override
    public Class<Edges> facts() {
        return Edges.class;
    }

    @Override
    public void write(Connection connection, List<Noted<Edges>> facts) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO lineage (parent, child, position, act) VALUES (?, ?, ?, ?)")) {
            boolean any = false;
            for (Noted<Edges> noted : facts) {
                for (Edges.Edge edge : noted.fact().edges()) {
                    insert.setString(1, edge.parent().toString());
                    insert.setString(2, edge.child().toString());
                    insert.setLong(3, noted.entry().position());
                    insert.setString(4, noted.fact().act());
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) {
                insert.executeBatch();
            }
        }
    }

    /** Takes back the edges of the entry at the position, within the open transaction. */
    public void withdraw(Connection connection, long position) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM lineage WHERE position = ?")) {
            delete.setLong(1, position);
            delete.executeUpdate();
        }
    }
}
