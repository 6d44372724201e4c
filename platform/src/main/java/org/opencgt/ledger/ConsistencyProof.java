package org.opencgt.ledger;

import java.util.List;

/**
 * Proof that a tree is the beginning of a larger one: that nothing in it was changed or taken away (RFC 6962, section
 * 2.1.2).
 *
 * @param earlier size of the smaller tree; of nothing there is no proof
 * @param later size of the larger one
 * @param path as the RFC orders it
 */
public record ConsistencyProof(long earlier, long later, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the proof binds these two roots (RFC 9162, section 2.1.4.2). */
    public boolean verify(Hash earlierRoot, Hash laterRoot) {
        if (earlier <= 0 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        boolean complete = Long.bitCount(earlier) == 1;
        if (path.isEmpty() && !complete) {
            return false;
        }
        Hasher hasher = new Hasher();
        int up = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >> up;
        long last = (later - 1) >> up;
        Hash first = complete ? earlierRoot : path.getFirst();
        Hash second = first;
        for (Hash hash : complete ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = hasher.node(hash, first);
                second = hasher.node(hash, second);
                up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                second = hasher.node(second, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlierRoot) && second.equals(laterRoot);
    }
}
