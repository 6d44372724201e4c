package org.opencgt.science;

import java.util.HashMap;
import java.util.Map;

/** Why a result is what it is, for people to read: a sentence in each {@link Language} and what it speaks of. */
public record Explanation(TextKey code, Map<String, Object> parameters) {

    public Explanation {
        parameters = Map.copyOf(parameters);
    }

    public static Explanation of(TextKey code) {
        return new Explanation(code, Map.of());
    }

    /** The same explanation with one more parameter. */
    public Explanation with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Explanation(code, more);
    }

    public String text(Language language) {
        return Messages.text(code, language, parameters);
    }
}
