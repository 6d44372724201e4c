package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencgt.ledger.Drafts.draft;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.database.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book only grows, whoever tries. */
class AppendOnlyTest {

    private static TestDatabase database;

    @BeforeAll
    static void oneOfEach(@TempDir Path folder) {
        database = TestDatabase.fresh();
        try (Checkpointer checkpointer = new Checkpointer(
                database.runtime(), LogKey.open(folder.resolve("log.key"), "test"), Clock.systemUTC())) {
            Drafts.append(
                    IntStream.range(0, StoredTree.WIDTH)
                            .mapToObj(i -> draft().on("unit:1", i)
                                    .request("k" + i, "r", Entry::id)
                                    .end())
                            .toList(),
                    database.runtime());
            checkpointer.checkpoint();
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "entry_subject", "tile", "checkpoint", "idempotency"})
    void neitherTheServerNorTheOwnerChangesWhatIsWritten(String table) {
        assertThat(count(table)).isPositive();
        String column = table.equals("tile")
                ? "index"
                : table.equals("checkpoint") ? "size" : table.equals("idempotency") ? "response" : "position";
        for (String sql : List.of(
                "UPDATE " + table + " SET " + column + " = " + column, "DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> execute(database.runtime(), sql))
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(database.owner(), sql))
                    .rootCause()
                    .hasMessageContaining("the ledger only grows");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "ledger_head"})
    void neitherSubjectsNorTheHeadAreRemoved(String table) {
        for (String sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> execute(database.runtime(), sql))
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(database.owner(), sql))
                    .rootCause()
                    .hasMessageContaining("the ledger only grows");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE entry DISABLE TRIGGER only_grows",
                "DROP TRIGGER only_grows ON entry",
                "DROP TABLE entry",
                "ALTER TABLE entry OWNER TO opencgt_runtime",
                "SET session_replication_role = replica",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "SET ROLE opencgt_owner"
            })
    void theServerCannotLiftTheBan(String sql) {
        assertThatThrownBy(() -> execute(database.runtime(), sql)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> execute(database.owner(), "DELETE FROM entry"))
                .rootCause()
                .hasMessageContaining("the ledger only grows");
        assertThatThrownBy(() -> execute(database.runtime(), "DELETE FROM entry"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void positionsAndVersionsOccurOnce() {
        assertThatThrownBy(
                        () -> execute(database.runtime(), "INSERT INTO entry SELECT * FROM entry WHERE position = 0"))
                .rootCause()
                .hasMessageContaining("entry_pkey");
        assertThatThrownBy(() -> execute(database.runtime(), "INSERT INTO entry_subject VALUES ('unit:1', 1, 0)"))
                .rootCause()
                .hasMessageContaining("entry_subject_pkey");
    }

    private static void execute(DataSource as, String sql) {
        JdbcClient.create(as).sql(sql).update();
    }

    private static long count(String table) {
        return JdbcClient.create(database.runtime())
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
