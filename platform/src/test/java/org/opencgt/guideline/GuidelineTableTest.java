package org.opencgt.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuidelineTableTest {

    @Test
    void aRowSaysHowTheClauseIsServed() {
        List<List<String>> rows = new GuidelineTable(ExamplePacks.load())
                .guidelines().stream().map(GuidelineTable.Row::cells).toList();
        assertThat(GuidelineTable.COLUMNS).hasSameSizeAs(rows.getFirst());
        assertThat(rows)
                .containsExactly(
                        List.of("EX-1", "EX", "clinic", "gate;record", "shall", "gate", "data", "example.thaw", "4"),
                        List.of("EX-2", "EX", "clinic", "gate", "should", "evidence", "document", "example.thaw", "2"),
                        List.of("EX-3", "EX", "clinic", "gate", "may", "gate", "data", "example.thaw", "2"),
                        List.of(
                                "EX-4",
                                "EX",
                                "clinic",
                                "schedule",
                                "shall",
                                "obligation",
                                "data",
                                "example.infuse",
                                "2"),
                        List.of("EX-5", "EX", "product", "profile", "shall", "profile", "data", "", "1"),
                        List.of("EX-6", "EX", "quality", "document", "shall", "none", "", "", "0"));
    }
}
