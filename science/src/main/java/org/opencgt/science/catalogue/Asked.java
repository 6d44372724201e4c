package org.opencgt.science.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What a program asks an analysis: the values of its options and the texts of its files.
 *
 * @param values by option; a flag has none
 * @param files by option
 */
public record Asked(Map<String, List<String>> values, Map<String, TextFile> files) {

    public Asked {
        values = Map.copyOf(values);
        files = Map.copyOf(files);
    }

    /**
     * A file that nobody has to write.
     *
     * @param name for messages
     */
    public record TextFile(String name, byte[] content) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
