package org.opencgt.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;

/** The packs of the program: they load, and every rule decides every one of its examples as the example says. */
class PacksTest {

    private static final Set<String> BEFORE_THE_BATCH =
            Set.of("organisation", "product", "donor", "material", "cellbank", "biosafety", "risk");

    private static final Guidelines GUIDELINES = PackLoader.load(new Language(new Vocabulary()), (Path) null);

    @TestFactory
    Stream<DynamicNode> examples() {
        ExampleRunner runner = new ExampleRunner(GUIDELINES);
        return GUIDELINES.packs().stream()
                .map(pack -> dynamicContainer(
                        pack.id(),
                        runner.run(pack).stream()
                                .map(outcome -> dynamicTest(
                                        outcome.clause().id() + " line "
                                                + outcome.example().line(),
                                        URI.create("classpath:/packs/" + pack.file() + "?line="
                                                + outcome.example().line()),
                                        () -> assertThat(outcome.failure()).isNull()))));
    }

    @Test
    void allClausesOfTheFiveGuidelinesAreListed() {
        List<GuidelineTable.Row> rows = new GuidelineTable(GUIDELINES).guidelines();
        assertThat(rows).hasSize(1213);
        Map<String, Long> byPack =
                rows.stream().collect(Collectors.groupingBy(GuidelineTable.Row::pack, Collectors.counting()));
        assertThat(byPack).isEqualTo(Map.of("CA", 197L, "CD", 300L, "CP", 177L, "IC", 300L, "SC", 239L));
        assertThat(new GuidelineTable(GUIDELINES).all())
                .hasSize(1213
                        + GUIDELINES.packs().stream()
                                .filter(pack -> !pack.guideline())
                                .mapToInt(pack -> pack.clauses().size())
                                .sum());
    }

    @Test
    void clausesBeforeTheBatchAreServedAndTheirGatesDecidedFromData() {
        List<GuidelineTable.Row> rows = new GuidelineTable(GUIDELINES)
                .guidelines().stream()
                        .filter(row -> BEFORE_THE_BATCH.contains(row.capability()))
                        .toList();
        assertThat(rows).hasSize(369);
        assertThat(rows).filteredOn(row -> row.mechanism().equals("none")).isEmpty();

        List<GuidelineTable.Row> gates = rows.stream()
                .filter(row -> List.of(row.kinds().split(";")).contains("gate"))
                .toList();
        assertThat(gates).hasSize(264);
        assertThat(gates.stream().filter(row -> row.decidedBy().equals("data")).count())
                .as("of %d clauses that ask for a gate, those decided from data", gates.size())
                .isGreaterThanOrEqualTo(Math.ceilDiv(gates.size() * 85L, 100));
    }

    @Test
    void theDocumentOfCoverageIsUpToDate() throws IOException {
        assertThat(Files.readString(Path.of("../docs/guidelines.md")))
                .as("run org.opencgt.guideline.Coverage in the folder of the repository")
                .isEqualTo(new Coverage(GUIDELINES).markdown());
    }
}
