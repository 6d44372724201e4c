package org.opencgt.database;

import java.util.Locale;

/** Why there is no database. The texts of problem and remedy are in {@code language/database_*.properties}. */
public enum DatabaseProblem {
    DISK_FULL,
    NOT_PERMITTED,
    PORT_TAKEN,
    DAMAGED,
    OTHER_VERSION,
    NO_UNPRIVILEGED_USER,
    IN_USE_ELSEWHERE,
    NO_PROGRAMS,
    PROGRAM_FAILED,
    OUT_OF_MEMORY,
    NOT_STARTED,
    UNREACHABLE,
    PASSWORD_REFUSED,
    RUNTIME_TOO_POWERFUL,
    MIGRATION_FAILED,
    BACKUP_DAMAGED,
    DATABASE_EXISTS;

    /** As it stands in the keys of texts: {@code disk-full}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the output of PostgreSQL says about why it did not start. */
    static DatabaseProblem saidBy(String output) {
        String text = output.toLowerCase(Locale.ROOT);
        if (text.contains("no space left on device") || text.contains("disk quota exceeded")) {
            return DISK_FULL;
        }
        if (text.contains("address already in use") || text.contains("could not create any tcp/ip sockets")) {
            return PORT_TAKEN;
        }
        if (text.contains("cannot allocate memory") || text.contains("could not map anonymous shared memory")) {
            return OUT_OF_MEMORY;
        }
        if (text.contains("error while loading shared libraries")) {
            return PROGRAM_FAILED;
        }
        if (text.contains("permission denied")
                || text.contains("operation not permitted")
                || text.contains("has wrong ownership")
                || text.contains("has invalid permissions")
                || text.contains("read-only file system")) {
            return NOT_PERMITTED;
        }
        if (text.contains("not a valid data directory")
                || text.contains("not a database cluster directory")
                || text.contains("could not locate a valid checkpoint record")
                || text.contains("could not locate required checkpoint record")
                || text.contains("database files are incompatible with server")
                || text.contains("invalid page in block")
                || text.contains("invalid checkpoint record")
                || text.contains("incorrect checksum in control file")
                || text.contains("no such file or directory")
                || text.contains("panic:")) {
            return DAMAGED;
        }
        return NOT_STARTED;
    }
}
