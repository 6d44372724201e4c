package org.opencgt.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A verdict as the ledger keeps it.
 *
 * @param packs version by pack
 * @param clauses every clause that was asked, each with the findings of its rules
 */
public record RecordedVerdict(Verdict.Outcome outcome, Map<String, String> packs, Map<String, List<Entry>> clauses) {

    /**
     * @param missing facts that were missing
     * @param justification null unless lifted
     */
    public record Entry(
            Finding.Result result,
            List<String> missing,
            @Nullable String justification) {}

    /**
     * Reads what {@link Verdict#json()} wrote.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static RecordedVerdict read(JsonNode json) {
        Map<String, String> packs = new TreeMap<>();
        json.path("packs")
                .properties()
                .forEach(pack -> packs.put(pack.getKey(), pack.getValue().asString()));
        Map<String, List<Entry>> clauses = new TreeMap<>();
        json.path("held").forEach(clause -> add(clauses, clause, new Entry(Finding.Result.HOLDS, List.of(), null)));
        json.path("notAdopted")
                .forEach(clause -> add(clauses, clause, new Entry(Finding.Result.NOT_ADOPTED, List.of(), null)));
        for (JsonNode finding : json.path("findings")) {
            List<String> missing = new ArrayList<>();
            finding.path("missing").forEach(fact -> missing.add(fact.asString()));
            JsonNode justification = finding.get("justification");
            add(
                    clauses,
                    finding.path("clause"),
                    new Entry(
                            word(Finding.Result.class, finding.path("result")),
                            List.copyOf(missing),
                            justification == null ? null : justification.asString()));
        }
        return new RecordedVerdict(word(Verdict.Outcome.class, json.path("outcome")), packs, clauses);
    }

    private static void add(Map<String, List<Entry>> clauses, JsonNode clause, Entry entry) {
        clauses.computeIfAbsent(clause.asString(), c -> new ArrayList<>()).add(entry);
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode json) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(json.asString("")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a " + type.getSimpleName() + ": " + json));
    }
}
