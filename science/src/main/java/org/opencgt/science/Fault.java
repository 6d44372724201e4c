package org.opencgt.science;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, or which criterion is not met: a code, and parameters that name the place and the values. A
 * parameter may itself be a {@link TextKey} or a fault.
 */
public record Fault(TextKey code, Map<String, Object> parameters) {

    public Fault {
        parameters = Map.copyOf(parameters);
    }

    public static Fault of(TextKey code) {
        return new Fault(code, Map.of());
    }

    /** The same fault with one more parameter. */
    public Fault with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Fault(code, more);
    }

    /** The innermost code: of the reason, where this fault only adds the place. */
    public String reason() {
        return parameters.get("fault") instanceof Fault inner ? inner.reason() : code.key();
    }

    public String text(Language language) {
        return Messages.text(code, language, parameters);
    }

    public BadInput asException() {
        return asException(null);
    }

    public BadInput asException(@Nullable Throwable cause) {
        return new BadInput(this, cause);
    }
}
