package org.opencgt.analysis;

import java.util.Map;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.JsonNode;

/**
 * What an analysis is asked in JSON, where a file may be a table of the ledger: {@code {"table": "concentrations", "subject":
 * "pharmacology-plan:YP26-000001-7/qpcr"}} in place of its text. Options that name the table's columns are then set, if they are
 * not given.
 *
 * @param tables the tables that were read, by option
 */
public record Asking(Asked asked, Map<String, LedgerTables.Name> tables) {

    public Asking {
        tables = Map.copyOf(tables);
    }

    /**
     * Reads it.
     *
     * @throws NotAskable if a value is of a kind that its option does not take, or there is no such table
     */
    public static Asking of(Verb verb, JsonNode given, LedgerTables ledger) {
        return GivenValues.of(verb, given, ledger);
    }
}
