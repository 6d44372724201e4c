package org.opencgt.web.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.gate.Expression;
import org.opencgt.guideline.Mechanism;
import org.opencgt.guideline.Pack;
import org.opencgt.language.Bilingual;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The packs as pages show them: in the versions that count at one time, and clauses that only others have. */
final class PackReading {

    private final List<GuidelineReading.Pack> packs;
    private final List<GuidelineReading.Clause> current;
    private final Map<String, GuidelineReading.Clause> clauses = new LinkedHashMap<>();
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(tools.jackson.dataformat.yaml.YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    /**
     * @param all every version
     * @param counting of each pack the one that counts
     */
    PackReading(List<Pack> all, List<Pack> counting) {
        packs = counting.stream()
                .map(p -> new GuidelineReading.Pack(
                        p.id(),
                        p.version(),
                        p.inForce().effective(),
                        p.document(),
                        p.issuer(),
                        p.status(),
                        p.clauses().size(),
                        (int) p.clauses().stream()
                                .filter(c -> c.mechanism() != Mechanism.NONE)
                                .count(),
                        (int) all.stream().filter(v -> v.id().equals(p.id())).count()))
                .toList();
        current = counting.stream()
                .flatMap(p -> p.clauses().stream())
                .map(this::clause)
                .toList();
        all.stream()
                .filter(p -> !counting.contains(p))
                .flatMap(p -> p.clauses().stream())
                .forEach(c -> clauses.put(c.id(), clause(c)));
        current.forEach(c -> clauses.put(c.id(), c));
    }

    List<GuidelineReading.Pack> packs() {
        return packs;
    }

    List<GuidelineReading.Clause> clauses() {
        return current;
    }

    Optional<GuidelineReading.Clause> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    private GuidelineReading.Clause clause(org.opencgt.guideline.Clause clause) {
        return new GuidelineReading.Clause(
                clause.id(),
                clause.pack(),
                clause.number(),
                clause.title(),
                clause.text(),
                clause.strength().word(),
                clause.kinds(),
                clause.capability(),
                clause.mechanism().word(),
                clause.items(),
                clause.rules().stream().map(this::rule).toList());
    }

    private GuidelineReading.Rule rule(org.opencgt.guideline.Rule rule) {
        return switch (rule) {
            case org.opencgt.guideline.Rule.GateRule gate -> condition(rule, gate.condition());
            case org.opencgt.guideline.Rule.EvidenceRule evidence -> condition(rule, evidence.condition());
            case org.opencgt.guideline.Rule.ObligationRule obligation -> {
                var opening = obligation.opens().values().iterator().next();
                yield rule(rule, opening.applies(), opening.due().source(), obligation.title());
            }
            case org.opencgt.guideline.Rule.AnalysisRule analysis ->
                rule(rule, null, analysis.engine(), analysis.about());
            case org.opencgt.guideline.Rule.ProfileRule profile ->
                rule(rule, null, profile.value().source(), null);
        };
    }

    private GuidelineReading.Rule condition(
            org.opencgt.guideline.Rule rule, org.opencgt.guideline.Rule.Condition condition) {
        var compiled = condition.byAct().values().iterator().next();
        return rule(rule, compiled.applies(), compiled.require().source(), condition.message());
    }

    private GuidelineReading.Rule rule(
            org.opencgt.guideline.Rule rule,
            @Nullable Expression applies,
            String expression,
            @Nullable Bilingual message) {
        return new GuidelineReading.Rule(
                rule.mechanism().word(),
                rule.acts(),
                applies == null ? null : applies.source(),
                expression,
                message,
                rule.decidedBy().word(),
                rule.examples().stream()
                        .map(e -> new GuidelineReading.Example(
                                e.expected() == org.opencgt.guideline.Example.Expected.YES
                                        || e.expected() == org.opencgt.guideline.Example.Expected.VALUE
                                        || e.expected() == org.opencgt.guideline.Example.Expected.NOT_APPLICABLE,
                                yaml.writeValueAsString(e.given())))
                        .toList());
    }
}
