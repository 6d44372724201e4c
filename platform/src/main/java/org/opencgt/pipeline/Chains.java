package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;

/** Reads chains whole, page by page. */
final class Chains {

    private static final int PAGE = 500;

    private Chains() {}

    static List<Entry> whole(Ledger ledger, Ref<?> ref) {
        List<Entry> chain = new ArrayList<>();
        List<Entry> page;
        do {
            page = ledger.history(ref.toString(), chain.size() + 1L, PAGE);
            chain.addAll(page);
        } while (page.size() == PAGE);
        return chain;
    }
}
