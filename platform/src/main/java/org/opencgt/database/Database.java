package org.opencgt.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The database of this server, its tables brought to this release: the program's own PostgreSQL, or one that was given. */
public final class Database implements AutoCloseable {

    private final DatabaseAccess runtime;
    private final Optional<EmbeddedPostgres> embedded;

    private Database(DatabaseAccess runtime, Optional<EmbeddedPostgres> embedded) {
        this.runtime = runtime;
        this.embedded = embedded;
    }

    /** Starts or reaches it and runs the migrations. */
    static Database open(DatabaseSettings settings) {
        if (!settings.databaseUrl().isBlank()) {
            Migrations.run(settings.owner());
            checkRuntime(settings.runtime(), settings.databaseOwner());
            return new Database(settings.runtime(), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(settings.data()));
        try {
            Migrations.run(postgres.owner());
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return new Database(postgres.runtime(), Optional.of(postgres));
    }

    /** As the role of the running server. */
    public DatabaseAccess runtime() {
        return runtime;
    }

    /** The program's own PostgreSQL; empty where a server was given. */
    public Optional<EmbeddedPostgres> embedded() {
        return embedded;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    /** The records are append-only by rights, so the role must not be able to take more. */
    private static void checkRuntime(DatabaseAccess runtime, String owner) {
        try (var connection = runtime.connect();
                var query = connection.prepareStatement(
                        "SELECT rolsuper OR pg_has_role(rolname, ?, 'MEMBER') FROM pg_roles WHERE rolname = current_user")) {
            query.setString(1, owner);
            try (var rows = query.executeQuery()) {
                if (rows.next() && rows.getBoolean(1)) {
                    throw new DatabaseUnavailable(DatabaseProblem.RUNTIME_TOO_POWERFUL, runtime.user(), owner);
                }
            }
        } catch (SQLException e) {
            throw Sql.unavailable(e, runtime);
        }
    }
}
