package org.opencgt.web.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Rule;
import org.opencgt.language.Bilingual;
import org.opencgt.obligation.Obligation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Due work with the words of the rules that ask for it. */
@Component
final class OwedWork implements DueWork {

    /** How far ahead work is shown as coming. */
    private static final Duration AHEAD = Duration.ofDays(30);

    private final org.opencgt.obligation.DueWork work;
    private final Guidelines guidelines;
    private final Entries entries;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwedWork(
            org.opencgt.obligation.DueWork work, Guidelines guidelines, Entries entries, JdbcClient jdbc, Clock clock) {
        this.work = work;
        this.guidelines = guidelines;
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Due> mine(SignedIn who, int limit) {
        return work.openFor(who.roles(), Ref.parse(who.site()), clock.instant().plus(AHEAD), limit).stream()
                .map(this::due)
                .toList();
    }

    @Override
    public List<Due> of(Ref<?> subject) {
        return work.openFor(List.of(subject)).stream().map(this::due).toList();
    }

    @Override
    public List<ActEntry> refused(SignedIn who, int limit) {
        // refused attempts of the people of the same site
        return jdbc.sql("""
                        select distinct r.position from refusal r join subject p on p.ref = r.performer
                        where p.state ->> 'site' = ? order by r.position desc limit ?
                        """).params(who.site(), limit).query((row, number) -> row.getLong(1)).list().stream()
                .flatMap(position -> entries.at(position).stream())
                .toList();
    }

    private Due due(Obligation obligation) {
        Clause clause = guidelines.clause(obligation.clause()).orElse(null);
        Rule.ObligationRule rule = clause == null
                ? null
                : clause.rules().stream()
                        .filter(Rule.ObligationRule.class::isInstance)
                        .map(Rule.ObligationRule.class::cast)
                        .filter(r -> r.name().equals(obligation.name()))
                        .findFirst()
                        .orElse(null);
        Bilingual title = rule != null
                ? rule.title()
                : clause != null ? clause.title() : new Bilingual(obligation.name(), obligation.name());
        return new Due(
                obligation.clause(),
                title,
                obligation.subject().toString(),
                obligation.due(),
                obligation.by(),
                rule == null ? List.of() : List.copyOf(rule.fulfils().keySet()));
    }
}
