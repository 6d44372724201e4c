package org.opencgt.obligation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads due work, the earliest due first. */
@Component
public final class DueWork {

    private static final String SELECT = "SELECT id, pack, clause, name, subject, site, roles, number, opened_by,"
            + " opened_at, due_at, until_at, missing, fulfilled_by, fulfilled_at FROM obligation ";
    private static final String OPEN = "fulfilled_at IS NULL ";
    private static final String ORDER = " ORDER BY due_at, id ";

    private final JdbcClient database;

    public DueWork(JdbcClient database) {
        this.database = database;
    }

    /** Whatever was ever due for the subject, fulfilled or not. */
    public List<Obligation> of(Ref<? extends Subject> subject) {
        return database.sql(SELECT + "WHERE subject = ?" + ORDER)
                .param(subject.toString())
                .query(DueWork::obligation)
                .list();
    }

    /** What is open for any of the subjects. */
    public List<Obligation> openFor(Collection<? extends Ref<? extends Subject>> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return database.sql(SELECT + "WHERE " + OPEN + "AND subject = ANY (?)" + ORDER)
                .param(subjects.stream().map(Ref::toString).toArray(String[]::new))
                .query(DueWork::obligation)
                .list();
    }

    /**
     * What is open for somebody with these roles at a site; work of no known site is everybody's.
     *
     * @param before only what is due before; to see what is overdue, now; to see what is due soon, soon
     * @param limit most rows
     */
    public List<Obligation> openFor(Collection<Role> roles, Ref<? extends Subject> site, Instant before, int limit) {
        return database.sql(SELECT + "WHERE " + OPEN
                        + "AND (site = ? OR site IS NULL) AND roles && ?::text[] AND due_at < ?" + ORDER + "LIMIT ?")
                .param(site.toString())
                .param(roles.stream().map(Role::name).toArray(String[]::new))
                .param(time(before))
                .param(limit)
                .query(DueWork::obligation)
                .list();
    }

    /** What is open at the site, whoever does it. */
    public List<Obligation> openAt(Ref<? extends Subject> site, Instant before, int limit) {
        return database.sql(SELECT + "WHERE " + OPEN + "AND site = ? AND due_at < ?" + ORDER + "LIMIT ?")
                .param(site.toString())
                .param(time(before))
                .param(limit)
                .query(DueWork::obligation)
                .list();
    }

    /** What was due before the time and is still open, everywhere. */
    public List<Obligation> overdue(Instant time, int limit) {
        return database.sql(SELECT + "WHERE " + OPEN + "AND due_at < ?" + ORDER + "LIMIT ?")
                .param(time(time))
                .param(limit)
                .query(DueWork::obligation)
                .list();
    }

    /** What falls due between the times, everywhere. */
    public List<Obligation> soon(Instant from, Instant to, int limit) {
        return database.sql(SELECT + "WHERE " + OPEN + "AND due_at >= ? AND due_at < ?" + ORDER + "LIMIT ?")
                .param(time(from))
                .param(time(to))
                .param(limit)
                .query(DueWork::obligation)
                .list();
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Obligation obligation(ResultSet row, int number) throws SQLException {
        String site = row.getString("site");
        String entry = row.getString("fulfilled_by");
        Instant at = time(row, "fulfilled_at");
        return new Obligation(
                row.getString("id"),
                row.getString("pack"),
                row.getString("clause"),
                row.getString("name"),
                Ref.parse(row.getString("subject")),
                site == null ? null : Ref.parse(site),
                texts(row.getArray("roles")).stream().map(Role::valueOf).toList(),
                row.getInt("number"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                time(row, "until_at"),
                texts(row.getArray("missing")),
                entry == null || at == null ? null : new Obligation.Fulfilment(entry, at));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
