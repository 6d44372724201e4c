package org.opencgt.act;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Bilingual;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import tools.jackson.databind.JsonNode;

/**
 * Reads a record from JSON by its {@link Shape}: types, units, bounds, choices, unknown and missing fields. All faults are
 * found in one pass, each with its path.
 */
public final class RecordReader {

    /** The most significant digits that a number keeps in canonical JSON (RFC 8785 writes numbers as doubles). */
    static final int SIGNIFICANT_DIGITS = 15;

    /** After so many faults the rest is counted, not told. */
    static final int MOST_FAULTS = 100;

    /** Most characters of a name that the input chooses, in a mapping. */
    static final int NAME = 200;

    /** What becomes of personal data in the input: the vault's token for it. */
    public interface PersonalData {

        /** Keeps {@code plain} and returns its token; a token comes back as it is. */
        Personal keep(String path, String plain);

        /** The same; equal texts of one subject have equal tokens. */
        default Personal keep(String path, String plain, Ref<?> subject) {
            return keep(path, plain);
        }
    }

    private final PersonalData personal;
    private final List<Fault> faults = new ArrayList<>();
    private int wrong;

    private RecordReader(PersonalData personal) {
        this.personal = personal;
    }

    /**
     * @throws InvalidAct with every fault of the input
     */
    public static <R> R read(Shape.Structure shape, JsonNode json, PersonalData personal) {
        RecordReader reader = new RecordReader(personal);
        Object value = reader.structure(shape, json, "");
        if (reader.wrong > 0 || value == null) {
            throw new InvalidAct(reader.faults);
        }
        @SuppressWarnings("unchecked") // the shape was read off the record that it makes
        R result = (R) value;
        return result;
    }

    /** Reads what {@link RecordWriter} wrote: personal data are tokens already. */
    public static <R> R read(Shape.Structure shape, JsonNode json) {
        return read(shape, json, (path, token) -> new Personal(token));
    }

