package org.opencgt.act;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A component of an act or a state.
 *
 * @param name as in Java, JSON, forms and gate expressions
 * @param optional whether it may be absent
 * @param part what a reference is to the act; {@link Part#DATA} for everything else
 */
public record Field(String name, Shape shape, boolean optional, Part part, Method accessor) {

    /** What a component is to its act. */
    public enum Part {
        DATA,
        CONCERNS,
        USES,
        INTO,
        MAKES
    }

    /** The component's value in a record of the declaring type. */
    public @Nullable Object of(Object owner) {
        return invoke(owner);
    }

    /** The same of a component or a derived fact, which may look at states to which the record refers. */
    public @Nullable Object of(Object owner, States states) {
        return accessor.getParameterCount() == 0 ? invoke(owner) : invoke(owner, states);
    }

    private @Nullable Object invoke(Object owner, Object... arguments) {
        try {
            return accessor.invoke(owner, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(accessor + " failed", e.getCause());
        }
    }
}
