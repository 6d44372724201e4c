package org.opencgt.web.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.guideline.Guidelines;
import org.opencgt.language.Bilingual;
import org.opencgt.lineage.Lineage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The packs, and what became of their clauses for a subject: the last time that each was judged. */
@Component
final class GuidelineBook implements GuidelineReading {

    /** Entries looked at for one status. */
    private static final int MOST = 5_000;

    private final PackReading book;
    private final Lineage lineage;
    private final JdbcClient jdbc;
    private final Entries entries;
    private final org.opencgt.obligation.DueWork work;

    GuidelineBook(
            Guidelines guidelines,
            Lineage lineage,
            JdbcClient jdbc,
            Entries entries,
            org.opencgt.obligation.DueWork work) {
        this.book = new PackReading(guidelines);
        this.lineage = lineage;
        this.jdbc = jdbc;
        this.entries = entries;
        this.work = work;
    }

    @Override
    public List<Pack> packs() {
        return book.packs();
    }

    @Override
    public List<Clause> clauses() {
        return book.clauses();
    }

    @Override
    public Optional<Clause> clause(String id) {
        return book.clause(id);
    }

    private record Judged(
            Status status, String entry, @Nullable Bilingual message) {}

    @Override
    public List<ClauseStatus> status(Ref<?> subject) {
        Set<String> refs = family(subject);
        Map<String, Judged> judged = new HashMap<>();
        jdbc.sql("""
                        select distinct position from (
                            select position from entry_subject where ref = any (:refs)
                            union all select position from refusal where ref = any (:refs)) p
                        order by position desc limit :most
                        """)
                .param("refs", refs.toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> row.getLong(1))
                .list()
                .forEach(position -> entries.at(position).ifPresent(e -> note(e, judged)));
        Set<String> due = work.openFor(refs.stream().map(GuidelineBook::ref).toList()).stream()
                .map(org.opencgt.obligation.Obligation::clause)
                .collect(Collectors.toSet());
        List<ClauseStatus> all = new ArrayList<>();
        for (Clause clause : book.clauses()) {
            Judged last = judged.get(clause.id());
            if (due.contains(clause.id())) {
                all.add(new ClauseStatus(clause, Status.DUE, last == null ? null : last.entry, null));
            } else if (last != null) {
                all.add(new ClauseStatus(clause, last.status, last.entry, last.message));
            } else {
                all.add(new ClauseStatus(
                        clause, clause.mechanism().equals("none") ? Status.NOT_SERVED : Status.NOT_YET, null, null));
            }
        }
        return all;
    }

    private static Ref<?> ref(String text) {
        return Ref.parse(text);
    }

    private static void note(ActEntry entry, Map<String, Judged> judged) {
        if (entry.verdict() == null) {
            return;
        }
        for (Judgement.Finding finding : entry.verdict().findings()) {
            Status status = switch (finding.result()) {
                case HOLDS -> Status.MET;
                case FAILS -> finding.justification() == null ? Status.NOT_MET : Status.MET;
                case UNKNOWN -> Status.UNKNOWN;
            };
            judged.putIfAbsent(
                    finding.clause(), new Judged(status, entry.id(), status == Status.MET ? null : finding.message()));
        }
    }

    /** The subject, its lineage, and whatever names it as its product, study or site. */
    private Set<String> family(Ref<?> subject) {
        Set<String> refs = new TreeSet<>();
        lineage.trace(subject, Lineage.Direction.BOTH, Lineage.ANY_DEPTH).nodes().stream()
                .limit(MOST)
                .forEach(r -> refs.add(r.toString()));
        refs.addAll(jdbc.sql("""
                        select ref from subject
                        where state ->> 'product' = ? or state ->> 'study' = ? or state ->> 'site' = ? or state ->> 'batch' = ?
                        limit ?
                        """)
                .params(subject.toString(), subject.toString(), subject.toString(), subject.toString(), MOST)
                .query(String.class)
                .list());
        return refs;
    }
}
