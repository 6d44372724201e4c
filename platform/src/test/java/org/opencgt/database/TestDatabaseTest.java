package org.opencgt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void eachIsMigratedAndItsOwn() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            assertThat(one.url()).isNotEqualTo(other.url());
            JdbcClient.create(one.owner()).sql("CREATE TABLE note (text text)").update();
            assertThat(count(one, "note")).isOne();
            assertThat(count(other, "note")).isZero();
            assertThat(count(other, "flyway_schema_history")).isOne();
        }
    }

    @Test
    void theRuntimeRoleMayDoOnlyWhatIsGranted() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient.create(database.owner())
                    .sql("CREATE TABLE note (text text)")
                    .update();
            JdbcClient runtime = JdbcClient.create(database.runtime());
            assertThatThrownBy(() -> runtime.sql("SELECT * FROM note").query().listOfRows())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(
                            () -> runtime.sql("CREATE TABLE mine (text text)").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> runtime.sql("CREATE TEMPORARY TABLE mine (text text)")
                            .update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> runtime.sql("CREATE DATABASE mine").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static long count(TestDatabase database, String table) {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM pg_tables WHERE tablename = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
