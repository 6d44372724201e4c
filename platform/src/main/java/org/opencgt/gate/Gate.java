package org.opencgt.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Judges an act by every rule of its gate, in one snapshot. Which packs judge it, says its {@link Jurisdiction}. */
public final class Gate {

    private final Language language;
    private final Map<String, List<Check>> checks;

    /**
     * @param checks by act type
     */
    public Gate(Language language, Map<String, List<Check>> checks) {
        this.language = language;
        Map<String, List<Check>> copy = new HashMap<>();
        checks.forEach((act, list) -> copy.put(act, List.copyOf(list)));
        this.checks = Map.copyOf(copy);
    }

    public Verdict evaluate(Situation situation) {
        List<Check> gate = checks.getOrDefault(situation.declaration().name(), List.of());
        if (gate.isEmpty()) {
            return Verdict.ACCEPTED;
        }
        SituationEvaluation evaluation = new SituationEvaluation(language.types(), situation);
        Jurisdiction jurisdiction = new Jurisdiction(language, situation);
        List<Finding> findings = new ArrayList<>();
        for (Check check : gate) {
            if (!jurisdiction.judges(check.pack())) {
                continue;
            }
            if (check.strength() == Strength.MAY && !jurisdiction.adopts(check.clause())) {
                findings.add(finding(check, situation, Finding.Result.NOT_ADOPTED, List.of(), null));
                continue;
            }
            Finding finding = evaluate(check, evaluation, situation);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return Verdict.of(findings);
    }

    /**
     * How the gate stands before any of the act's data are given: the rules that do not hold whatever is filled in, and those that
     * lack a fact. Rules that hold already, and those of which it is open whether they apply, are left out.
     */
    public List<Finding> foresee(Prospect prospect) {
        return foresee(prospect, pack -> pack.countsAt(prospect.now())).stream()
                .flatMap(foreseen -> switch (foreseen.standing()) {
                    case FAILS -> Stream.of(finding(foreseen, prospect, Finding.Result.FAILS));
                    case UNKNOWN -> Stream.of(finding(foreseen, prospect, Finding.Result.UNKNOWN));
                    case ERROR -> Stream.of(finding(foreseen, prospect, Finding.Result.ERROR));
                    case HOLDS, NOT_APPLICABLE, NOT_ADOPTED, APPLICATION_OPEN -> Stream.empty();
                })
                .toList();
    }

    /**
     * What every rule of the gate says before any of the act's data are given.
     *
     * @param counting the versions of packs that are taken to be in force
     */
    public List<Foreseen> foresee(Prospect prospect, Predicate<PackInForce> counting) {
        List<Check> gate = checks.getOrDefault(prospect.declaration().name(), List.of());
        if (gate.isEmpty()) {
            return List.of();
        }
        ProspectEvaluation evaluation = new ProspectEvaluation(language.types(), prospect);
        Jurisdiction jurisdiction = new Jurisdiction(language, prospect, counting);
        return gate.stream()
                .filter(check -> jurisdiction.judges(check.pack()))
                .map(check -> foresee(check, jurisdiction, evaluation))
                .toList();
    }

    private static Foreseen foresee(Check check, Jurisdiction jurisdiction, ProspectEvaluation evaluation) {
        if (check.strength() == Strength.MAY && !jurisdiction.adopts(check.clause())) {
            return Foreseen.of(check, Foreseen.Standing.NOT_ADOPTED);
        }
        Answer applies =
                check.applies() == null ? new Answer.Is(true) : check.applies().evaluate(evaluation);
        if (!applies.isTrue()) {
            return applies instanceof Answer.Missing(List<String> facts)
                    ? new Foreseen(check, Foreseen.Standing.APPLICATION_OPEN, facts, null)
                    : Foreseen.of(
                            check,
                            applies.isFalse() ? Foreseen.Standing.NOT_APPLICABLE : Foreseen.Standing.APPLICATION_OPEN);
        }
        return switch (check.require().evaluate(evaluation)) {
            case Answer.Is is when is.isTrue() -> Foreseen.of(check, Foreseen.Standing.HOLDS);
            case Answer.Is is -> Foreseen.of(check, Foreseen.Standing.FAILS);
            case Answer.Missing(List<String> facts) -> new Foreseen(check, Foreseen.Standing.UNKNOWN, facts, null);
            case Answer.Broken(String why) -> new Foreseen(check, Foreseen.Standing.ERROR, List.of(), why);
        };
    }

    private static Finding finding(Foreseen foreseen, Prospect prospect, Finding.Result result) {
        Check check = foreseen.check();
        return new Finding(
                check.clause(),
                check.pack().id(),
                check.pack().version(),
                check.strength(),
                result,
                foreseen.missing(),
                foreseen.error(),
                check.title(),
                check.message(),
                prospect.subject(),
                null);
    }

    /** What the rule says; null where it does not apply. */
    private static @Nullable Finding evaluate(Check check, SituationEvaluation evaluation, Situation situation) {
        Answer applies =
                check.applies() == null ? new Answer.Is(true) : check.applies().evaluate(evaluation);
        if (applies.isFalse()) {
            return null;
        }
        Answer answer = applies.isTrue() ? check.require().evaluate(evaluation) : applies;
        return switch (answer) {
            case Answer.Is is when is.isTrue() -> finding(check, situation, Finding.Result.HOLDS, List.of(), null);
            case Answer.Is is -> failing(check, situation, Finding.Result.FAILS, List.of());
            case Answer.Missing(List<String> facts) -> failing(check, situation, Finding.Result.UNKNOWN, facts);
            case Answer.Broken(String why) -> finding(check, situation, Finding.Result.ERROR, List.of(), why);
        };
    }

    /** A recommendation that does not hold is lifted by the justification that was given for its clause. */
    private static Finding failing(Check check, Situation situation, Finding.Result result, List<String> missing) {
        String reason = situation.justifications().get(check.clause());
        boolean lifted = check.strength() == Strength.SHOULD && reason != null && !reason.isBlank();
        return new Finding(
                check.clause(),
                check.pack().id(),
                check.pack().version(),
                check.strength(),
                lifted ? Finding.Result.LIFTED : result,
                missing,
                null,
                check.title(),
                check.message(),
                subject(check, situation),
                lifted ? reason : null);
    }

    private static Finding finding(
            Check check, Situation situation, Finding.Result result, List<String> missing, @Nullable String error) {
        return new Finding(
                check.clause(),
                check.pack().id(),
                check.pack().version(),
                check.strength(),
                result,
                missing,
                error,
                check.title(),
                check.message(),
                subject(check, situation),
                null);
    }

    /** The first of the act's subjects that the rule reads, or else the first that the act names. */
    private static @Nullable Ref<? extends Subject> subject(Check check, Situation situation) {
        Ref<? extends Subject> first = null;
        List<String> reads = check.require().reads();
        Ref<? extends Subject> best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Field field : Types.references(situation.declaration())) {
            List<Ref<? extends Subject>> named = ActDeclaration.references(field, situation.act());
            if (named.isEmpty()) {
                continue;
            }
            first = first == null ? named.getFirst() : first;
            int rank = reads.indexOf(field.name());
            if (rank >= 0 && rank < bestRank) {
                bestRank = rank;
                best = named.getFirst();
            }
        }
        return best == null ? first : best;
    }
}
