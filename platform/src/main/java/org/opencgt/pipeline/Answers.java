package org.opencgt.pipeline;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.gate.Verdict;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Header;
import org.opencgt.ledger.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as JSON: what REST and the command line give, and what a repeated request gets again. */
public final class Answers {

    private Answers() {}

    /** {@code {status: 201, body: {entry, verdict, made}}}. */
    static String accepted(Entry entry, Judgement judgement) {
        return Json.MAPPER.writeValueAsString(stored(201, accepted(entry, judgement.verdict(), judgement.made())));
    }

    static String blocked(Entry entry, Judgement judgement) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("entry", entry(entry));
        body.set("verdict", judgement.verdict().json());
        return Json.MAPPER.writeValueAsString(stored(409, body));
    }

    /** {@code {entry, verdict, made}}. */
    public static ObjectNode accepted(Entry entry, Verdict verdict, List<Ref<?>> made) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("entry", entry(entry));
        body.set("verdict", verdict.json());
        ArrayNode refs = body.putArray("made");
        made.forEach(ref -> refs.add(ref.toString()));
        return body;
    }

    /** An entry with its header and content. */
    public static ObjectNode entry(Entry entry) {
        Header header = entry.head();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", entry.id());
        json.put("position", entry.position());
        json.put("type", entry.type());
        json.put("performer", entry.performer());
        json.put("performedAt", entry.performedAt().toString());
        json.put("recordedAt", entry.recordedAt().toString());
        json.put("leaf", entry.leaf().hex());
        ArrayNode subjects = json.putArray("subjects");
        for (Link link : header.subjects()) {
            subjects.addObject().put("ref", link.ref()).put("version", link.version());
        }
        json.set("signatures", Json.MAPPER.readTree(header.signatures()));
        json.set("content", Json.MAPPER.readTree(entry.content()));
        return json;
    }

    private static JsonNode stored(int status, JsonNode body) {
        ObjectNode stored = Json.MAPPER.createObjectNode();
        stored.put("status", status);
        stored.set("body", body);
        return stored;
    }
}
