package org.opencgt.science.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class AssayCommandTest {

    private static final String COMPARISON = "src/test/resources/reference/assay/comparison/";
    private static final String VALIDATION = "src/test/resources/reference/assay/validation/";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"deming", "passing-bablok", "bland-altman", "concordance"})
    void comparisonsHaveAReport(String verb) throws Exception {
        Path report = folder.resolve("r.html");
        Run run = Run.of(
                "assay",
                verb,
                "--input",
                COMPARISON + "const_cv/input.csv",
                "--format",
                "json",
                "--report",
                report.toString());

        assertThat(run.code()).isZero();
        assertThat(run.json().get("n").intValue()).isEqualTo(60);
        assertThat(Files.readString(report)).contains("<html");
    }

    @Test
    void aSlopeBeyondItsLimitsIsAnAnswerOfNo() {
        Run run = Run.of(
                "assay",
                "passing-bablok",
                "--input",
                COMPARISON + "const_cv/input.csv",
                "--slope-lower",
                "0.9",
                "--slope-upper",
                "1.1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("exceeds the limits");
    }

    @Test
    void kappaOfCountsAndOfRows() throws Exception {
        JsonNode counted = Run.of("assay", "kappa", "--input", COMPARISON + "kappa_2x2/input.csv", "--format", "json")
                .json();
        Path rows = Files.writeString(folder.resolve("k.csv"), "row,col\na,a\na,b\nb,b\nb,b\n");

        assertThat(counted.get("kappa").doubleValue()).isCloseTo(0.4, within(1e-12));
        assertThat(Run.of("assay", "kappa", "--input", rows.toString(), "--format", "json")
                        .json()
                        .get("kappa")
                        .doubleValue())
                .isCloseTo(0.5, within(1e-12));
        assertThat(Run.of("assay", "kappa", "--input", rows.toString(), "--categories", "a,c")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void precisionHoldsALimit() {
        Run run = Run.of(
                "assay",
                "precision",
                "--input",
                VALIDATION + "ep05_glucose/input.csv",
                "--value",
                "result",
                "--factors",
                "day,run",
                "--limit-cv",
                "1",
                "--format",
                "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("components")).hasSize(4);
        assertThat(run.json().get("components").get(2).get("name").stringValue())
                .isEqualTo("day:run");
    }

    @Test
    void limitsInAllWays() throws Exception {
        Run slope = Run.of(
                "assay",
                "detection-limit",
                "--method",
                "slope",
                "--input",
                VALIDATION + "lin_din32645/input.csv",
                "--x",
                "x",
                "--format",
                "json");
        Run probit = Run.of(
                "assay", "detection-limit", "--input", VALIDATION + "probit_typical/input.csv", "--format", "json");
        Run separated = Run.of(
                "assay", "detection-limit", "--input", VALIDATION + "probit_separation/input.csv", "--format", "json");
        Path blanks = Files.writeString(folder.resolve("b.csv"), "sample,y\nblank,1\nblank,2\nblank,3\nlow,4\nlow,6\n");
        Run blank = Run.of(
                "assay", "detection-limit", "--method", "blank", "--input", blanks.toString(), "--format", "json");

        assertThat(slope.json().get("lod").doubleValue()).isCloseTo(0.06567728504684577, within(1e-10));
        assertThat(probit.json().get("lod95").doubleValue()).isCloseTo(9.095292988782566, within(1e-6));
        assertThat(separated.code()).isEqualTo(1);
        assertThat(separated.err()).contains("between 2 and 4");
        assertThat(blank.json().get("lob_nonparametric").doubleValue()).isEqualTo(3);
    }

    @Test
    void accuracyAndOutliers() {
        Run accuracy = Run.of(
                "assay",
                "accuracy",
                "--input",
                VALIDATION + "accuracy_profile/input.csv",
                "--limit-bias",
                "5",
                "--format",
                "json");
        Run outliers = Run.of(
                "assay",
                "outliers",
                "--input",
                VALIDATION + "outlier_tests/input.csv",
                "--set",
                "set",
                "--format",
                "json");

        assertThat(accuracy.code()).isEqualTo(1);
        assertThat(accuracy.json()).hasSize(5);
        assertThat(outliers.json().get(0).get("outlier").booleanValue()).isTrue();
    }
}
