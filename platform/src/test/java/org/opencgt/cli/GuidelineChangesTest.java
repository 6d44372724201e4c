package org.opencgt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuidelineChangesTest {

    private static String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new GuidelineCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            assertThat(failure).isInstanceOf(BadInput.class);
            return Exit.BAD_INPUT;
        });
        assertThat(line.execute(arguments)).isEqualTo(code);
        return out.toString();
    }

    @Test
    void itListsWhatTheNextVersionChanges() {
        JsonNode rows = JsonMapper.shared()
                .readTree(run(
                        Exit.DONE, "changes", "TD", "--packs", "src/test/resources/drill-packs", "--format", "json"));
        assertThat(rows).hasSize(3);
        assertThat(rows.at("/0/clause").asString()).isEqualTo("TD-1");
        assertThat(rows.at("/0/parts").asString()).isEqualTo("rules;wording");
        assertThat(rows.at("/0/rules_before").asString()).contains("<= 8.0");
        assertThat(rows.at("/0/rules_after").asString()).contains("<= 4.0");
        assertThat(rows.at("/1/change").asString()).isEqualTo("added");
        assertThat(rows.at("/2/change").asString()).isEqualTo("withdrawn");
        assertThat(rows.at("/2/strength_before").asString()).isEqualTo("should");
        assertThat(rows.at("/2/effective").asString()).isEqualTo("2026-03-15");
    }

    @Test
    void aPackOfOneVersionHasNoChanges() {
        run(Exit.BAD_INPUT, "changes", "CA");
        run(Exit.BAD_INPUT, "changes", "XX");
    }
}
