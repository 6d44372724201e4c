package org.opencgt.obligation;

import java.time.Instant;
import java.util.List;
import org.opencgt.ledger.Fact;

/** What an act changes about due work: first what it fulfils, then what it opens. */
public record Changes(List<Fulfilled> fulfilled, List<Obligation> opened) implements Fact {

    /**
     * @param id of the obligation
     * @param entry identifier of the entry
     * @param at when the act was done
     */
    public record Fulfilled(String id, String entry, Instant at) {}

    public Changes {
        fulfilled = List.copyOf(fulfilled);
        opened = List.copyOf(opened);
    }

    public boolean none() {
        return fulfilled.isEmpty() && opened.isEmpty();
    }
}
