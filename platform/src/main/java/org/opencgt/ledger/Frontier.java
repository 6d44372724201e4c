package org.opencgt.ledger;

/**
 * A tree that grows leaf by leaf and keeps only the roots of its full subtrees, at most one of each height: as many hashes
 * as the size has one-bits.
 */
final class Frontier {

    /** Learns of each subtree at the moment it becomes full. */
    @FunctionalInterface
    interface Watcher {
        void full(int level, long index, byte[] hashes, int at);
    }

    private final Hasher hasher = new Hasher();
    private final Watcher watcher;
    private final byte[][] roots = new byte[Long.SIZE][];
    private final byte[] pair = new byte[2 * Hash.LENGTH];
    private long size;

    Frontier(Watcher watcher) {
        this.watcher = watcher;
    }

    long size() {
        return size;
    }

    /** Adds the leaf hash that lies at {@code at}. */
    void add(byte[] hashes, int at) {
        System.arraycopy(hashes, at, pair, Hash.LENGTH, Hash.LENGTH);
        int level = 0;
        watcher.full(0, size, pair, Hash.LENGTH);
        for (long left = size; (left & 1) == 1; left >>= 1) {
            System.arraycopy(roots[level], 0, pair, 0, Hash.LENGTH);
            hasher.node(pair, 0, pair, Hash.LENGTH);
            level++;
            watcher.full(level, size >> level, pair, Hash.LENGTH);
        }
        if (roots[level] == null) {
            roots[level] = new byte[Hash.LENGTH];
        }
        System.arraycopy(pair, Hash.LENGTH, roots[level], 0, Hash.LENGTH);
        size++;
    }

    Hash root() {
        if (size == 0) {
            return MerkleTree.EMPTY;
        }
        int level = Long.numberOfTrailingZeros(size);
        Hash root = Hash.of(roots[level]);
        for (level++; size >> level != 0; level++) {
            if ((size >> level & 1) == 1) {
                root = hasher.node(Hash.of(roots[level]), root);
            }
        }
        return root;
    }
}
