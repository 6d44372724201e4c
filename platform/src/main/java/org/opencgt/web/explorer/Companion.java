package org.opencgt.web.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;

/** A second analysis that a page runs beside the one asked for, since people look at both together. */
public enum Companion {
    /** The decision table of the design that was simulated or asked for a decision. */
    DECISION_TABLE {
        @Override
        public Optional<Started> of(Verb verb, Asked asked, BiFunction<String, String, Optional<Verb>> known) {
            if (!verb.area().equals("dose") || !List.of("simulate", "decide").contains(verb.name())) {
                return Optional.empty();
            }
            return known.apply("dose", "table").map(table -> {
                Map<String, List<String>> values = new HashMap<>();
                asked.values().forEach((name, given) -> {
                    if (table.parameter(name).isPresent()) {
                        values.put(name, given);
                    }
                });
                Map<String, Asked.TextFile> files = new HashMap<>(asked.files());
                files.keySet().removeIf(name -> table.parameter(name).isEmpty());
                if (verb.name().equals("decide")) {
                    asked(asked).ifPresent(outcome -> {
                        values.put("cohort", List.of(outcome.n() % USUAL_COHORT == 0 ? "3" : "1"));
                        values.put("maxN", List.of(Integer.toString(Math.max(USUAL_PATIENTS, outcome.n()))));
                    });
                } else {
                    int most = number(asked, "cohort", USUAL_COHORT) * number(asked, "cohorts", USUAL_COHORTS);
                    values.put("maxN", List.of(Integer.toString(Math.min(MOST_PATIENTS, most))));
                }
                return new Started(table, new Asked(values, files));
            });
        }
    },
    /** The parameters of all subjects summarised. */
    SUMMARY {
        @Override
        public Optional<Started> of(Verb verb, Asked asked, BiFunction<String, String, Optional<Verb>> known) {
            if (!verb.area().equals("ck")
                    || !verb.name().equals("nca")
                    || asked.values().containsKey("summary")) {
                return Optional.empty();
            }
            Map<String, List<String>> values = new HashMap<>(asked.values());
            values.put("summary", List.of());
            return Optional.of(new Started(verb, new Asked(values, asked.files())));
        }
    };

    private static final int USUAL_COHORT = 3;
    private static final int USUAL_COHORTS = 10;
    private static final int USUAL_PATIENTS = 30;

    /** A wider table is read by nobody. */
    private static final int MOST_PATIENTS = 60;

    private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

    /** An analysis and what it is asked. */
    public record Started(Verb verb, Asked asked) {}

    /**
     * The companion of an analysis; empty if it needs none.
     *
     * @param known the analysis of an area and a name
     */
    public abstract Optional<Started> of(Verb verb, Asked asked, BiFunction<String, String, Optional<Verb>> known);

    /** The outcome at the current dose that {@code dose decide} is asked about; empty if it is none. */
    public static Optional<DecisionGrid.Outcome> asked(Asked asked) {
        int current = number(asked, "current", 0);
        Optional<Integer> n = at(asked, "n", current);
        Optional<Integer> dlt = at(asked, "dlt", current);
        return n.isEmpty() || dlt.isEmpty()
                ? Optional.empty()
                : Optional.of(new DecisionGrid.Outcome(
                        n.get(), dlt.get(), at(asked, "responses", current).orElse(0)));
    }

    private static Optional<Integer> at(Asked asked, String name, int dose) {
        List<String> counts = asked.values().getOrDefault(name, List.of()).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::strip)
                .toList();
        return dose < 1
                        || dose > counts.size()
                        || !WHOLE.matcher(counts.get(dose - 1)).matches()
                ? Optional.empty()
                : Optional.of(Integer.valueOf(counts.get(dose - 1)));
    }

    private static int number(Asked asked, String name, int otherwise) {
        return asked.values().getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(WHOLE.asMatchPredicate())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(otherwise);
    }
}
