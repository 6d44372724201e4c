package org.opencgt.ledger;

import java.sql.Connection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Fault.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Compares the stored tiles with the tree that grows. All full tiles below the newest checkpoint must be there. */
final class TileCheck implements Frontier.Watcher {

    private static final int TILE = StoredTree.WIDTH * Hash.LENGTH;

    private final JdbcClient database;
    private final long covered;
    private final Consumer<Fault> faults;
    private final byte[][] growing = new byte[Long.SIZE / StoredTree.HEIGHT][];
    private final Map<Long, byte[]> ahead = new HashMap<>();

    TileCheck(Connection connection, long covered, Consumer<Fault> faults) {
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.covered = covered;
        this.faults = faults;
    }

    /** Fetches the tiles over these leaves in one query; those of the levels above are few. */
    void prefetch(long begin, int count) {
        ahead.clear();
        database.sql("SELECT index, hashes FROM tile WHERE level = 0 AND index >= ? AND index < ?")
                .params(begin >> StoredTree.HEIGHT, begin + count >> StoredTree.HEIGHT)
                .query(row -> {
                    ahead.put(row.getLong(1), row.getBytes(2));
                });
    }

    @Override
    public void full(int level, long index, byte[] hashes, int at) {
        if (level % StoredTree.HEIGHT != 0) {
            return;
        }
        int tileLevel = level / StoredTree.HEIGHT;
        int place = (int) (index & StoredTree.WIDTH - 1);
        byte[] tile = growing[tileLevel];
        if (tile == null) {
            tile = new byte[TILE];
            growing[tileLevel] = tile;
        }
        System.arraycopy(hashes, at, tile, place * Hash.LENGTH, Hash.LENGTH);
        if (place == StoredTree.WIDTH - 1) {
            compare(tileLevel, index >> StoredTree.HEIGHT, tile);
        }
    }

    private void compare(int level, long index, byte[] computed) {
        byte[] stored = level == 0 ? ahead.get(index) : fetch(level, index);
        if (stored == null) {
            if (index + 1 << StoredTree.HEIGHT * (level + 1) <= covered) {
                faults.accept(Fault.of(Kind.TILE, "level " + level + ", index " + index + " is missing"));
            }
            return;
        }
        int differs = Arrays.mismatch(stored, computed);
        if (differs >= 0) {
            String detail = "level " + level + ", index " + index;
            long entry = (index << StoredTree.HEIGHT) + differs / Hash.LENGTH;
            faults.accept(level == 0 ? Fault.at(Kind.TILE, entry, detail) : Fault.of(Kind.TILE, detail));
        }
    }

    private byte @Nullable [] fetch(int level, long index) {
        return database.sql("SELECT hashes FROM tile WHERE level = ? AND index = ?")
                .params(level, index)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }
}
