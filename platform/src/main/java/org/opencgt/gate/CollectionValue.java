package org.opencgt.gate;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.List;
import java.util.Optional;

/**
 * A list or a map on its way into an expression. The engine converts what it does not know to be its own, item by item, each
 * time an expression names it; all our items are its own already, and in this wrapping it takes them as they are.
 */
@SuppressWarnings("Immutable") // nobody changes the collections of an evaluation
final class CollectionValue extends CelValue implements SelectableValue<String> {

    private final Object collection;

    private CollectionValue(Object collection) {
        this.collection = collection;
    }

    /** Wraps lists and maps, and nothing else. */
    static Object of(Object value) {
        return value instanceof List || value instanceof FactMap ? new CollectionValue(value) : value;
    }

    @Override
    public Object select(String key) {
        return find(key).orElseGet(() -> new AbsentValue(map().path(key)));
    }

    @Override
    public Optional<Object> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    private FactMap map() {
        if (collection instanceof FactMap map) {
            return map;
        }
        throw new IllegalArgumentException("a list has no names");
    }

    @Override
    public Object value() {
        return collection;
    }

    @Override
    public boolean isZeroValue() {
        return collection instanceof List<?> list ? list.isEmpty() : map().isEmpty();
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }
}
