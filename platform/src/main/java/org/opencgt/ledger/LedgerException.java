package org.opencgt.ledger;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Why a draft did not become an entry. Nothing of it was performed, unless {@link OutcomeUnknown} says otherwise. */
public abstract sealed class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String parameter;

    private LedgerException(String key, String parameter, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.key = key;
        this.parameter = parameter;
    }

    /** Key of the text in both languages. */
    public String key() {
        return "ledger." + key;
    }

    /** The text's one parameter; may be empty. */
    public String parameter() {
        return parameter;
    }

    /** Other entries came first: evaluate again with the newer states, then submit again. */
    public static final class StaleSubjects extends LedgerException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Long> moved;

        StaleSubjects(Map<String, Long> moved) {
            super(
                    "stale-subjects",
                    String.join(", ", new TreeSet<>(moved.keySet())),
                    "subjects have moved on: " + new TreeMap<>(moved),
                    null);
            this.moved = Map.copyOf(moved);
        }

        /** The subjects whose version is no longer the one read, with the version they have now. */
        public Map<String, Long> moved() {
            return moved;
        }
    }

    /** The idempotency key was used before, for another request. */
    public static final class KeyReused extends LedgerException {
        private static final long serialVersionUID = 1L;

        public KeyReused(String key) {
            super("key-reused", key, "the idempotency key \"" + key + "\" was used before for another request", null);
        }
    }

    /** The database refuses this one draft, for instance because its id exists already. */
    public static final class Rejected extends LedgerException {
        private static final long serialVersionUID = 1L;

        Rejected(String id, Throwable cause) {
            super("rejected", id, "entry " + id + " was refused by the database: " + cause.getMessage(), cause);
        }
    }

    /** The ledger can't be written for now; try again later. */
    public static final class LedgerUnavailable extends LedgerException {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public enum Reason {
            /** The database can't be reached, or the connection broke before the entry was written. */
            CONNECTION,
            /** The database has no room left to write. */
            DISK_FULL,
            /** Too many drafts are waiting, or another server holds the ledger for too long. */
            OVERLOADED,
            /** This server is shutting down. */
            CLOSED;

            /** Why the database as a whole refuses; empty if the trouble is with what was asked of it. */
            public static Optional<Reason> of(Throwable thrown) {
                for (Throwable e = thrown; e != null; e = e.getCause()) {
                    if (e instanceof TransactionSystemException) {
                        return Optional.of(CONNECTION); // not even its end could be told to the database
                    }
                    if (e instanceof SQLTransientConnectionException
                            || e instanceof SQLNonTransientConnectionException
                            || e instanceof SQLRecoverableException) {
                        return Optional.of(CONNECTION);
                    }
                    String state = e instanceof SQLException sql ? sql.getSQLState() : null;
                    if (state != null) {
                        return switch (state) {
                            case "53100" -> Optional.of(DISK_FULL);
                            case "55P03" -> Optional.of(OVERLOADED); // waited too long for a lock
                            case "25006", "25P03", "53300" ->
                                Optional.of(CONNECTION); // a standby; a stalled transaction; no connection free
                            default ->
                                state.startsWith("08") || state.startsWith("57P")
                                        ? Optional.of(CONNECTION)
                                        : Optional.empty();
                        };
                    }
                }
                return Optional.empty();
            }

            private String key() {
                return "unavailable." + name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        private final Reason reason;

        LedgerUnavailable(Reason reason, String message) {
            super(reason.key(), "", message, null);
            this.reason = reason;
        }

        LedgerUnavailable(Reason reason, String message, Throwable cause) {
            super(reason.key(), "", message, cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** The connection broke during the commit and did not come back in time: look the entry up by its id later. */
    public static final class OutcomeUnknown extends LedgerException {
        private static final long serialVersionUID = 1L;
        private final String id;

        OutcomeUnknown(String id, Throwable cause) {
            super(
                    "outcome-unknown",
                    id,
                    "the database was lost while entry " + id
                            + " was being committed; whether it stands is not known yet",
                    cause);
            this.id = id;
        }

        /** The id to look up. */
        public String id() {
            return id;
        }
    }
}
