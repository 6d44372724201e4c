package org.opencgt.guideline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows of {@code guideline list}. */
public final class GuidelineTable {

    /** The columns, named so that scripts keep working. */
    public static final List<String> COLUMNS =
            List.of("clause", "pack", "capability", "kind", "strength", "mechanism", "decided_by", "act", "examples");

    private final Guidelines guidelines;

    public GuidelineTable(Guidelines guidelines) {
        this.guidelines = guidelines;
    }

    /**
     * A clause in one line.
     *
     * @param kinds joined by {@code ;}
     * @param decidedBy on what its first rule rests; empty where it is not served
     * @param acts whose gates or schedules serve it, joined by {@code ;}
     * @param examples how many prove its rules
     */
    public record Row(
            String clause,
            String pack,
            String capability,
            String kinds,
            String strength,
            String mechanism,
            String decidedBy,
            String acts,
            int examples) {

        /** In the order of {@link #COLUMNS}. */
        public List<String> cells() {
            return List.of(
                    clause, pack, capability, kinds, strength, mechanism, decidedBy, acts, Integer.toString(examples));
        }

        static Row of(Clause clause) {
            return new Row(
                    clause.id(),
                    clause.pack(),
                    clause.capability(),
                    String.join(";", clause.kinds()),
                    clause.strength().name().toLowerCase(Locale.ROOT),
                    clause.mechanism().word(),
                    clause.rules().isEmpty()
                            ? ""
                            : clause.rules().getFirst().decidedBy().word(),
                    String.join(";", clause.acts()),
                    clause.examples());
        }
    }

    /** Every clause of every guideline, in the order of the packs; the rules of the house are no guideline's. */
    public List<Row> guidelines() {
        return guidelines.newest().stream()
                .filter(Pack::guideline)
                .flatMap(GuidelineTable::rows)
                .toList();
    }

    /** The clauses of all packs, the house's included. */
    public List<Row> all() {
        return guidelines.newest().stream().flatMap(GuidelineTable::rows).toList();
    }

    private static Stream<Row> rows(Pack pack) {
        return pack.clauses().stream().map(Row::of);
    }
}
