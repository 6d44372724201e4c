package org.opencgt.science.kinetics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

/** The verbs of {@code ck} other than nca. */
class KineticsCommandTest {

    private static final String CART = "src/test/resources/reference/nca/in/cart_copies_per_ug.csv";
    private static final String THEOPH = "src/test/resources/reference/nca/in/theoph.csv";

    @TempDir
    Path folder;

    @Test
    void phasesOfEverySubject() {
        JsonNode rows = cart("phases");

        assertThat(rows.size()).isEqualTo(30);
        for (JsonNode row : rows) {
            assertThat(row.get("phases").toString()).contains("expansion", "contraction");
            assertThat(row.get("expansion_doubling_time").doubleValue()).isBetween(0.3, 4.0);
            assertThat(row.get("contraction_half_life").doubleValue()).isBetween(0.5, 20.0);
        }
    }

    @Test
    void whoMayStop() {
        JsonNode rows = cart("stop-sampling");

        assertThat(rows.get(0).get("may_stop").booleanValue()).isTrue();
        assertThat(rows.get(0).get("stop_time").doubleValue()).isEqualTo(89.94);
        assertThat(rows.get(1).get("may_stop").booleanValue()).isFalse();
        assertThat(rows.get(1).get("reason").stringValue()).isEqualTo("still-quantifiable");
    }

    @Test
    void stoppingByTwoMethods() throws Exception {
        String file = file("subject,time,pcr,flow\nA,7,900,90\nA,28,BLQ,20\nA,60,BLQ,BLQ\nA,90,BLQ,NA\n");

        JsonNode row = json("ck", "stop-sampling", "--input", file, "--value", "pcr", "--second", "flow")
                .get(0);

        assertThat(row.get("may_stop").booleanValue()).isFalse();
        assertThat(row.get("reason").stringValue()).isEqualTo("other-method");
    }

