package org.opencgt.gate;

import java.util.Locale;

/** How strongly a clause speaks, and so what happens where it does not hold. */
public enum Strength {
    /** Blocks the act. */
    SHALL,
    /** Asks for a justification, which is recorded and lifts it. */
    SHOULD,
    /** Counts only where the product adopted the clause; there it blocks. */
    MAY;

    /** As written in packs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
