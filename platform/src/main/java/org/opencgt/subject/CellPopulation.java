package org.opencgt.subject;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * A population of cells that is counted in every lot, by its gate.
 *
 * @param share what it is a part of: the population that its gate lies in
 * @param markers by which the gate is drawn
 * @param nature what the cells are, and what is known about their harm
 * @param risk 1 (none) to 5; of those that are not wanted
 * @param harmless study that shows them harmless
 * @param minimum least share in %
 */
public record CellPopulation(
        Role role,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String share,
        @Text(max = 200) String markers,
        Shows shows,
        @Text(max = 200) String method,
        @Nullable @Text(max = 500) String nature,
        @Nullable @In(value = "1", min = "1", max = "5") Integer risk,
        @Nullable Ref<Document> harmless,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal minimum,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal maximum) {

    /** What the population is in the product: {@code FUNCTIONAL} and {@code SUBSET} are parts of others; {@code UNIDENTIFIED} is what neither
     * target nor non-target gates hold, and is not counted itself. */
    public enum Role {
        VIABLE,
        TARGET,
        NON_TARGET,
        SUBSET,
        FUNCTIONAL,
        INTACT,
        UNIDENTIFIED
    }

    /** What its markers show. */
    public enum Shows {
        CELL_TYPE,
        PLURIPOTENCY,
        LINEAGE,
        TERMINAL_DIFFERENTIATION,
        FUNCTION,
        MATURITY,
        INTEGRITY
    }
}
