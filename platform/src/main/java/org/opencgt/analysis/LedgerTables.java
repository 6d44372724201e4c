package org.opencgt.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.springframework.stereotype.Component;

/** All tables of the ledger that analyses can read. */
@Component
public final class LedgerTables {

    private final List<LedgerTable> tables;

    LedgerTables(List<LedgerTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** A table that can stand in for a file of an analysis: the name of the table and of the subject, as written in forms. */
    public record Name(String table, String subject) {

        private static final String BETWEEN = " ";

        /** Reads what {@link #toString} writes; empty if it is none. */
        public static Optional<Name> parse(String text) {
            int at = text.indexOf(BETWEEN);
            return at < 1 || at == text.length() - 1
                    ? Optional.empty()
                    : Optional.of(new Name(text.substring(0, at), text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return table + BETWEEN + subject;
        }
    }

    /** Those that can stand in for the file of an option. */
    public List<LedgerTable> suiting(Verb verb, String option) {
        return tables.stream()
                .filter(table -> table.option(verb).filter(option::equals).isPresent())
                .toList();
    }

    /**
     * Reads a table for an option.
     *
     * @throws NotAskable if there is no such table, it does not suit the option, or the subject has none
     */
    public Asked.TextFile read(Verb verb, String option, Name name) {
        return suiting(verb, option).stream()
                .filter(table -> table.name().equals(name.table()))
                .findFirst()
                .flatMap(table -> table.read(name.subject()))
                .orElseThrow(() -> unknown(option));
    }

    /** What to throw where a form names no table. */
    public NotAskable unknown(String option) {
        return new NotAskable(option, "no-table");
    }

    /** The table by its name. */
    public Optional<LedgerTable> find(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** What the other options have to be for a table; nothing if there is no such table. */
    public Map<String, String> settings(Verb verb, Name name) {
        return find(name.table()).map(table -> table.settings(verb)).orElse(Map.of());
    }
}
