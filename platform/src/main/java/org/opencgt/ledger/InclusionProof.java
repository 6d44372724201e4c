package org.opencgt.ledger;

import java.util.List;

/**
 * Proof that a leaf is in a tree (RFC 6962, section 2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path the neighbours' hashes from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the proof leads from this leaf hash to this root (RFC 9162, section 2.1.3.2). */
    public boolean verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Hasher hasher = new Hasher();
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash neighbour : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(neighbour, hash);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = hasher.node(hash, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
