package org.opencgt.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opencgt.language.Bilingual;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a gate decides about an act, rule by rule.
 *
 * @param outcome follows from the findings: the gravest of them
 * @param findings of every rule that applies, blocking ones first, then by clause
 */
public record Verdict(Outcome outcome, List<Finding> findings) {

    /** From the best to the gravest. */
    public enum Outcome {
        ACCEPTED,
        /** Every recommendation that does not hold is lifted by a justification. */
        ACCEPTED_WITH_JUSTIFICATION,
        /** Nothing blocks, but recommendations that do not hold want a justification first. */
        NEEDS_JUSTIFICATION,
        BLOCKED;

        /** Whether the act may be appended. */
        public boolean accepted() {
            return this == ACCEPTED || this == ACCEPTED_WITH_JUSTIFICATION;
        }

        /** As written in JSON and in scenarios. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where no rule has anything to say. */
    public static final Verdict ACCEPTED = of(List.of());

    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict of(List<Finding> findings) {
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(Finding::outcome).reversed().thenComparing(Finding::clause))
                .toList();
        return new Verdict(
                sorted.isEmpty() ? Outcome.ACCEPTED : sorted.getFirst().outcome(), sorted);
    }

    public boolean accepted() {
        return outcome.accepted();
    }

    /** The findings that keep the act from being appended. */
    public List<Finding> obstacles() {
        return findings.stream().filter(f -> !f.outcome().accepted()).toList();
    }

    /**
     * As stored in the ledger and answered by REST: {@code {outcome, packs, held, notAdopted, findings}}; rules that held and
     * rules not adopted only by their clauses, everything else in full. Empty parts are left out.
     */
    public ObjectNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode verdict = json.objectNode();
        verdict.put("outcome", outcome.word());
        Map<String, String> packs = new TreeMap<>();
        TreeSet<String> held = new TreeSet<>();
        TreeSet<String> notAdopted = new TreeSet<>();
        ArrayNode others = json.arrayNode();
        for (Finding finding : findings) {
            packs.put(finding.pack(), finding.packVersion());
            switch (finding.result()) {
                case HOLDS -> held.add(finding.clause());
                case NOT_ADOPTED -> notAdopted.add(finding.clause());
                case FAILS, UNKNOWN, ERROR, LIFTED -> others.add(json(finding));
            }
        }
        if (!packs.isEmpty()) {
            ObjectNode versions = verdict.putObject("packs");
            packs.forEach(versions::put);
        }
        list(verdict, "held", held);
        list(verdict, "notAdopted", notAdopted);
        if (!others.isEmpty()) {
            verdict.set("findings", others);
        }
        return verdict;
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("clause", finding.clause());
        json.put("pack", finding.pack());
        json.put("strength", finding.strength().word());
        json.put("result", finding.result().name().toLowerCase(Locale.ROOT));
        list(json, "missing", finding.missing());
        if (finding.error() != null) {
            json.put("error", finding.error());
        }
        json.set("title", json(finding.title()));
        json.set("message", json(finding.message()));
        if (finding.subject() != null) {
            json.put("subject", finding.subject().toString());
        }
        if (finding.justification() != null) {
            json.put("justification", finding.justification());
        }
        return json;
    }

    private static ObjectNode json(Bilingual text) {
        return JsonNodeFactory.instance.objectNode().put("en", text.en()).put("zh", text.zh());
    }

    private static void list(ObjectNode owner, String name, Iterable<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        if (!array.isEmpty()) {
            owner.set(name, array);
        }
    }
}
