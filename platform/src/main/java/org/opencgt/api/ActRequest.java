package org.opencgt.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The body of a request to perform an act. Either the act's JSON alone: performed now, signed by the caller. Or {@code {act,
 * performedAt, lateReason, justifications: {clause: reason}, signatures: [{person, password, meaning}]}}, where {@code signatures}
 * are those of further signers, in order; their {@code meaning} may be left out.
 */
record ActRequest(
        JsonNode act,
        @Nullable Instant performedAt,
        @Nullable String lateReason,
        Map<String, String> justifications,
        List<Further> further) {

    private static final List<String> MEMBERS =
            List.of("act", "performedAt", "lateReason", "justifications", "signatures");
    private static final List<String> SIGNATURE = List.of("person", "password", "meaning");

    /** Somebody who signs with the caller. */
    record Further(
            Ref<Person> person,
            @Nullable String password,
            @Nullable String meaning) {

        /** Without the password, so that it can stand in a log. */
        @Override
        public String toString() {
            return "Further[" + person + "]";
        }
    }

    /**
     * @throws InvalidAct with every fault of what stands beside the act
     */
    static ActRequest read(JsonNode body) {
        if (!body.path("act").isObject()) {
            return new ActRequest(body, null, null, Map.of(), List.of());
        }
        Reader reader = new Reader();
        ActRequest request = reader.read(body);
        if (!reader.faults.isEmpty()) {
            throw new InvalidAct(reader.faults);
        }
        return request;
    }

    private static final class Reader {

        private final List<Fault> faults = new ArrayList<>();

        private ActRequest read(JsonNode body) {
            only(body, MEMBERS, "");
            return new ActRequest(
                    body.get("act"),
                    time(text(body, "performedAt", "performedAt")),
                    text(body, "lateReason", "lateReason"),
                    justifications(body.path("justifications")),
                    signatures(body.path("signatures")));
        }

        private void only(JsonNode json, List<String> members, String path) {
            for (String name : json.propertyNames()) {
                if (!members.contains(name)) {
                    faults.add(Fault.at(
                            path.isEmpty() ? shown(name) : path + "." + shown(name),
                            "unknown",
                            String.join(", ", members)));
                    return;
                }
            }
        }

        private static String shown(String name) {
            return (name.length() > 100 ? name.substring(0, 100) + "…" : name).replaceAll("\\p{C}", "\uFFFD");
        }

        private @Nullable String text(JsonNode owner, String name, String path) {
            JsonNode value = owner.path(name);
            if (value instanceof MissingNode || value.isNull()) {
                return null;
            }
            if (!value.isString()) {
                faults.add(Fault.at(path, "text"));
                return null;
            }
            return value.stringValue();
        }

        private @Nullable Instant time(@Nullable String text) {
            try {
                return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeException e) {
                faults.add(Fault.at("performedAt", "moment"));
                return null;
            }
        }

        private Map<String, String> justifications(JsonNode json) {
            Map<String, String> reasons = new LinkedHashMap<>();
            if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
                faults.add(Fault.at("justifications", "object"));
            }
            for (Map.Entry<String, JsonNode> reason : json.properties()) {
                if (reason.getValue().isString()) {
                    reasons.put(reason.getKey(), reason.getValue().stringValue());
                } else {
                    faults.add(Fault.at("justifications." + shown(reason.getKey()), "text"));
                }
            }
            return reasons;
        }

        private List<Further> signatures(JsonNode json) {
            List<Further> signatures = new ArrayList<>();
            if (!json.isArray() && !json.isMissingNode() && !json.isNull()) {
                faults.add(Fault.at("signatures", "array"));
                return signatures;
            }
            for (int i = 0; i < json.size(); i++) {
                Further further = signature(json.get(i), "signatures[" + i + "]");
                if (further == null) {
                    return signatures;
                }
                signatures.add(further);
            }
            return signatures;
        }

        private @Nullable Further signature(JsonNode json, String path) {
            if (!json.isObject()) {
                faults.add(Fault.at(path, "object"));
                return null;
            }
            only(json, SIGNATURE, path);
            String person = text(json, "person", path + ".person");
            if (person == null) {
                faults.add(Fault.at(path + ".person", "missing"));
                return null;
            }
            try {
                String id = person.startsWith("person:") ? person.substring("person:".length()) : person;
                return new Further(
                        new Ref<>("person", id),
                        text(json, "password", path + ".password"),
                        text(json, "meaning", path + ".meaning"));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.at(path + ".person", "reference", "person"));
                return null;
            }
        }
    }
}
