package org.opencgt.science.potency.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class PotencyCommandTest {

    private static final String CASES = "src/test/resources/reference/potency/";

    @TempDir
    Path folder;

    @Test
    void aFitHasItsParametersByName() {
        Run run = Run.of(
                "potency",
                "fit",
                "--input",
                CASES + "ll4_ryegrass/input.csv",
                "--x",
                "conc",
                "--y",
                "rootl",
                "--format",
                "json");

        assertThat(run.code()).isZero();
        JsonNode fit = run.json();
        assertThat(fit.get("coefficients").get("e").doubleValue()).isCloseTo(3.0579551693353726, within(1e-8));
        assertThat(fit.get("se").get("b").doubleValue()).isCloseTo(0.4584288171048211, within(1e-8));
        assertThat(fit.get("df_residual").intValue()).isEqualTo(20);
        assertThat(fit.get("ed").get("50").get("ed").doubleValue()).isCloseTo(3.0579551693353726, within(1e-8));
    }

    @Test
    void noDoseResponseIsAnAnswerOfNo() {
        Run run = Run.of("potency", "fit", "--input", CASES + "ll4_flat/input.csv", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("identifiable").booleanValue()).isFalse();
        assertThat(run.json().get("flags").get(0).stringValue()).isEqualTo("NOT_IDENTIFIABLE");
        assertThat(run.err()).contains("no dose response");
    }

    @Test
    void relativePotencyOfEachTestWithAReport() throws Exception {
        Path report = folder.resolve("r.html");
        Run run = Run.in(
                Language.CHINESE,
                "potency",
                "relative",
                "--input",
                CASES + "rp_plate/input.csv",
                "--format",
                "json",
                "--report",
                report.toString());

        assertThat(run.code()).isZero();
        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).get("test").stringValue()).isEqualTo("T1");
        assertThat(run.json().get(0).get("rp").doubleValue()).isCloseTo(1.2135404323272436, within(1e-8));
        assertThat(run.json().get(0).get("parallelism").get("df1").intValue()).isEqualTo(6);
        assertThat(Files.readString(report)).contains("相对效价").contains("<svg");
    }

    @Test
    void aRequiredParallelismThatFailsIsAnAnswerOfNo() {
        Run run =
                Run.of("potency", "relative", "--input", CASES + "rp_plate_nonparallel/input.csv", "--require", "test");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("T1 is not parallel");
    }

    @Test
    void linesCountsAndSlopes() {
        Run lines = Run.of(
                "potency",
                "relative",
                "--model",
                "parallel-line",
                "--input",
                CASES + "pla_assay_blocks/input.csv",
                "--y",
                "logDens",
                "--reference",
                "a",
                "--block",
                "block",
                "--format",
                "json");
        Run counts = Run.of(
                "potency",
                "relative",
                "--model",
                "probit",
                "--input",
                CASES + "quantal_insulin_probit/input.csv",
                "--y",
                "convulsions",
                "--curve",
                "prep",
                "--reference",
                "standard",
                "--format",
                "json");
        Run slopes = Run.of(
                "potency",
                "slope-ratio",
                "--input",
                CASES + "slope_ratio_methionine/input.csv",
                "--y",
                "gain",
                "--curve",
                "product",
                "--reference",
                "DLM",
                "--format",
                "json");

        assertThat(lines.json().get(0).get("rp").doubleValue()).isCloseTo(0.7266037564359406, within(1e-9));
        assertThat(counts.json().get(0).get("rp").doubleValue()).isCloseTo(0.6685187617790147, within(1e-8));
        assertThat(slopes.json().get(0).get("rp").doubleValue()).isCloseTo(1.0983255840522579, within(1e-9));
    }

    @Test
    void alikeAssaysCombineToTheirMean() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "rp,se_log_rp\n0.8,0.05\n1.25,0.05\n");

        JsonNode rows = Run.of("potency", "combine", "--input", file.toString(), "--format", "json")
                .json();

        for (JsonNode row : rows) {
            assertThat(row.get("rp").doubleValue()).isCloseTo(1, within(1e-12));
        }
        assertThat(rows.get(1).get("recommended").booleanValue()).isFalse();
        assertThat(rows.get(2).get("recommended").booleanValue()).isTrue();
        assertThat(rows.get(1).get("se_log_rp").doubleValue()).isCloseTo(0.05 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void lysisAndItsLyticUnits() throws Exception {
        Path file = Files.writeString(
                folder.resolve("l.csv"), "effector,ratio,signal\nA,1,200\nA,10,600\nB,1,120\nB,10,150\n");

        Run run = Run.of(
                "potency",
                "cytotoxicity",
                "--input",
                file.toString(),
                "--spontaneous-signal",
                "100",
                "--maximum-signal",
                "1100",
                "--least-lysis",
                "5",
                "--format",
                "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get(0).get("lysis_percent").doubleValue()).isEqualTo(10);
        assertThat(run.json().get(0).get("ratio_at_lysis").doubleValue()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(run.json().get(0).get("lytic_units").doubleValue()).isCloseTo(100 / Math.sqrt(10), within(1e-9));
        assertThat(run.json().get(2).get("flags").get(0).stringValue()).isEqualTo("LYSIS_NOT_CROSSED");
        assertThat(Run.of(
                                "potency",
                                "cytotoxicity",
                                "--input",
                                file.toString(),
                                "--spontaneous-signal",
                                "5",
                                "--maximum-signal",
                                "5")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void cytokineReleaseWithWellsBelowTheLimit() throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.csv"), "effector,dose,signal\nA,0,<8\nA,0,10\nA,1,70\nA,10,140\nB,0,10\nB,1,12\n");

        Run run = Run.of("potency", "cytokine", "--input", file.toString(), "--least-fold", "5", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("B releases at most 1.2 times");
        assertThat(run.json().get(0).get("background").doubleValue()).isEqualTo(7);
        assertThat(run.json().get(0).get("fold").doubleValue()).isCloseTo(10, within(1e-12));
        assertThat(run.json().get(1).get("area").doubleValue()).isCloseTo(98, within(1e-12));
        Path unknown = Files.writeString(folder.resolve("u.csv"), "effector,dose,signal\nA,0,BLQ\nA,1,70\n");
        assertThat(Run.of("potency", "cytokine", "--input", unknown.toString()).code())
                .isEqualTo(2);
    }
}
