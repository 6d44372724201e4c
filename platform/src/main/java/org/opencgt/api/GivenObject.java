package org.opencgt.api;

import java.util.Arrays;
import java.util.List;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import tools.jackson.databind.JsonNode;

/** A small JSON object of a request that is no act; each reader throws {@link InvalidAct} at the member that is wrong. */
record GivenObject(JsonNode json) {

    GivenObject(JsonNode json, String... members) {
        this(json);
        if (!json.isObject()) {
            throw new InvalidAct(Fault.at("", "object"));
        }
        List<String> known = Arrays.asList(members);
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new InvalidAct(Fault.at("", "unknown", String.join(", ", known)));
            }
        }
    }

    String text(String name) {
        JsonNode value = member(name);
        if (!value.isString()) {
            throw new InvalidAct(Fault.at(name, "text"));
        }
        return value.stringValue();
    }

    boolean truth(String name, boolean otherwise) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new InvalidAct(Fault.at(name, "truth"));
        }
        return value.booleanValue();
    }

    int whole(String name, int least, int most, String unit) {
        JsonNode value = member(name);
        if (!value.isIntegralNumber()) {
            throw new InvalidAct(Fault.at(name, "whole"));
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw new InvalidAct(Fault.at(name, "range", String.valueOf(least), String.valueOf(most), unit));
        }
        return value.intValue();
    }

    <S extends Subject> Ref<S> reference(String name, String kind) {
        return reference(text(name), kind, name);
    }

    /** Reads {@code kind:identifier} or the identifier alone. */
    static <S extends Subject> Ref<S> reference(String text, String kind, String path) {
        try {
            Ref<S> ref = text.indexOf(':') < 0 ? new Ref<>(kind, text) : Ref.parse(text);
            if (ref.kind().equals(kind)) {
                return ref;
            }
            throw new InvalidAct(Fault.at(path, "kind", kind, ref.kind()));
        } catch (IllegalArgumentException e) {
            throw new InvalidAct(Fault.at(path, "reference", kind));
        }
    }

    private JsonNode member(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new InvalidAct(Fault.at(name, "missing"));
        }
        return value;
    }
}
