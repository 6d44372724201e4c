package org.opencgt.web.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.identity.Scan;
import org.opencgt.identity.ScanReader;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.vault.Disclosure;
import org.opencgt.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Subjects out of the tables of the ledger. */
@Component
final class StoredSubjects implements SubjectReading {

    /** Those who treat or collect; nobody else needs a name. */
    private static final Set<Role> MAY_SEE_NAMES =
            EnumSet.of(Role.APHERESIS_NURSE, Role.NURSE, Role.DOCTOR, Role.PHARMACIST);

    /** Personal data by which somebody is looked for, as acts name them. */
    private static final List<String> FOUND_BY = List.of("name", "hospitalNumber");

    private static final int REFUSED = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT =
            "select s.ref, s.state, s.version, e.recorded_at from subject s join entry e on e.position = s.position ";

    private final JdbcClient jdbc;
    private final org.opencgt.pipeline.SubjectReading reading;
    private final Ledger ledger;
    private final Entries entries;
    private final ScanReader scans;
    private final Vault vault;

    StoredSubjects(
            JdbcClient jdbc,
            org.opencgt.pipeline.SubjectReading reading,
            Ledger ledger,
            Entries entries,
            ScanReader scans,
            Vault vault) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.ledger = ledger;
        this.entries = entries;
        this.scans = scans;
        this.vault = vault;
    }

    @Override
    public Optional<Standing> find(Ref<?> ref) {
        return Optional.ofNullable(findAll(List.of(ref.toString())).get(ref.toString()));
    }

    @Override
    public Map<String, Standing> findAll(Collection<String> refs) {
        Map<String, Standing> found = new LinkedHashMap<>();
        if (!refs.isEmpty()) {
            jdbc.sql(SELECT + "where s.ref = any (?)")
                    .param(refs.toArray(String[]::new))
                    .query(StoredSubjects::standing)
                    .list()
                    .forEach(s -> found.put(s.ref().toString(), s));
        }
        return found;
    }

    @Override
    public Found list(String kind, Query query) {
        List<Object> parameters = new ArrayList<>(List.of(kind));
        StringBuilder where = new StringBuilder("where s.kind = ? ");
        if (!query.text().isEmpty()) {
            where.append("and (s.ref ilike ? or s.state::text ilike ?) ");
            parameters.add(like(query.text()));
            parameters.add(like(query.text()));
        }
        query.equal().forEach((component, value) -> {
            where.append("and s.state ->> ? = ? ");
            parameters.add(component);
            parameters.add(value);
        });
        long total = jdbc.sql("select count(*) from subject s " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        StringBuilder order = new StringBuilder("order by ");
        switch (query.sort()) {
            case "id" -> order.append("s.ref");
            case "changed" -> order.append("s.position");
            default -> {
                order.append("s.state -> ?");
                parameters.add(query.sort());
            }
        }
        order.append(query.descending() ? " desc nulls last" : " asc nulls last")
                .append(", s.ref limit ? offset ?");
        parameters.add(query.size());
        parameters.add((long) query.page() * query.size());
        return new Found(
                jdbc.sql(SELECT + where + order)
                        .params(parameters)
                        .query(StoredSubjects::standing)
                        .list(),
                total);
    }

    @Override
    public List<Standing> search(String text, @Nullable String kind, int limit, SignedIn reader) {
        List<Standing> found = new ArrayList<>();
        if (reader.holdsAny(List.copyOf(MAY_SEE_NAMES))) {
            byPersonalData(text, kind, new Disclosure(reader.person(), "search"))
                    .forEach(found::add);
        }
        if (scans.read(text) instanceof Scan.OfSubject(Ref<?> ref)
                && (kind == null || ref.kind().equals(kind))
                && found.stream().noneMatch(f -> f.ref().equals(ref))) {
            find(ref).ifPresent(found::add);
        }
        String all = kind == null ? "" : kind;
        jdbc
                .sql(SELECT + """
                        where (? = '' or s.kind = ?) and (s.ref ilike ? or s.state::text ilike ?)
                        order by (s.ref = ? or split_part(s.ref, ':', 2) = ?) desc, s.position desc limit ?
                        """)
                .params(all, all, like(text), like(text), text, text, limit)
                .query(StoredSubjects::standing)
                .list()
                .stream()
                .filter(s -> found.stream().noneMatch(f -> f.ref().equals(s.ref())))
                .forEach(found::add);
        return found;
    }

    private Stream<Standing> byPersonalData(String text, @Nullable String kind, Disclosure disclosure) {
        Set<String> refs = new LinkedHashSet<>();
        for (String field : FOUND_BY) {
            vault.find(field, text, disclosure).forEach(hit -> hit.subject().ifPresent(refs::add));
        }
        return findAll(refs).values().stream()
                .filter(s -> kind == null || s.ref().kind().equals(kind));
    }

    @Override
    public boolean isSameAs(String token, Ref<?> subject, String text) {
        return vault.token(subject, text).token().equals(token);
    }

    @Override
    public Told history(Ref<?> ref, int limit) {
        List<Entry> chain = ledger.historyBefore(ref.toString(), Long.MAX_VALUE, limit + 1);
        boolean more = chain.size() > limit;
        List<ActEntry> all = new ArrayList<>(entries.ofChain(more ? chain.subList(0, limit) : chain));
        long oldest = more ? all.getLast().position() : 0;
        reading.refused(ref, REFUSED).stream()
                .filter(r -> r.entry().position() >= oldest)
                .forEach(r -> all.add(entries.of(r.entry())));
        all.sort(java.util.Comparator.comparingLong(ActEntry::position).reversed());
        return new Told(all, more);
    }

    @Override
    public Optional<String> reveal(String token, SignedIn reader) {
        return reader.holdsAny(List.copyOf(MAY_SEE_NAMES))
                ? vault.reveal(new Personal(token), new Disclosure(reader.person(), "page"))
                : Optional.empty();
    }

    private static Standing standing(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Standing(
                Ref.parse(row.getString(1)),
                (ObjectNode) JSON.readTree(row.getString(2)),
                row.getLong(3),
                row.getTimestamp(4).toInstant());
    }

    private static String like(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
