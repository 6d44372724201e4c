package org.opencgt.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes entries with their proofs into one file that explains itself: whoever has the log's verifier key checks it with
 * {@link ExportCheck}, without us and without a database. The format is described in {@code docs/formats.md}.
 */
public final class Export {

    static final String FORMAT = "opencgt.org/export/v1";

    private static final int PAGE = 1_000;

    private final DataSource database;
    private final Checkpointer checkpointer;
    private final LogKey key;

    public Export(DataSource database, Checkpointer checkpointer, LogKey key) {
        this.database = database;
        this.checkpointer = checkpointer;
        this.key = key;
    }

    /** Every entry; the tree is recomputed from them, so they need no proofs. */
    public void everything(OutputStream out) throws IOException {
        write(null, out);
    }

    /**
     * The whole history of some subjects, each entry with its proof.
     *
     * @throws IllegalArgumentException if one of them does not exist
     */
    public void subjects(Collection<String> refs, OutputStream out) throws IOException {
        write(List.copyOf(refs), out);
    }

    private void write(@Nullable List<String> refs, OutputStream out) throws IOException {
        SignedNote note = checkpointer.checkpoint();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        try (Connection connection = database.getConnection()) {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Lines lines = new Lines(out);
            if (refs == null) {
                lines.write(head(note, checkpoint.size(), null));
                everything(client, checkpoint, lines);
            } else {
                chosen(client, note, checkpoint, refs, lines);
            }
            lines.end(key);
        } catch (SQLException e) {
            throw new LedgerException.LedgerUnavailable(
                    LedgerException.LedgerUnavailable.Reason.CONNECTION, "the database can't be read", e);
        }
    }

    private static void everything(JdbcClient client, Checkpoint checkpoint, Lines lines) throws IOException {
        Ledger ledger = new Ledger(client);
        for (long from = 0; from < checkpoint.size(); from += PAGE) {
            for (Entry entry : ledger.entries(from, (int) Math.min(PAGE, checkpoint.size() - from))) {
                lines.write(line(entry, null));
            }
        }
    }

    /** What is under the checkpoint never changes, so that this needs no snapshot. */
    private void chosen(JdbcClient client, SignedNote note, Checkpoint checkpoint, List<String> refs, Lines lines)
            throws IOException {
        Map<String, Long> versions = new TreeMap<>();
        List<Long> positions = new ArrayList<>();
        for (String ref : refs) {
            client.sql("SELECT position FROM entry_subject WHERE ref = ? AND position < ?")
                    .params(ref, checkpoint.size())
                    .query(Long.class)
                    .list()
                    .forEach(position -> {
                        positions.add(position);
                        versions.merge(ref, 1L, Long::sum);
                    });
            if (!versions.containsKey(ref)) {
                throw new IllegalArgumentException("no such subject: " + ref);
            }
        }
        List<Long> sorted = positions.stream().distinct().sorted().toList();
        lines.write(head(note, sorted.size(), versions));
        Ledger ledger = new Ledger(client);
        MerkleTree tree = StoredTree.of(client, checkpoint.size());
        for (long position : sorted) {
            Entry entry =
                    ledger.entry(position).orElseThrow(() -> new LedgerInconsistent("there is no entry " + position));
            lines.write(line(entry, tree.inclusion(position)));
        }
    }

    private String head(SignedNote checkpoint, long entries, @Nullable Map<String, Long> versions) {
        StringBuilder line = new StringBuilder("{\"checkpoint\":");
        CanonicalJson.string(checkpoint.toString(), line);
        line.append(",\"entries\":").append(entries).append(",\"format\":\"").append(FORMAT);
        line.append("\",\"key\":");
        CanonicalJson.string(key.verifier().toString(), line);
        if (versions != null) {
            String separator = ",\"subjects\":{";
            for (Map.Entry<String, Long> subject : versions.entrySet()) {
                line.append(separator);
                CanonicalJson.string(subject.getKey(), line);
                line.append(':').append(subject.getValue());
                separator = ",";
            }
            line.append('}');
        }
        return line.append('}').toString();
    }

    private static String line(Entry entry, @Nullable InclusionProof proof) {
        StringBuilder line = new StringBuilder("{\"content\":");
        CanonicalJson.string(entry.content(), line);
        line.append(",\"header\":");
        CanonicalJson.string(entry.header(), line);
        if (proof != null) {
            String separator = ",\"proof\":[";
            for (Hash hash : proof.path()) {
                line.append(separator).append('"').append(hash.base64()).append('"');
                separator = ",";
            }
            line.append(proof.path().isEmpty() ? ",\"proof\":[]" : "]");
        }
        return line.append('}').toString();
    }

    /** The text that the log signs at the end: how many lines, and the hash of all their bytes. */
    static String seal(long lines, byte[] sha256) {
        return FORMAT + "\n" + lines + "\n" + Hash.of(sha256).base64() + "\n";
    }

    /** The last line. */
    static String lastLine(SignedNote seal) {
        StringBuilder line = new StringBuilder("{\"seal\":");
        CanonicalJson.string(seal.toString(), line);
        return line.append('}').toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes lines and remembers their hash. */
    private static final class Lines {
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long count;

        Lines(OutputStream out) {
            this.out = out;
        }

        void write(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            out.write(bytes);
            count++;
        }

        void end(LogKey key) throws IOException {
            SignedNote seal = key.sign(seal(count, digest.digest()));
            out.write((lastLine(seal) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
