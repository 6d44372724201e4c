package org.opencgt.pipeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.RecordReader;
import org.opencgt.act.RecordWriter;
import org.opencgt.act.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry says and its signers sign: {@code {act, justifications, lateReason, performedAt, type}}.
 *
 * @param justifications reasons by clause
 */
record Content(
        ActDeclaration type,
        Act act,
        Instant performedAt,
        @Nullable String lateReason,
        Map<String, String> justifications) {

    private static final JsonMapper JSON = JsonMapper.shared();

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("act", RecordWriter.write((Record) act));
        if (!justifications.isEmpty()) {
            ObjectNode reasons = json.putObject("justifications");
            justifications.forEach(reasons::put);
        }
        if (lateReason != null) {
            json.put("lateReason", lateReason);
        }
        json.put("performedAt", performedAt.toString());
        json.put("type", type.name());
        return json;
    }

    /** Reads what {@link #json()} wrote. */
    static Content parse(String text, Vocabulary vocabulary) {
        JsonNode json = JSON.readTree(text);
        String name = json.required("type").stringValue();
        ActDeclaration type = vocabulary
                .act(name)
                .orElseThrow(() -> new IllegalStateException("the ledger holds an act of unknown type " + name));
        java.util.LinkedHashMap<String, String> reasons = new java.util.LinkedHashMap<>();
        if (json.has("justifications")) {
            json.get("justifications")
                    .properties()
                    .forEach(e -> reasons.put(e.getKey(), e.getValue().stringValue()));
        }
        return new Content(
                type,
                RecordReader.read(type.shape(), json.required("act")),
                Instant.parse(json.required("performedAt").stringValue()),
                json.has("lateReason") ? json.get("lateReason").stringValue() : null,
                reasons);
    }
}
