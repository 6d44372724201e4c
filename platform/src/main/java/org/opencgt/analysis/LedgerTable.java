package org.opencgt.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;

/**
 * A table that the ledger holds, read as an analysis reads a file: CSV with named columns, as it stands now. Each kind of such
 * tables is one bean; {@link LedgerTables} gathers them, for pages and REST alike.
 */
public interface LedgerTable {

    /** Its name in addresses and in REST, such as {@code shipment-temperatures}; its title is the text {@code ledger-table.NAME}. */
    String name();

    /** The option of the analysis whose file it can stand in for; empty if the analysis cannot read it. */
    Optional<String> option(Verb verb);

    /** What the options that name columns and units have to be for this table, where they are not the usual ones. */
    Map<String, String> settings(Verb verb);

    /**
     * Whose tables there are.
     *
     * @param most no more than so many, the latest first
     */
    List<Of> list(int most);

    /** The table of a subject such as {@code shipment:S26-000001-6}; empty if it has none. */
    Optional<Asked.TextFile> read(String subject);

    /** A subject and how people call it. */
    record Of(String subject, String name) {}
}