    private @Nullable Object structure(Shape.Structure shape, JsonNode json, String path) {
        if (!json.isObject()) {
            return fault(path, "object");
        }
        int before = wrong;
        for (String name : json.propertyNames()) {
            if (shape.field(name).isEmpty()) {
                fault(
                        join(path, shown(name)),
                        "unknown",
                        String.join(
                                ", ", shape.fields().stream().map(Field::name).toList()));
            }
        }
        @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(shape, shape.fields().get(i), json, path);
        }
        return wrong > before ? null : construct(shape, values, path);
    }

    private @Nullable Object component(Shape.Structure shape, Field field, JsonNode json, String path) {
        String at = join(path, field.name());
        JsonNode value = json.get(field.name());
        if (value == null || value.isNull()) {
            if (field.optional()) {
                return null;
            }
            if (field.shape() instanceof Shape.Listing && value == null) {
                return List.of();
            }
            if (field.shape() instanceof Shape.Mapping && value == null) {
                return Map.of();
            }
            return fault(at, "missing");
        }
        if (field.shape() instanceof Shape.Private(String whose) && !whose.isEmpty()) {
            return personal(value, subject(shape, whose, json), at);
        }
        return value(field.shape(), value, at);
    }

    private @Nullable Personal personal(JsonNode json, @Nullable Ref<?> subject, String path) {
        String plain = text(json, path, 200, false);
        if (plain == null) {
            return null;
        }
        return subject == null ? personal.keep(path, plain) : personal.keep(path, plain, subject);
    }

    /** The subject that the component refers to; null where it is absent or wrong, which is told there. */
    private static @Nullable Ref<?> subject(Shape.Structure shape, String component, JsonNode json) {
        JsonNode value = json.path(component);
        if (!value.isString()
                || !(shape.field(component).orElseThrow().shape() instanceof Shape.Reference(String kind))) {
            return null;
        }
        try {
            return reference(kind, value.stringValue().strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Ref<?> reference(String kind, String text) {
        return text.indexOf(':') < 0 && !kind.isEmpty() ? new Ref<>(kind, text) : Ref.parse(text);
    }

    private @Nullable Object value(Shape shape, JsonNode json, String path) {
        return switch (shape) {
            case Shape.Reference(String kind) -> reference(kind, json, path);
            case Shape.Words words -> words(words, json, path);
            case Shape.Decimal(var unit, var min, var max) -> decimal(unit, min, max, json, path);
            case Shape.Whole whole -> whole(whole, json, path);
            case Shape.Truth() -> json.isBoolean() ? (Object) json.booleanValue() : fault(path, "truth");
            case Shape.Moment() -> moment(json, path);
            case Shape.Day() -> time(json, path, "day", LocalDate::parse);
            case Shape.Span() -> time(json, path, "span", Duration::parse);
            case Shape.Choice choice -> choice(choice, json, path);
            case Shape.Private p -> personal(json, null, path);
            case Shape.Structure structure -> structure(structure, json, path);
            case Shape.Listing(Shape element) -> listing(element, json, path);
            case Shape.Mapping(Shape element) -> mapping(element, json, path);
        };
    }

    private @Nullable Object reference(String kind, JsonNode json, String path) {
        if (!json.isString()) {
            return fault(path, "reference", kind);
        }
        try {
            Ref<?> ref = reference(kind, json.stringValue().strip());
            return kind.isEmpty() || ref.kind().equals(kind) ? ref : fault(path, "kind", kind, ref.kind());
        } catch (IllegalArgumentException e) {
            return fault(path, "reference", kind);
        }
    }

    private @Nullable Object words(Shape.Words shape, JsonNode json, String path) {
        String text = text(json, path, shape.max(), shape.lines());
        if (text != null && !shape.pattern().isEmpty() && !text.matches(shape.pattern())) {
            return fault(path, "pattern", shape.pattern());
        }
        return text;
    }

    private @Nullable String text(JsonNode json, String path, int max, boolean lines) {
        if (!json.isString()) {
            fault(path, "text");
            return null;
        }
        String text = json.stringValue().strip();
        Optional<Fault> odd = checkText(text, path, max, lines);
        odd.ifPresent(this::note);
        return odd.isPresent() ? null : text;
    }

    /** What is wrong with a text of several lines that is no component of a record. */
    public static Optional<Fault> checkText(String text, String path, int max) {
        return checkText(text.strip(), path, max, true);
    }

    private static Optional<Fault> checkText(String text, String path, int max, boolean lines) {
        if (text.isEmpty()) {
            return Optional.of(Fault.at(path, "missing"));
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of(Fault.at(path, "long", max));
        }
        boolean odd = text.chars()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t' || c == '\r')));
        return odd || !java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? Optional.of(Fault.at(path, "control"))
                : Optional.empty();
    }

    private @Nullable BigDecimal decimal(
            @Nullable String unit, @Nullable BigDecimal min, @Nullable BigDecimal max, JsonNode json, String path) {
        JsonNode number = json;
        if (json.isObject()) {
            JsonNode given = json.get("unit");
            JsonNode inner = json.get("value");
            if (given == null || !given.isString() || inner == null) {
                fault(path, "number");
                return null;
            }
            if (!given.stringValue().equals(unit)) {
                fault(path, "unit", unit == null ? "1" : unit, given.stringValue());
                return null;
            }
            number = inner;
        }
        if (!number.isNumber()) {
            fault(path, "number");
            return null;
        }
        BigDecimal value = number.decimalValue();
        if (value.stripTrailingZeros().precision() > SIGNIFICANT_DIGITS || Math.abs((long) value.scale()) > 300) {
            fault(path, "digits", SIGNIFICANT_DIGITS);
            return null;
        }
        if (min != null && value.compareTo(min) < 0 || max != null && value.compareTo(max) > 0) {
            fault(
                    path,
                    "range",
                    min == null ? "−∞" : min.toPlainString(),
                    max == null ? "∞" : max.toPlainString(),
                    unit == null ? "" : unit);
            return null;
        }
        return value;
    }

    private @Nullable Object whole(Shape.Whole shape, JsonNode json, String path) {
        BigDecimal value = decimal(shape.unit(), shape.min(), shape.max(), json, path);
        if (value == null) {
            return null;
        }
        try {
            return shape.wide() ? (Object) value.longValueExact() : (Object) value.intValueExact();
        } catch (ArithmeticException e) {
            return fault(path, "whole");
        }
    }

    private @Nullable Object moment(JsonNode json, String path) {
        return time(json, path, "moment", text -> {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        });
    }

    private interface Parse {
        Object parse(String text);
    }

    private @Nullable Object time(JsonNode json, String path, String code, Parse parse) {
        if (!json.isString()) {
            return fault(path, code);
        }
        try {
            return parse.parse(json.stringValue().strip());
        } catch (DateTimeException e) {
            return fault(path, code);
        }
    }

    private @Nullable Object choice(Shape.Choice shape, JsonNode json, String path) {
        Optional<? extends Enum<?>> found = json.isString()
                ? java.util.Arrays.stream(shape.type().getEnumConstants())
                        .filter(c -> Shapes.word(c).equals(json.stringValue().strip()))
                        .findFirst()
                : Optional.empty();
        return found.isPresent() ? found.get() : fault(path, "choice", String.join(", ", shape.options()));
    }

    private @Nullable Object listing(Shape element, JsonNode json, String path) {
        if (!json.isArray()) {
            return fault(path, "array");
        }
        List<Object> values = new ArrayList<>();
        int i = 0;
        for (JsonNode item : json) {
            Object value =
                    item.isNull() ? fault(path + "[" + i + "]", "missing") : value(element, item, path + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
            i++;
        }
        return List.copyOf(values);
    }

    private @Nullable Object mapping(Shape element, JsonNode json, String path) {
        if (!json.isObject()) {
            return fault(path, "object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<Fault> odd = checkText(entry.getKey(), path, NAME, false);
            if (odd.isPresent()) {
                note(odd.get());
                continue;
            }
            Object value = value(element, entry.getValue(), join(path, entry.getKey()));
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return java.util.Collections.unmodifiableMap(values);
    }

    private @Nullable Object construct(Shape.Structure shape, @Nullable Object[] values, String path) {
        try {
            Class<?>[] types = shape.fields().stream()
                    .map(f -> f.accessor().getReturnType())
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = shape.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            switch (e.getTargetException()) {
                case Impossible impossible -> note(impossible.at(path));
                case BadInput bad -> note(Fault.at(path, "refused", both(bad)));
                case IllegalArgumentException refused ->
                    note(Fault.at(path, "refused", String.valueOf(refused.getMessage())));
                default -> throw new IllegalStateException(shape.type() + " cannot be made", e);
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(shape.type() + " cannot be made", e);
        }
    }

    /** What an engine of the numeric library says. */
    private static Bilingual both(BadInput bad) {
        return new Bilingual(bad.fault().text(Language.ENGLISH), bad.fault().text(Language.CHINESE));
    }

    private @Nullable Object fault(String path, String code, Object... parameters) {
        note(Fault.at(path, code, parameters));
        return null;
    }

    private void note(Fault fault) {
        wrong++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** A name from the input in a path: short, and nothing that cannot be shown. */
    private static String shown(String name) {
        String start = name.length() > NAME ? name.substring(0, NAME) + "…" : name;
        return checkText(start, "", Integer.MAX_VALUE, false).isPresent()
                ? start.replaceAll("\\p{C}", "\uFFFD")
                : start;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
