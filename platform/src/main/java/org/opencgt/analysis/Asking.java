package org.opencgt.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an analysis is asked in JSON, where a file may be a table of the ledger: {@code {"table": "concentrations", "subject":
 * "pharmacology-plan:YP26-000001-7/qpcr"}} in place of its text. Options that name the table's columns are then set, if they are
 * not given.
 *
 * @param tables the tables that were read, by option
 */
public record Asking(Asked asked, Map<String, LedgerTables.Name> tables) {

    public Asking {
        tables = Map.copyOf(tables);
    }

    /**
     * Reads it.
     *
     * @throws NotAskable if a value is of a kind that its option does not take, or there is no such table
     */
    public static Asking of(Verb verb, JsonNode given, LedgerTables ledger) {
        if (!given.isObject()) {
            throw new NotAskable("", "object");
        }
        Map<String, LedgerTables.Name> tables = new LinkedHashMap<>();
        Map<String, Asked.TextFile> files = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        ObjectNode rest = JsonMapper.shared().createObjectNode();
        given.properties().forEach(property -> {
            Parameter parameter = verb.parameter(property.getKey())
                    .filter(p -> p.form() == Parameter.Form.FILE)
                    .orElse(null);
            if (parameter == null || !property.getValue().isObject()) {
                rest.set(property.getKey(), property.getValue());
                return;
            }
            LedgerTables.Name name =
                    new LedgerTables.Name(text(property.getValue(), "table"), text(property.getValue(), "subject"));
            files.put(parameter.property(), ledger.read(verb, parameter.property(), name));
            tables.put(parameter.property(), name);
            ledger.find(name.table()).ifPresent(table -> settings.putAll(table.settings(verb)));
        });
        settings.forEach((option, value) -> {
            if (verb.parameter(option).isPresent() && !rest.has(option)) {
                rest.put(option, value);
            }
        });
        Asked asked = GivenValues.of(verb, rest);
        Map<String, Asked.TextFile> all = new LinkedHashMap<>(asked.files());
        all.putAll(files);
        return new Asking(new Asked(asked.values(), all), tables);
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isString() ? "" : value.stringValue();
    }
}
