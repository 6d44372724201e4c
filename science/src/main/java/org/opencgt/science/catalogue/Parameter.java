package org.opencgt.science.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis can be asked with, as told to programs.
 *
 * @param option as on the command line, e.g. {@code --max-n}
 * @param form what its value is
 * @param many whether it takes several values
 * @param separator between several values of one option; null if the option itself is repeated
 * @param choices the words it takes; empty if there is no such list
 * @param usual its value where none is given; null if there is none or the analysis derives it
 * @param symbol stands for the value in help, e.g. {@code COLUMN}
 * @param about one sentence for people
 */
public record Parameter(
        String option,
        Form form,
        boolean required,
        boolean many,
        @Nullable String separator,
        List<String> choices,
        @Nullable String usual,
        String symbol,
        String about) {

    /** What a value is. */
    public enum Form {
        /** Given or not; takes no value. */
        FLAG,
        INTEGER,
        NUMBER,
        /** {@code 0.3} or {@code 30%}. */
        FRACTION,
        CHOICE,
        TEXT,
        /** A file of CSV. */
        FILE
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** The option's name in JSON: {@code --max-n} is {@code maxN}. */
    public String property() {
        StringBuilder name = new StringBuilder();
        for (String word : option.substring(2).split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
