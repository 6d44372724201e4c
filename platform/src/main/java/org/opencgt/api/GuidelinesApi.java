package org.opencgt.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Rule;
import org.opencgt.pipeline.StatusReading;
import org.opencgt.pipeline.SubjectReading;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guideline packs and their clauses. */
@RestController
@RequestMapping("/api/guidelines")
class GuidelinesApi {

    private final Guidelines guidelines;
    private final StatusReading status;
    private final SubjectReading subjects;
    private final Problems problems;
    private final Clock clock;

    GuidelinesApi(
            Guidelines guidelines, StatusReading status, SubjectReading subjects, Problems problems, Clock clock) {
        this.clock = clock;
        this.guidelines = guidelines;
        this.status = status;
        this.subjects = subjects;
        this.problems = problems;
    }

    /** A pack with its clauses in short. */
    record PackInShort(
            String pack, String version, String document, String issuer, String status, List<ClauseInShort> clauses) {}

    /** A clause in short. */
    record ClauseInShort(
            String clause,
            String number,
            String title,
            String capability,
            List<String> kind,
            String strength,
            String mechanism,
            List<String> acts,
            int examples) {}

    /** A clause in full. */
    record ClauseInFull(ClauseInShort clause, String text, String scope, List<RuleShown> rules) {}

    /**
     * A rule.
     *
     * @param require the condition of a gate, as in the pack
     */
    record RuleShown(
            String mechanism,
            List<String> acts,
            String decidedBy,
            @Nullable String applies,
            @Nullable String require,
            @Nullable String message,
            int examples) {}

    /**
     * How a subject stands to a clause.
     *
     * @param status due, held, lifted, failed, never_asked, answered, not_adopted, not_served or not_applicable
     * @param held how often it held
     * @param failed how often it did not
     * @param act the type of the act in which it was asked last
     * @param entry that act's entry in the ledger
     */
    record ClauseStatus(
            String clause,
            String pack,
            String title,
            String strength,
            String mechanism,
            String status,
            int held,
            int failed,
            @Nullable String act,
            @Nullable Instant performedAt,
            @Nullable String entry) {}

    /** Every clause with its status for a product, study, site or batch. */
    @GetMapping("/status")
    List<ClauseStatus> status(@RequestParam String subject, Caller caller, Locale locale) {
        Ref<? extends Subject> ref = SubjectsApi.ref(subject, "subject");
        subjects.now(ref).ifPresent(found -> caller.requireReach(ref, found.state()));
        return status.of(ref).stream()
                .map(line -> {
                    Clause clause = line.clause();
                    GuidelineStatus.Judged last = line.last();
                    return new ClauseStatus(
                            clause.id(),
                            clause.pack(),
                            clause.title().in(locale),
                            clause.strength().word(),
                            clause.mechanism().word(),
                            line.standing().word(),
                            line.held(),
                            line.failed(),
                            last == null ? null : last.type(),
                            last == null ? null : last.performedAt(),
                            last == null ? null : last.entry());
                })
                .toList();
    }

    /** Every pack in the version that counts now. */
    @GetMapping
    List<PackInShort> packs(Locale locale) {
        return guidelines.at(clock.instant()).stream()
                .map(pack -> new PackInShort(
                        pack.id(),
                        pack.version(),
                        pack.document().in(locale),
                        pack.issuer().in(locale),
                        pack.status().in(locale),
                        pack.clauses().stream().map(c -> inShort(c, locale)).toList()))
                .toList();
    }

    @GetMapping("/{clause}")
    ResponseEntity<?> clause(@PathVariable String clause, Locale locale) {
        return guidelines
                .clause(clause)
                .<ResponseEntity<?>>map(c -> ResponseEntity.ok(new ClauseInFull(
                        inShort(c, locale),
                        c.text().in(locale),
                        c.scope(),
                        c.rules().stream().map(r -> shown(r, locale)).toList())))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("no-such-clause", locale, clause)));
    }

    private static ClauseInShort inShort(Clause clause, Locale locale) {
        return new ClauseInShort(
                clause.id(),
                clause.number(),
                clause.title().in(locale),
                clause.capability(),
                clause.kinds(),
                clause.strength().word(),
                clause.mechanism().word(),
                clause.acts(),
                clause.examples());
    }

    private static RuleShown shown(Rule rule, Locale locale) {
        Rule.@Nullable Condition condition = switch (rule) {
            case Rule.GateRule gate -> gate.condition();
            case Rule.EvidenceRule evidence -> evidence.condition();
            default -> null;
        };
        Rule.Condition.@Nullable Compiled compiled = condition == null
                ? null
                : condition.byAct().values().stream().findFirst().orElse(null);
        return new RuleShown(
                rule.mechanism().word(),
                rule.acts(),
                rule.decidedBy().word(),
                compiled == null || compiled.applies() == null
                        ? null
                        : compiled.applies().toString(),
                compiled == null ? null : compiled.require().toString(),
                condition == null ? null : condition.message().in(locale),
                rule.examples().size());
    }
}
