package org.opencgt.science.report;

import java.util.List;

/** A piece of a report. All texts are in the language of the reader. */
public sealed interface Block {

    /** A paragraph. */
    record Text(String text) implements Block {}

    /** A list of short texts. */
    record Points(List<String> texts) implements Block {

        public Points {
            texts = List.copyOf(texts);
        }
    }

    /** Names with their values, as a list of two columns. */
    record Facts(List<Fact> facts) implements Block {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name with its value. */
    record Fact(String name, String value) {}

    /**
     * A table.
     *
     * @param caption empty if there is none
     * @param rows each with as many cells as there are columns
     */
    record Grid(String caption, List<Column> columns, List<List<String>> rows) implements Block {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row has " + row.size() + " cells, but there are " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param isNumber whether its cells are numbers, to be set flush right
     */
    record Column(String label, boolean isNumber) {}

    /** Plots under one caption: one over the whole width, or many small ones. */
    record Figure(String caption, List<Plot> plots) implements Block {

        public Figure {
            plots = List.copyOf(plots);
        }

        /** A single plot. */
        public static Figure of(String caption, Plot plot) {
            return new Figure(caption, List.of(plot));
        }
    }
}
