package org.opencgt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DisposableDatabaseTest {

    private static final String NAMES = "SELECT name FROM installation ORDER BY name";

    @Test
    void goesBackToWhatWasKept(@TempDir Path folder) {
        try (DisposableDatabase database = DisposableDatabase.in(folder, 4)) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            add(jdbc, "first");
            DisposableDatabase.Kept outer = database.keep();
            add(jdbc, "second");
            DisposableDatabase.Kept inner = database.keep();
            add(jdbc, "third");
            assertThat(names(jdbc)).containsExactly("first", "second", "third");
            database.goBackTo(inner);
            assertThat(names(jdbc)).containsExactly("first", "second");
            database.goBackTo(outer);
            assertThat(names(jdbc)).containsExactly("first");
        }
    }

    @Test
    void grantsNoMoreAfterGoingBack(@TempDir Path folder) {
        try (DisposableDatabase database = DisposableDatabase.in(folder, 4)) {
            database.goBackTo(database.keep());
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql("DELETE FROM entry").update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    private static void add(JdbcClient jdbc, String name) {
        jdbc.sql("INSERT INTO installation (name, value) VALUES (?, '')")
                .param(name)
                .update();
    }

    private static List<@Nullable String> names(JdbcClient jdbc) {
        return jdbc.sql(NAMES).query(String.class).list();
    }
}
