package org.opencgt.api;

import java.util.List;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of what an analysis can be asked. */
final class AnalysisSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnalysisSchema() {}

    static ObjectNode of(Verb verb) {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", verb.area() + " " + verb.name())
                .put("description", verb.about())
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (Parameter parameter : verb.parameters()) {
            properties.set(parameter.property(), property(parameter));
            if (parameter.required()) {
                required.add(parameter.property());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode property(Parameter parameter) {
        ObjectNode property = JSON.createObjectNode();
        if (parameter.many()) {
            // one value, several, or several in one text as on the command line
            property.putArray("type").add("array").add("string").add("number");
            property.set("items", value(parameter));
        } else {
            property.setAll(value(parameter));
        }
        property.put("description", parameter.about());
        if (parameter.usual() != null && !parameter.many()) {
            switch (parameter.form()) {
                case INTEGER -> property.put("default", Long.parseLong(parameter.usual()));
                case NUMBER, FRACTION -> property.put("default", Double.parseDouble(parameter.usual()));
                default -> property.put("default", parameter.usual());
            }
        }
        return property;
    }

    private static ObjectNode value(Parameter parameter) {
        ObjectNode value = JSON.createObjectNode();
        switch (parameter.form()) {
            case FLAG -> value.put("type", "boolean");
            case INTEGER -> value.put("type", "integer");
            case NUMBER -> value.put("type", "number");
            case FRACTION -> value.putArray("type").add("number").add("string"); // 0.3 or "30%"
            case CHOICE -> {
                value.put("type", "string");
                ArrayNode words = value.putArray("enum");
                List.copyOf(parameter.choices()).forEach(words::add);
            }
            case TEXT -> value.putArray("type").add("string").add("number");
            case FILE -> { // its text, or a table of the ledger by name and subject
                ArrayNode either = value.putArray("anyOf");
                either.addObject().put("type", "string").put("contentMediaType", "text/csv");
                ObjectNode table = either.addObject().put("type", "object");
                ObjectNode named = table.putObject("properties");
                named.putObject("table").put("type", "string");
                named.putObject("subject").put("type", "string");
                table.putArray("required").add("table").add("subject");
                table.put("additionalProperties", false);
            }
        }
        return value;
    }
}
