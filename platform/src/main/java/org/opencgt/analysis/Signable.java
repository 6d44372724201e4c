package org.opencgt.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opencgt.act.Ref;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a finished run the act {@code analysis.sign}, for somebody to sign. */
public final class Signable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Signable() {}

    /**
     * The act's data.
     *
     * @param tables by option: the table of the ledger that its file was read from
     * @param result JSON of the run
     */
    public static ObjectNode act(
            Verb verb, Asked asked, Map<String, LedgerTables.Name> tables, String title, String result) {
        ObjectNode act = JSON.createObjectNode();
        plan(tables.values().stream()).ifPresent(plan -> act.put("plan", plan));
        act.put("title", title)
                .put("area", verb.area())
                .put("verb", verb.name())
                .put("engine", Rerun.engine())
                .put("result", result.strip());
        ArrayNode options = act.putArray("options");
        sorted(asked.values().entrySet(), verb).forEach(entry -> {
            ObjectNode option = options.addObject().put("name", option(verb, entry.getKey()));
            ArrayNode values = option.putArray("values");
            entry.getValue().forEach(values::add);
        });
        ArrayNode data = act.putArray("data");
        sorted(asked.files().entrySet(), verb).forEach(entry -> {
            ObjectNode file = data.addObject()
                    .put("option", option(verb, entry.getKey()))
                    .put(
                            "name",
                            entry.getValue().name().isEmpty()
                                    ? "-"
                                    : entry.getValue().name())
                    .put("text", new String(entry.getValue().content(), java.nio.charset.StandardCharsets.UTF_8));
            LedgerTables.Name table = tables.get(entry.getKey());
            if (table != null) {
                file.put("table", table.toString());
            }
        });
        return act;
    }

    private static <T> List<Map.Entry<String, T>> sorted(java.util.Set<Map.Entry<String, T>> entries, Verb verb) {
        List<Map.Entry<String, T>> list = new ArrayList<>(entries);
        list.sort(Comparator.comparing(entry -> option(verb, entry.getKey())));
        return list;
    }

    private static String option(Verb verb, String name) {
        return verb.parameter(name).map(Parameter::option).orElse(name);
    }

    /** The plan whose tables were read; empty if none were, or of several plans. */
    private static java.util.Optional<String> plan(Stream<LedgerTables.Name> tables) {
        List<String> plans =
                tables.map(name -> name.subject().split("/", 2)[0]).distinct().toList();
        return plans.size() == 1
                ? java.util.Optional.of(Ref.parse(plans.getFirst()).toString())
                : java.util.Optional.empty();
    }
}
