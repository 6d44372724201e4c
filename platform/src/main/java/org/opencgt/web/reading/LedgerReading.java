package org.opencgt.web.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger. */
public interface LedgerReading {

    /** The head of the tree, signed. {@code note} is in the tlog-checkpoint format. */
    record Checkpoint(long size, String root, Instant time, String note) {}

    /** What is written of an entry, byte for byte. */
    record Written(String header, String content) {}

    /** Whether a signature of an entry is right. */
    record SignatureCheck(String person, boolean valid) {}

    /** A verification of the whole ledger, running or done. {@code faults} in words. */
    record Verification(Instant started, @Nullable Instant finished, long checked, long total, List<String> faults) {

        public Verification {
            faults = List.copyOf(faults);
        }

        public boolean running() {
            return finished == null;
        }

        public int percent() {
            return total == 0 ? 100 : (int) (checked * 100 / total);
        }
    }

    long size();

    /** Entries from the newest; {@code type} and {@code subject} narrow them where not empty. */
    List<ActEntry> entries(String type, String subject, int page, int size);

    /** The latest acts of the people of a site, the newest first. */
    List<ActEntry> latelyAt(String site, int limit);

    Optional<ActEntry> entry(String id);

    Optional<Written> written(String id);

    List<SignatureCheck> signatures(String id);

    Optional<Checkpoint> checkpoint();

    /** Proof in the format of C2SP tlog-proof that the entry stands under the last checkpoint; empty before there is one. */
    Optional<byte[]> proof(String id);

    /** Starts a verification unless one is running. */
    Verification verify();

    /** The running or last verification. */
    Optional<Verification> verification();
}
