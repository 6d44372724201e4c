package org.opencgt.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The Merkle tree of RFC 6962, section 2.1, of a given size over stored subtrees: its root, inclusion proofs (2.1.1) and
 * consistency proofs (2.1.2). Not for several threads at once.
 */
final class MerkleTree {

    /** The root of the tree without leaves: the hash of nothing. */
    static final Hash EMPTY = Hash.sha256("");

    private final long size;
    private final Subtrees subtrees;
    private final Hasher hasher = new Hasher();

    /**
     * @param size number of leaves
     * @param subtrees must know every full subtree within that size
     */
    MerkleTree(long size, Subtrees subtrees) {
        if (size < 0) {
            throw new IllegalArgumentException("size of a tree: " + size);
        }
        this.size = size;
        this.subtrees = subtrees;
    }

    long size() {
        return size;
    }

    Hash root() {
        return size == 0 ? EMPTY : range(0, size);
    }

    /**
     * Proof that the leaf at {@code index} is in the tree.
     *
     * @throws IndexOutOfBoundsException without such a leaf
     */
    InclusionProof inclusion(long index) {
        Objects.checkIndex(index, size);
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /**
     * Proof that the tree of the first {@code earlier} leaves is the beginning of this one.
     *
     * @throws IllegalArgumentException unless {@code 0 < earlier <= size}
     */
    ConsistencyProof consistency(long earlier) {
        if (earlier <= 0 || earlier > size) {
            throw new IllegalArgumentException("no consistency proof from " + earlier + " to " + size + " leaves");
        }
        List<Hash> path = new ArrayList<>();
        if (earlier < size) {
            subproof(earlier, 0, size, true, path);
        }
        return new ConsistencyProof(earlier, size, path);
    }

    /** PATH(m, D[begin:end]). */
    private void path(long index, long begin, long end, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            path(index, begin, middle, path);
            path.add(range(middle, end));
        } else {
            path(index, middle, end, path);
            path.add(range(begin, middle));
        }
    }

    /** SUBPROOF(m, D[begin:end], whole). */
    private void subproof(long earlier, long begin, long end, boolean whole, List<Hash> path) {
        if (earlier == end) {
            if (!whole) {
                path.add(range(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (earlier <= middle) {
            subproof(earlier, begin, middle, whole, path);
            path.add(range(middle, end));
        } else {
            subproof(earlier, middle, end, false, path);
            path.add(range(begin, middle));
        }
    }

    /** MTH(D[begin:end]). */
    private Hash range(long begin, long end) {
        long length = end - begin;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return subtrees.root(level, begin >> level);
        }
        long middle = begin + split(length);
        return hasher.node(range(begin, middle), range(middle, end));
    }

    /** The largest power of two smaller than {@code length}. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
