package org.opencgt.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.science.output.Json;
import org.opencgt.web.explorer.DecisionGrid.Across;
import org.opencgt.web.explorer.DecisionGrid.Outcome;
import org.opencgt.web.explorer.DecisionGrid.Row;
import tools.jackson.databind.JsonNode;

/** Decision tables as grids: toxicities down, patients or responses across. */
class DecisionGridTest {

    private static final JsonNode TOXICITY = Json.mapper().readTree("""
            {"design": "boin", "decisions": [
              {"n": 3, "dlt": 0, "decision": "E"}, {"n": 3, "dlt": 1, "decision": "D"},
              {"n": 3, "dlt": 2, "decision": "D"}, {"n": 3, "dlt": 3, "decision": "DU"},
              {"n": 6, "dlt": 0, "decision": "E"}, {"n": 6, "dlt": 1, "decision": "E"},
              {"n": 6, "dlt": 2, "decision": "S"}, {"n": 6, "dlt": 3, "decision": "D"},
              {"n": 6, "dlt": 4, "decision": "DU"}, {"n": 6, "dlt": 5, "decision": "DU"},
              {"n": 6, "dlt": 6, "decision": "DU"}]}
            """);

    @Test
    void patientsAreAcrossAndWhatCannotBeIsEmpty() {
        DecisionGrid grid = DecisionGrid.of(TOXICITY, 0, null).orElseThrow();
        assertThat(grid.across()).isEqualTo(Across.PATIENTS);
        assertThat(grid.columns()).containsExactly(3, 6);
        assertThat(letters(grid.rows().get(1))).containsExactly("D", "E");
        assertThat(letters(grid.rows().get(4))).containsExactly("-", "DU");
        assertThat(grid.letters()).containsExactly("E", "D", "S", "DU");
    }

    @Test
    void rowsAtTheEndThatSayTheSameAreOne() {
        DecisionGrid grid = DecisionGrid.of(TOXICITY, 0, null).orElseThrow();
        Row last = grid.rows().getLast();
        assertThat(last.dlt()).isEqualTo(4);
        assertThat(last.orMore()).isTrue();
        assertThat(grid.rows()).hasSize(5);
    }

    @Test
    void anOutcomeThatWasAskedAboutIsMarkedAndNeverFolded() {
        DecisionGrid grid = DecisionGrid.of(TOXICITY, 0, new Outcome(6, 5, 0)).orElseThrow();
        assertThat(grid.rows().stream().filter(row -> row.dlt() == 5))
                .singleElement()
                .satisfies(row -> assertThat(
                                Objects.requireNonNull(row.cells().get(1)).here())
                        .isTrue());
        assertThat(grid.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> cell != null && cell.here()))
                .hasSize(1);
    }

    @Test
    void responsesAreAcrossForOneNumberOfPatients() {
        JsonNode table = Json.mapper().readTree("""
                {"design": "tepi", "decisions": [
                  {"n": 3, "dlt": 0, "responses": 0, "decision": "E"}, {"n": 3, "dlt": 0, "responses": 1, "decision": "S"},
                  {"n": 6, "dlt": 0, "responses": 0, "decision": "EU"}, {"n": 6, "dlt": 1, "responses": 0, "decision": "DUE"}]}
                """);
        DecisionGrid three = DecisionGrid.of(table, 0, null).orElseThrow();
        assertThat(three.sizes()).containsExactly(3, 6);
        assertThat(three.size()).isEqualTo(3);
        assertThat(letters(three.rows().getFirst())).containsExactly("E", "S");
        DecisionGrid six = DecisionGrid.of(table, 6, null).orElseThrow();
        assertThat(six.letters()).containsExactly("EU", "DUE");
    }

    @Test
    void eachNumberOfPatientsHasItsOwnTableAndNoneIsForNobody() {
        JsonNode table = Json.mapper().readTree("""
                {"design": "boin12", "decisions": [
                  {"n": 0, "dlt": 0, "responses": 0, "decision": "S", "admissible": true, "rds": 4.0},
                  {"n": 3, "dlt": 0, "responses": 0, "decision": "E", "admissible": false, "rds": null},
                  {"n": 3, "dlt": 0, "responses": 1, "decision": "E", "admissible": true, "rds": 6.5},
                  {"n": 3, "dlt": 1, "responses": 0, "decision": "DU", "admissible": false, "rds": null},
                  {"n": 6, "dlt": 0, "responses": 0, "decision": "D", "admissible": true, "rds": 1.0}]}
                """);
        DecisionGrid grid = DecisionGrid.of(table, 0, null).orElseThrow();
        assertThat(grid.sizes()).containsExactly(3, 6);
        assertThat(grid.size()).isEqualTo(3);
        assertThat(letters(grid.rows().getFirst())).containsExactly("NA", "E");
        assertThat(letters(grid.rows().getLast())).containsExactly("DU", "-");
        assertThat(Objects.requireNonNull(grid.rows().getFirst().cells().get(1)).score())
                .isEqualTo("6.5");
        assertThat(grid.scored()).isTrue();
    }

    @Test
    void whatIsNoTableMakesNoGrid() {
        assertThat(DecisionGrid.of(Json.mapper().readTree("{\"decision\": \"E\"}"), 0, null))
                .isEmpty();
    }

    private static List<String> letters(Row row) {
        return row.cells().stream()
                .map(cell -> cell == null ? "-" : cell.letter())
                .toList();
    }
}
