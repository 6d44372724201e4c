package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.table.Csv;

class CustomTableTest {

    private static final String TABLE = """
            n,dlt,decision
            3,0,E
            3,1,S
            3,2,D
            3,3,DU
            """;

    @Test
    void decisionsAreThoseOfTheTable() {
        CustomTable table = read(TABLE);

        assertThat(table.cell(3, 1)).isEqualTo(Decision.STAY);
        assertThat(table.decide(TrialState.of(new int[] {3, 3}, new int[] {0, 3}, 2))
                        .decision())
                .isEqualTo(Decision.ELIMINATE);
        assertThat(table.select(TrialState.outcomes(new int[] {3, 3}, new int[] {0, 3}, null))
                        .mtd())
                .isEqualTo(1);
    }

    @Test
    void aNumberOfPatientsThatTheTableLacksIsRefused() {
        assertThatThrownBy(() -> read(TABLE).decide(TrialState.of(new int[] {6}, new int[] {0}, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no row for 6 patients");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,2,D|3,2,X|cell-not-a-decision",
                "3,2,D|3,4,D|cell-not-a-count",
                "3,2,D|3,1.5,D|cell-not-a-count",
                "3,2,D|3,1,D|cell-twice",
                "3,2,D||cell-missing",
                "3,0,E|3,0,D|bolder-after-more",
                "3,2,D|3,two,D|not-a-number"
            })
    void aTableThatCannotBeMeantIsRefused(String row, String instead, String fault) {
        assertThatThrownBy(() -> read(TABLE.replace(row + "\n", instead == null ? "" : instead + "\n")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(fault);
    }

    @Test
    void anEmptyTableIsRefused() {
        assertThatThrownBy(() -> read("n,dlt,decision\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("n,dlt\n")).isInstanceOf(BadInput.class);
    }

    private static CustomTable read(String text) {
        return CustomTable.read(Csv.parse(text, "table.csv"), 0.3);
    }
}
