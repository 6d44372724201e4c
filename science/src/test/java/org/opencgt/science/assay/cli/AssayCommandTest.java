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

    @Test
    void restrictedLikelihoodAndConventionsByOption() {
        String input = VALIDATION + "negative_component/input.csv";
        JsonNode reml = Run.of(
                        "assay",
                        "precision",
                        "--input",
                        input,
                        "--factors",
                        "day",
                        "--method",
                        "reml",
                        "--format",
                        "json")
                .json();
        JsonNode anova = Run.of("assay", "precision", "--input", input, "--factors", "day", "--format", "json")
                .json();
        JsonNode mcr = Run.of(
                        "assay",
                        "passing-bablok",
                        "--input",
                        COMPARISON + "const_cv/input.csv",
                        "--convention",
                        "mcr-tangent",
                        "--format",
                        "json")
                .json();
        JsonNode theilSen = Run.of(
                        "assay", "theil-sen", "--input", COMPARISON + "const_cv/input.csv", "--format", "json")
                .json();

        assertThat(reml.get("components").get(1).get("vc").doubleValue()).isZero();
        assertThat(reml.get("flags").get(0).stringValue()).isEqualTo("COMPONENT_AT_ZERO");
        assertThat(anova.get("reml_exact").get("total").doubleValue())
                .isEqualTo(reml.get("components").get(0).get("vc").doubleValue());
        assertThat(mcr.get("C_rounded").intValue()).isEqualTo(307);
        assertThat(theilSen.get("slope").doubleValue()).isCloseTo(1.1194229133188394, within(1e-9));
    }

    @Test
    void robustnessHoldsItsEffectsAgainstALimit() throws Exception {
        Path file = Files.writeString(
                folder.resolve("d.csv"), "a,b,y\n-1,-1,10\n1,-1,12\n-1,1,10.1\n1,1,12.2\n-1,-1,10.2\n1,1,12.1\n");
        Run wide = Run.of("assay", "robustness", "--input", file.toString(), "--factors", "a,b", "--format", "json");
        Run narrow =
                Run.of("assay", "robustness", "--input", file.toString(), "--factors", "a,b", "--limit-effect", "5");

        assertThat(wide.code()).isZero();
        assertThat(wide.json().get("effects").get(0).get("term").stringValue()).isEqualTo("a");
        assertThat(narrow.code()).isEqualTo(1);
        assertThat(narrow.err()).contains("may exceed 5");
        assertThat(Run.of("assay", "robustness", "--input", file.toString(), "--factors", "a,y")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void bridgingNeedsOneMarginAndHoldsIt() throws Exception {
        Path file = Files.writeString(
                folder.resolve("m.csv"),
                "sample,method,y\na,old,10\na,new,10.5\nb,old,20\nb,new,20.4\nc,old,30\nc,new,30.8\n");
        Run met = Run.of("assay", "bridging", "--input", file.toString(), "--margin", "2", "--format", "json");
        Run ratio = Run.of("assay", "bridging", "--input", file.toString(), "--ratio", "0.99:1.01");

        assertThat(met.code()).isZero();
        assertThat(met.json().get("bias").get("equivalent").booleanValue()).isTrue();
        assertThat(met.json().get("flags").get(0).stringValue()).isEqualTo("NO_PRECISION");
        assertThat(ratio.code()).isEqualTo(1);
        assertThat(Run.of("assay", "bridging", "--input", file.toString()).code())
                .isEqualTo(2);
        assertThat(Run.of("assay", "bridging", "--input", file.toString(), "--ratio", "x")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aRapidMethodThatMissesWhatTheOtherFindsIsInferior() throws Exception {
        StringBuilder rows = new StringBuilder("rapid,compendial\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 4 == 0 ? "0,1\n" : "1,1\n");
        }
        Path file = Files.writeString(folder.resolve("s.csv"), rows);
        Run run = Run.of(
                "assay", "detection-comparison", "--input", file.toString(), "--margin", "0.2", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get(0).get("compendial_only").intValue()).isEqualTo(10);
        assertThat(run.json().get(0).get("organism").stringValue()).isEqualTo("all");
        assertThat(run.err()).contains("Non-inferiority is not shown");
    }
}
