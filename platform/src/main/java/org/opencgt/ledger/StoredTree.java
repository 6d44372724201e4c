package org.opencgt.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The subtrees of the stored ledger: from the full tiles where they are, from the leaves at the end where they are not yet.
 * Reads what one question needs and keeps it; for one question or checkpoint.
 */
final class StoredTree implements Subtrees {

    /** Height of a tile; C2SP tlog-tiles. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    static final int WIDTH = 1 << HEIGHT;

    private final JdbcClient database;
    private final long size;
    private final Hasher hasher = new Hasher();
    private final Map<Place, byte[]> tiles = new HashMap<>();

    private record Place(int level, long index) {}

    /**
     * @param database where
     * @param size only leaves below are looked at
     */
    StoredTree(JdbcClient database, long size) {
        this.database = database;
        this.size = size;
    }

    /** The tree over the first entries. */
    static MerkleTree of(JdbcClient database, long size) {
        return new MerkleTree(size, new StoredTree(database, size));
    }

    @Override
    public Hash root(int level, long index) {
        int within = level % HEIGHT;
        Place tile = new Place(level / HEIGHT, index >> (HEIGHT - within));
        int first = (int) (index << within & (WIDTH - 1));
        return root(hashes(tile), first, 1 << within);
    }

    /** The root over some hashes of a tile. */
    private Hash root(byte[] hashes, int first, int count) {
        byte[] level = new byte[count * Hash.LENGTH];
        System.arraycopy(hashes, first * Hash.LENGTH, level, 0, level.length);
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left / 2; i++) {
                hasher.node(level, 2 * i * Hash.LENGTH, level, i * Hash.LENGTH);
            }
        }
        return Hash.owning(Arrays.copyOf(level, Hash.LENGTH));
    }

    private byte[] hashes(Place tile) {
        byte[] known = tiles.get(tile);
        if (known == null) {
            known = stored(tile);
            tiles.put(tile, known);
        }
        return known;
    }

    private byte[] stored(Place tile) {
        List<byte[]> stored = database.sql("SELECT hashes FROM tile WHERE level = ? AND index = ?")
                .params(tile.level(), tile.index())
                .query((row, number) -> row.getBytes(1))
                .list();
        return stored.isEmpty() ? made(tile.level(), tile.index()) : stored.getFirst();
    }

    /** The hashes of a tile as far as the tree reaches, made from the level below. */
    byte[] made(int level, long index) {
        long begin = index << HEIGHT;
        int count = (int) Math.min(WIDTH, (size >> HEIGHT * level) - begin);
        byte[] hashes = new byte[count * Hash.LENGTH];
        if (level == 0) {
            leaves(begin, count, hashes);
        } else {
            prefetch(level - 1, begin, count);
            for (int i = 0; i < count; i++) {
                Hash child = root(hashes(new Place(level - 1, begin + i)), 0, WIDTH);
                System.arraycopy(child.view(), 0, hashes, i * Hash.LENGTH, Hash.LENGTH);
            }
        }
        return hashes;
    }

    private void leaves(long begin, int count, byte[] into) {
        List<byte[]> leaves = database.sql(
                        "SELECT leaf FROM entry WHERE position >= ? AND position < ? ORDER BY position")
                .params(begin, begin + count)
                .query((row, number) -> row.getBytes(1))
                .list();
        if (leaves.size() != count) {
            throw new LedgerInconsistent("of the entries " + begin + " to " + (begin + count - 1) + " only "
                    + leaves.size() + " are stored");
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(leaves.get(i), 0, into, i * Hash.LENGTH, Hash.LENGTH);
        }
    }

    private void prefetch(int level, long begin, int count) {
        database.sql("SELECT index, hashes FROM tile WHERE level = ? AND index >= ? AND index < ?")
                .params(level, begin, begin + count)
                .query(row -> {
                    tiles.putIfAbsent(new Place(level, row.getLong(1)), row.getBytes(2));
                });
    }
}
