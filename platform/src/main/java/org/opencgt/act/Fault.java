package org.opencgt.act;

import java.util.List;

/**
 * One thing that is wrong with an input: where, and what. Texts in both languages under {@code fault.<code>}.
 *
 * @param path of the field, as in {@code readings[3].temperature}; empty for the whole
 * @param code names the fault
 * @param parameters fill its text
 */
public record Fault(String path, String code, List<Object> parameters) {

    public Fault {
        parameters = List.copyOf(parameters);
    }

    public static Fault at(String path, String code, Object... parameters) {
        return new Fault(path, code, List.of(parameters));
    }
}
