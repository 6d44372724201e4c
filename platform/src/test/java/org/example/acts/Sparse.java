package org.example.acts;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of which a test says only what matters to it: lists and maps are empty, everything else is absent, zero or false. */
public final class Sparse {

    private Sparse() {}

    public static <R extends Record> R record(Class<R> type, Map<String, Object> given) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> unknown = new HashSet<>(given.keySet());
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            unknown.remove(components[i].getName());
            Object value = given.get(components[i].getName());
            values[i] = value == null ? empty(components[i].getType()) : value;
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type + " has no " + unknown);
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
