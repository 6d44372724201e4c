package org.opencgt.gate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import tools.jackson.databind.JsonNode;

/**
 * Expressions over an example: only the facts that it names are there, everything else is absent. An object stands for a
 * record or for the subject that is referred to; a text stands for a reference of which nothing but itself is known. A name
 * that no record has, or a value of the wrong type, is a fault, so that examples can't rot.
 */
public final class Given extends Evaluation {

    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, List<OpenObligation>> obligations = new HashMap<>();
    private final Map<String, List<String>> ancestors = new HashMap<>();
    private final Map<String, List<String>> descendants = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Given(Types types) {
        super(types);
    }

    /** An example for a rule about an act. */
    public static Given act(Language language, ActDeclaration act, JsonNode given) {
        Given example = new Given(language.types());
        example.readAct(language, act, given);
        return example;
    }

    /** An example for an expression about a product. */
    public static Given product(Language language, JsonNode given) {
        Given example = new Given(language.types());
        for (Map.Entry<String, JsonNode> entry : example.members(given, "given")) {
            if (entry.getKey().equals("product")) {
                example.put("product", new Shape.Reference("product"), entry.getValue());
            } else {
                example.fault(entry.getKey(), "unknown name; expected product");
            }
        }
        return example;
    }

    /** What is wrong with the example; empty where it can be used. */
    public List<String> faults() {
        return faults;
    }

    private void readAct(Language language, ActDeclaration act, JsonNode given) {
        Map<String, Shape> references = new LinkedHashMap<>();
        for (Field field : Types.references(act)) {
            references.put(field.name(), field.shape());
        }
        String person = language.vocabulary().subject("person").isPresent() ? "person" : "";
        for (Map.Entry<String, JsonNode> entry : members(given, "given")) {
            String name = entry.getKey();
            JsonNode json = entry.getValue();
            Shape reference = references.get(name);
            if (reference != null) {
                put(name, reference, json);
                continue;
            }
            switch (name) {
                case "act" -> record(name, types().record(act.type()), json);
                case "after" -> record(name, types().after(act), json);
                case "actor" -> put(name, new Shape.Reference(person), json);
                case "signers" -> put(name, new Shape.Listing(new Shape.Reference(person)), json);
                case "now", "recorded" -> put(name, new Shape.Moment(), json);
                case "obligations" -> readObligations(json);
                case "ancestors" -> readLineage(json, name, ancestors);
                case "descendants" -> readLineage(json, name, descendants);
                default ->
                    fault(
                            name,
                            "unknown name; expected act, after, actor, signers, now, recorded, obligations, ancestors,"
                                    + " descendants or one of " + references.keySet());
            }
        }
        shareReferences(act, references);
    }

    /** A reference that is given only within the act is known at the top level too, and the other way round. */
    private void shareReferences(ActDeclaration act, Map<String, Shape> references) {
        RecordValue given = (RecordValue) variables.get("act");
        for (String name : references.keySet()) {
            Object inner = given == null ? null : given.read(name);
            if (inner != null) {
                variables.putIfAbsent(name, inner);
            }
        }
        Layout layout = types().record(act.type());
        variables.put("act", new RecordValue(layout, "act", (slot, path) -> {
            Object inner = given == null ? null : given.read(slot.name());
            return inner == null && references.containsKey(slot.name()) ? variables.get(slot.name()) : inner;
        }));
    }

    private void put(String name, Shape shape, JsonNode json) {
        Object value = value(shape, json, name);
        if (value != null) {
            variables.put(name, value);
        }
    }

    private void record(String name, Layout layout, JsonNode json) {
        Object value = record(layout, json, name);
        if (value != null) {
            variables.put(name, value);
        }
    }

    private void readObligations(JsonNode json) {
        for (Map.Entry<String, JsonNode> entry : members(json, "obligations")) {
            List<OpenObligation> open = new ArrayList<>();
            for (JsonNode item : entry.getValue()) {
                String at = "obligations." + entry.getKey();
                Object clause = value(TEXT, item.path("clause"), at + ".clause");
                Object name = value(TEXT, item.path("name"), at + ".name");
                Object due = value(new Shape.Moment(), item.path("due"), at + ".due");
                if (clause != null && name != null && due != null) {
                    open.add(new OpenObligation((String) clause, (String) name, (Instant) due));
                }
            }
            obligations.put(entry.getKey(), open);
        }
    }

    private void readLineage(JsonNode json, String name, Map<String, List<String>> into) {
        for (Map.Entry<String, JsonNode> entry : members(json, name)) {
            List<String> refs = new ArrayList<>();
            for (JsonNode item : entry.getValue()) {
                Object ref = value(TEXT, item, name + "." + entry.getKey());
                if (ref != null) {
                    refs.add((String) ref);
                }
            }
            into.put(entry.getKey(), refs);
        }
    }

    private static final Shape.Words TEXT = new Shape.Words(Integer.MAX_VALUE, true, "");

    private Iterable<Map.Entry<String, JsonNode>> members(JsonNode json, String path) {
        if (!json.isObject()) {
            fault(path, "expected an object");
            return List.of();
        }
        return json.properties();
    }

