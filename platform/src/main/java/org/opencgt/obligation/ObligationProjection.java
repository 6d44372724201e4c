package org.opencgt.obligation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Role;
import org.opencgt.ledger.Projection;
import org.springframework.stereotype.Component;

/** Writes what entries open and fulfil, in the transaction that appends them. */
@Component
public final class ObligationProjection implements Projection<Changes> {

    @Override
    public Class<Changes> facts() {
        return Changes.class;
    }

    @Override
    public void write(Connection connection, List<Noted<Changes>> facts) throws SQLException {
        for (Noted<Changes> noted : facts) {
            fulfil(connection, noted.fact().fulfilled());
            open(connection, noted.fact().opened());
        }
    }

    private static void fulfil(Connection connection, List<Changes.Fulfilled> fulfilled) throws SQLException {
        if (fulfilled.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE obligation SET fulfilled_by = ?, fulfilled_at = ? WHERE id = ? AND fulfilled_by IS NULL")) {
            for (Changes.Fulfilled one : fulfilled) {
                update.setString(1, one.entry());
                update.setObject(2, time(one.at()));
                update.setString(3, one.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void open(Connection connection, List<Obligation> opened) throws SQLException {
        if (opened.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO obligation (id, pack, clause, name, subject, site, roles, number, opened_by, opened_at, due_at,"
                        + " until_at, missing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Obligation o : opened) {
                insert.setString(1, o.id());
                insert.setString(2, o.pack());
                insert.setString(3, o.clause());
                insert.setString(4, o.name());
                insert.setString(5, o.subject().toString());
                insert.setString(6, o.site() == null ? null : o.site().toString());
                insert.setArray(
                        7,
                        connection.createArrayOf(
                                "text", o.by().stream().map(Role::name).toArray()));
                insert.setInt(8, o.number());
                insert.setString(9, o.openedBy());
                insert.setObject(10, time(o.openedAt()));
                insert.setObject(11, time(o.due()));
                insert.setObject(12, time(o.until()));
                insert.setArray(13, connection.createArrayOf("text", o.missing().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
