package org.opencgt.gate;

import com.google.common.collect.ImmutableMap;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of a record in an expression; knows how it was reached, so that a missing key can be named. */
final class FactMap extends AbstractMap<String, Object> {

    private final ImmutableMap<String, Object> values;

    private final String path;

    FactMap(Map<String, Object> values, String path) {
        this.values = ImmutableMap.copyOf(values);
        this.path = path;
    }

    String path(Object key) {
        return path + "[\"" + key + "\"]";
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key == null ? null : values.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return values.entrySet();
    }
}
