package org.opencgt.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.analysis.LedgerTable;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;

/** The form of an analysis, made from its options. Those that are needed or often set come first. */
public record AskingForm(List<Input> first, List<Input> more) {

    /** The field that names a table of the ledger begins so, and ends with the option. */
    public static final String LEDGER = "_ledger.";

    /** Tables of the ledger to choose from; the latest. */
    private static final int LEDGER_TABLES = 50;

    /**
     * A field.
     *
     * @param value of several values each on a line
     * @param error empty if there is none
     * @param kept the file that was given before and is used again unless another is given; null if there is none
     * @param tables of the ledger that can stand in for a file
     */
    public record Input(
            Parameter parameter,
            String value,
            String error,
            @Nullable Kept kept,
            List<Choice> tables) {

        public String id() {
            return "p-" + parameter.property();
        }
    }

    /** A file that the server still has. */
    public record Kept(String name, int kilobytes) {}

    /** A table of the ledger; {@code title} is the key of its kind's title. */
    public record Choice(String value, String title, String name, boolean chosen) {}

    /**
     * @param fields what was given, by option; the name of a ledger's table under {@link #LEDGER} with the option
     * @param files that were given before
     * @param faulty the option at fault; null if there is none
     * @param fault what is wrong there
     */
    public static AskingForm of(
            Verb verb,
            Map<String, List<String>> fields,
            Map<String, Asked.TextFile> files,
            LedgerTables ledger,
            @Nullable String faulty,
            String fault) {
        List<Input> first = new ArrayList<>();
        List<Input> more = new ArrayList<>();
        for (Parameter parameter : verb.parameters()) {
            String property = parameter.property();
            String value = String.join("\n", fields.getOrDefault(property, List.of()));
            String error = property.equals(faulty) ? fault : "";
            String table = fields.getOrDefault(LEDGER + property, List.of("")).getFirst();
            Asked.TextFile file = value.isBlank() && table.isBlank() ? files.get(property) : null;
            Input input = new Input(
                    parameter,
                    value,
                    error,
                    file == null ? null : new Kept(file.name(), (file.content().length + 1023) / 1024),
                    parameter.form() == Parameter.Form.FILE ? choices(ledger, verb, property, table) : List.of());
            boolean early = parameter.required()
                    || Examples.sets(verb, parameter)
                    || !value.isBlank()
                    || !error.isEmpty()
                    || file != null;
            (early ? first : more).add(input);
        }
        return new AskingForm(List.copyOf(first), List.copyOf(more));
    }

    private static List<Choice> choices(LedgerTables ledger, Verb verb, String property, String chosen) {
        List<Choice> choices = new ArrayList<>();
        for (LedgerTable table : ledger.suiting(verb, property)) {
            for (LedgerTable.Of of : table.list(LEDGER_TABLES)) {
                String name = new LedgerTables.Name(table.name(), of.subject()).toString();
                choices.add(new Choice(name, "ledger-table." + table.name(), of.name(), name.equals(chosen)));
            }
            LedgerTables.Name.parse(chosen)
                    .filter(name -> name.table().equals(table.name()))
                    .filter(name -> choices.stream().noneMatch(Choice::chosen))
                    .ifPresent(name ->
                            choices.add(new Choice(chosen, "ledger-table." + table.name(), name.subject(), true)));
        }
        return choices;
    }
}