    @Test
    void persistenceAtMonths() {
        JsonNode rows = cart("persistence", "--months", "3,6,12");

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(0).get("time").doubleValue()).isCloseTo(91.3125, within(1e-12));
        double before = 1;
        for (JsonNode row : rows) {
            assertThat(row.get("probability").doubleValue()).isLessThanOrEqualTo(before);
            assertThat(row.get("lower").doubleValue())
                    .isLessThan(row.get("probability").doubleValue());
            before = row.get("probability").doubleValue();
        }
    }

    @Test
    void summariesByGroup() throws Exception {
        String file = file(
                "subject,time,value,arm\nA,0,0,x\nA,1,8,x\nA,2,4,x\nB,0,0,y\nB,1,2,y\nB,2,1,y\nC,0,0,x\nC,1,32,x\n");

        JsonNode rows = json("ck", "nca", "--input", file, "--group", "arm", "--summary", "--value-unit", "cells/µL");

        assertThat(rows.get(0).get("group").stringValue()).isEqualTo("x");
        assertThat(rows.get(0).get("parameter").stringValue()).isEqualTo("cmax");
        assertThat(rows.get(0).get("geometric_mean").doubleValue()).isCloseTo(16, within(1e-12));
        assertThat(rows.get(0).get("unit").stringValue()).isEqualTo("cells/µL");
    }

    @Test
    void proportionalityOfNamedParameters() {
        Run run = Run.of(
                "ck",
                "proportionality",
                "--input",
                THEOPH,
                "--subject",
                "Subject",
                "--time",
                "Time",
                "--value",
                "conc",
                "--dose",
                "Dose",
                "--parameters",
                "cmax,auclast",
                "--format",
                "json");

        assertThat(run.json().size()).isEqualTo(2);
        assertThat(run.json().get(0).get("n").intValue()).isEqualTo(12);
        assertThat(run.json().get(0).get("conclusion").stringValue()).isEqualTo("weak-relation");
        assertThat(Run.of(
                                "ck",
                                "proportionality",
                                "--input",
                                THEOPH,
                                "--subject",
                                "Subject",
                                "--time",
                                "Time",
                                "--value",
                                "conc",
                                "--dose",
                                "Dose",
                                "--parameters",
                                "auc99")
                        .err())
                .contains("There is no parameter \"auc99\"");
    }

    @Test
    void overlapOfNeighbouringDoses() throws Exception {
        String file = file("""
                subject,time,value,dose
                A,0,0,1
                A,1,30,1
                B,0,0,1
                B,1,50,1
                C,0,0,10
                C,1,40,10
                D,0,0,10
                D,1,90,10
                """);

        Run run = Run.of("ck", "overlap", "--input", file, "--dose", "dose", "--limit", "0.3", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get(0).get("overlap_coefficient").doubleValue()).isBetween(0.4, 0.8);
        assertThat(run.err()).contains("the exposures of doses 1 and 10 overlap");
    }

    @Test
    void aScheduleWithGapsIsNotEnough() {
        Run run = Run.of("ck", "schedule", "--times", "0,1,7,14,28", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("follow-up: 0 samples are planned, 1 are needed");
        assertThat(run.json().size()).isEqualTo(8);
        assertThat(Run.of("ck", "schedule", "--times", "0,0.1,1,2,4,7,10,14,21,28,60,90,180,365")
                        .code())
                .isZero();
    }

    @Test
    void aTerminalShowsTheMainColumns() {
        Run run = Run.of(
                "ck",
                "nca",
                "--input",
                CART,
                "--subject",
                "ID",
                "--time",
                "TIME",
                "--value",
                "DV",
                "--lloq",
                "50",
                "--auc",
                "0:28",
                "--format",
                "table");

        assertThat(run.out().lines().findFirst().orElseThrow())
                .contains("Cmax", "auc_0_28", "Half-life")
                .doesNotContain("AUMC");
    }

    @Test
    void pairedMethodsWithAntibodies() throws Exception {
        String file = file("subject,time,pcr,flow,ada\nA,7,1000,10,negative\nA,28,3000,BLQ,positive\nA,60,2000,20,\n");

        JsonNode rows = json("ck", "paired", "--input", file, "--value", "pcr", "--ada", "ada");

        assertThat(rows.get(1).get("flags").toString()).contains("possible-ada-interference");
        assertThat(rows.get(2).get("ada_positive").booleanValue()).isTrue();
        JsonNode agreement = json("ck", "paired", "--input", file, "--value", "pcr", "--ada", "ada", "--summary")
                .get(0);
        assertThat(agreement.get("interference").intValue()).isEqualTo(1);
        assertThat(Run.of(
                                "ck",
                                "paired",
                                "--input",
                                file("subject,time,pcr,flow,ada\nA,7,1,1,perhaps\n"),
                                "--value",
                                "pcr",
                                "--ada",
                                "ada")
                        .err())
                .contains("line 2")
                .contains("neither positive nor negative");
    }

    @Test
    void markersInOneFile() throws Exception {
        String file = file("""
                subject,time,marker,value
                A,0,CD4,400
                A,0,CD8,200
                A,14,CD4,300
                A,14,CD8,600
                A,0,B,180
                A,14,B,10
                A,90,B,60
                """);

        JsonNode rows = json(
                "ck", "pharmacodynamics", "--input", file, "--marker", "marker", "--ratio", "CD4/CD8", "--below", "50");

        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.get(2).get("depleted_for").doubleValue()).isEqualTo(76);
        assertThat(rows.get(3).get("marker").stringValue()).isEqualTo("CD4/CD8");
        assertThat(rows.get(3).get("fold").doubleValue()).isEqualTo(0.25);
        assertThat(Run.of("ck", "pharmacodynamics", "--input", file, "--marker", "marker", "--ratio", "CD4/NK")
                        .err())
                .contains("There is no marker \"NK\"");
    }

    @Test
    void timeCoursesAndSparseGroups() {
        JsonNode visits = cart("time-course");

        assertThat(visits.get(0).get("n").intValue()).isEqualTo(30);
        assertThat(visits.size()).isBetween(14, 20);
        JsonNode group = cart("sparse").get(0);
        assertThat(group.get("subjects").intValue()).isEqualTo(30);
    }

    @Test
    void repeatedDosesFromAFileOfTheirOwn() throws Exception {
        String samples = file("subject,time,value\nA,0,0\nA,2,80\nA,6,20\nA,7,10\nA,9,160\nA,13,40\nB,0,0\nB,3,5\n");
        Path doses = Files.writeString(folder.resolve("doses.csv"), "subject,time,dose\nA,0,100\nA,7,200\n");

        JsonNode rows = json("ck", "nca", "--input", samples, "--doses", doses.toString());

        assertThat(rows.get(1).get("dose_number").intValue()).isEqualTo(2);
        assertThat(rows.get(1).get("cmax_per_dose").doubleValue()).isEqualTo(0.8);
        assertThat(rows.get(1).get("accumulation_ratio").doubleValue()).isGreaterThan(1);
        assertThat(rows.get(2).get("flags").toString()).contains("no-dose");
        Files.writeString(doses, "subject,time,dose\nA,0,100\nZ,7,200\n");
        assertThat(Run.of("ck", "nca", "--input", samples, "--doses", doses.toString())
                        .err())
                .contains("1 subjects have doses but no samples: Z");
    }

    @Test
    void tablesOfCdisc() {
        Run pc = Run.of(
                "ck",
                "cdisc",
                "--domain",
                "pc",
                "--study",
                "ST-1",
                "--input",
                CART,
                "--subject",
                "ID",
                "--time",
                "TIME",
                "--value",
                "DV",
                "--lloq",
                "50",
                "--time-unit",
                "d",
                "--value-unit",
                "copies/ug");
        Run pp = Run.of(
                "ck",
                "cdisc",
                "--domain",
                "pp",
                "--study",
                "ST-1",
                "--input",
                CART,
                "--subject",
                "ID",
                "--time",
                "TIME",
                "--value",
                "DV",
                "--lloq",
                "50",
                "--time-unit",
                "d",
                "--value-unit",
                "copies/ug",
                "--auc",
                "0:28");

        assertThat(pc.out())
                .startsWith("STUDYID,DOMAIN,USUBJID,PCSEQ,PCTESTCD,")
                .contains("ST-1,PC,1,1,CART,", "<50");
        assertThat(pp.out())
                .startsWith("STUDYID,DOMAIN,USUBJID,PPSEQ,PPTESTCD,")
                .contains("AUCINT", "P28D");
    }

    private static JsonNode cart(String verb, String... more) {
        String[] words = {
            "ck", verb, "--input", CART, "--subject", "ID", "--time", "TIME", "--value", "DV", "--lloq", "50"
        };
        return json(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    private static JsonNode json(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--format";
        all[words.length + 1] = "json";
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), content).toString();
    }
}
