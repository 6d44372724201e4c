package org.opencgt.act;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Shape} of a record off its declaration. A type that an act or a state cannot hold is refused. */
final class Shapes {

    private static final Map<Class<?>, Shape.Structure> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static Shape.Structure of(Class<? extends Record> type) {
        Shape.Structure known = KNOWN.get(type);
        if (known == null) {
            List<Field> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(field(component));
            }
            known = new Shape.Structure(type, List.copyOf(fields));
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Field field(RecordComponent component) {
        try {
            Shape shape = shape(component, component.getAnnotatedType());
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field(
                    component.getName(), shape, optional(component.getAnnotatedType()), part(component), accessor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    /** The facts that a state derives, by name. */
    static List<Field> derived(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Derived.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(Shapes::derived)
                .toList();
    }

    private static Field derived(Method method) {
        if (method.getParameterCount() > 0
                && !Arrays.equals(method.getParameterTypes(), new Class<?>[] {States.class})) {
            throw new IllegalArgumentException(method + " may have no parameters but states");
        }
        AnnotatedType type = method.getAnnotatedReturnType();
        return new Field(method.getName(), shape(method, type), optional(type), Field.Part.DATA, method);
    }

    private static Field.Part part(RecordComponent component) {
        if (component.isAnnotationPresent(Makes.class)) {
            return Field.Part.MAKES;
        }
        if (component.isAnnotationPresent(Uses.class)) {
            return Field.Part.USES;
        }
        if (component.isAnnotationPresent(Into.class)) {
            return Field.Part.INTO;
        }
        return component.isAnnotationPresent(Concerns.class) ? Field.Part.CONCERNS : Field.Part.DATA;
    }

    private static boolean optional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Shape shape(AnnotatedElement component, AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            AnnotatedType[] arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            if (raw == Ref.class) {
                return new Shape.Reference(kind(arguments[0].getType()));
            }
            if (raw == List.class) {
                return new Shape.Listing(shape(component, arguments[0]));
            }
            if (raw == Map.class && arguments[0].getType() == String.class) {
                return new Shape.Mapping(shape(component, arguments[1]));
            }
            throw new IllegalArgumentException("cannot hold " + type);
        }
        return simple(component, (Class<?>) type);
    }

    @SuppressWarnings("unchecked") // guarded by isEnum and isRecord
    private static Shape simple(AnnotatedElement component, Class<?> type) {
        In in = component.getAnnotation(In.class);
        if (type == BigDecimal.class) {
            return new Shape.Decimal(unit(in), bound(in == null ? "" : in.min()), bound(in == null ? "" : in.max()));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new Shape.Whole(
                    type == long.class || type == Long.class,
                    unit(in),
                    bound(in == null ? "" : in.min()),
                    bound(in == null ? "" : in.max()));
        }
        if (type == String.class) {
            Text text = component.getAnnotation(Text.class);
            return text == null
                    ? new Shape.Words(200, false, "")
                    : new Shape.Words(text.max(), text.lines(), text.pattern());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Truth();
        }
        if (type == Instant.class) {
            return new Shape.Moment();
        }
        if (type == LocalDate.class) {
            return new Shape.Day();
        }
        if (type == Duration.class) {
            return new Shape.Span();
        }
        if (type == Personal.class) {
            Whose whose = component.getAnnotation(Whose.class);
            return new Shape.Private(whose == null ? "" : whose.value());
        }
        if (type.isEnum()) {
            Class<? extends Enum<?>> choice = (Class<? extends Enum<?>>) type;
            return new Shape.Choice(
                    choice,
                    Arrays.stream(choice.getEnumConstants()).map(Shapes::word).toList());
        }
        if (type.isRecord() && type != Ref.class) {
            return of((Class<? extends Record>) type);
        }
        throw new IllegalArgumentException("cannot hold " + type.getName());
    }

    /** A choice's word in JSON and in expressions. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String kind(Type subject) {
        if (subject instanceof Class<?> type && type.isAnnotationPresent(Subject.Kind.class)) {
            return type.getAnnotation(Subject.Kind.class).value();
        }
        if (subject == Subject.class || subject instanceof java.lang.reflect.WildcardType) {
            return "";
        }
        throw new IllegalArgumentException(subject + " is not a kind of subject");
    }

    private static @Nullable String unit(@Nullable In in) {
        return in == null ? null : in.value();
    }

    private static @Nullable BigDecimal bound(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