    private @Nullable Object record(Layout layout, JsonNode json, String path) {
        if (!json.isObject()) {
            return fault(path, "expected an object of " + layout.name());
        }
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Layout.Slot slot = layout.slot(entry.getKey());
            String at = path + "." + entry.getKey();
            if (slot == null) {
                fault(
                        at,
                        "unknown name; " + layout.name() + " has "
                                + String.join(
                                        ", ",
                                        layout.slots().stream()
                                                .map(Layout.Slot::name)
                                                .toList()));
            } else if (!entry.getValue().isNull()) {
                Object value = value(slot.shape(), entry.getValue(), at);
                if (value != null) {
                    values.put(slot.name(), value);
                }
            }
        }
        return new RecordValue(layout, path, (slot, at) -> values.get(slot.name()));
    }

    private @Nullable Object subject(String kind, JsonNode json, String path) {
        Layout layout = types().state(kind);
        if (json.isObject()) {
            return record(layout, json, path);
        }
        if (!json.isString()) {
            return fault(path, "expected an object of " + layout.name() + " or a reference");
        }
        String text = json.stringValue();
        try {
            Ref<?> ref = Ref.parse(text);
            if (!kind.isEmpty() && !ref.kind().equals(kind)) {
                return fault(path, "expected a reference to a " + kind + ", not " + text);
            }
            return new RecordValue(layout, path, (slot, at) -> switch (slot.name()) {
                case Layout.REF -> text;
                case Layout.KIND -> slot.field() == null ? ref.kind() : null;
                default -> null;
            });
        } catch (IllegalArgumentException e) {
            return fault(path, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object value(Shape shape, JsonNode json, String path) {
        return switch (shape) {
            case Shape.Reference(String kind) -> subject(kind, json, path);
            case Shape.Words w -> json.isString() ? json.stringValue() : fault(path, "expected a text");
            case Shape.Private p -> json.isString() ? json.stringValue() : fault(path, "expected a text");
            case Shape.Truth t ->
                json.isBoolean() ? (Object) json.booleanValue() : fault(path, "expected true or false");
            case Shape.Decimal d -> json.isNumber() ? (Object) json.doubleValue() : fault(path, "expected a number");
            case Shape.Whole w ->
                json.isIntegralNumber() ? (Object) json.longValue() : fault(path, "expected a whole number");
            case Shape.Moment m ->
                time(json, path, text -> OffsetDateTime.parse(text).toInstant());
            case Shape.Day d ->
                time(
                        json,
                        path,
                        text -> LocalDate.parse(text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
            case Shape.Span s -> time(json, path, Duration::parse);
            case Shape.Choice choice ->
                json.isString() && choice.options().contains(json.stringValue())
                        ? json.stringValue()
                        : fault(path, "expected one of " + String.join(", ", choice.options()));
            case Shape.Structure structure -> record(types().record(structure.type()), json, path);
            case Shape.Listing(Shape element) -> listing(element, json, path);
            case Shape.Mapping(Shape element) -> mapping(element, json, path);
        };
    }

    private @Nullable Object listing(Shape element, JsonNode json, String path) {
        if (!json.isArray()) {
            return fault(path, "expected a list");
        }
        List<Object> values = new ArrayList<>();
        int i = 0;
        for (JsonNode item : json) {
            Object value = value(element, item, path + "[" + i++ + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object mapping(Shape element, JsonNode json, String path) {
        if (!json.isObject()) {
            return fault(path, "expected an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Object value = value(element, entry.getValue(), path + "[\"" + entry.getKey() + "\"]");
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return new FactMap(values, path);
    }

    private interface Parse {
        Object parse(String text);
    }

    private @Nullable Object time(JsonNode json, String path, Parse parse) {
        if (!json.isString()) {
            return fault(path, "expected a time, a day or a duration in ISO 8601");
        }
        try {
            return parse.parse(json.stringValue());
        } catch (DateTimeException e) {
            return fault(path, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object fault(String path, String message) {
        faults.add(path + ": " + message);
        return null;
    }

    @Override
    @Nullable
    Object variable(String name) {
        return variables.get(name);
    }

    @Override
    List<OpenObligation> openFor(RecordValue subject) {
        return said(obligations, subject, "obligations");
    }

    @Override
    Collection<String> above(RecordValue subject) {
        return said(ancestors, subject, "ancestors");
    }

    @Override
    Collection<String> below(RecordValue subject) {
        return said(descendants, subject, "descendants");
    }

    /** Examples name a subject by its reference or by how the expression reaches it. */
    private static <V> V said(Map<String, V> about, RecordValue subject, String what) {
        String ref = subject.ref();
        V value = ref == null ? null : about.get(ref);
        if (value == null) {
            value = about.get(subject.path());
        }
        if (value == null && subject.path().startsWith("act.")) {
            value = about.get(subject.path().substring("act.".length()));
        }
        if (value == null) {
            throw new MissingFact(what + "(" + subject.path() + ")");
        }
        return value;
    }
}
