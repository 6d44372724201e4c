package org.opencgt.science.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An analysis, as told to programs.
 *
 * @param area e.g. {@code dose}
 * @param name e.g. {@code simulate}
 * @param about one sentence for people
 * @param threaded whether it can use several threads
 */
public record Verb(String area, String name, String about, List<Parameter> parameters, boolean threaded) {

    public Verb {
        parameters = List.copyOf(parameters);
    }

    /** The parameter by its option, its option without dashes, or its name in JSON. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(p -> p.option().equals(name)
                        || p.option().substring(2).equals(name)
                        || p.property().equals(name))
                .findFirst();
    }
}
