package org.opencgt.science.kinetics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class NcaCommandTest {

    private static final String IN = "src/test/resources/reference/nca/in/";

    @TempDir
    Path folder;

    @Test
    void theReferenceFilesAreReadAsTheyAre() {
        JsonNode rows = Run.of(
                        "ck",
                        "nca",
                        "--input",
                        IN + "cart_copies_per_ug.csv",
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
                        "json")
                .json();

        assertThat(rows.size()).isEqualTo(30);
        JsonNode first = rows.get(0);
        assertThat(first.get("auclast").doubleValue()).isCloseTo(47143.461162663523, within(1e-6));
        assertThat(first.get("auc_0_28").doubleValue()).isCloseTo(47136.668964823715, within(1e-6));
        assertThat(first.get("lambda_z_n").intValue()).isEqualTo(4);
        assertThat(first.get("blq_rule").stringValue()).isEqualTo("first=keep,middle=drop,last=keep");
    }

    @Test
    void theColumnsOfTheInterfaceComeFirstAndInItsOrder() {
        Run run = Run.of(
                "ck",
                "nca",
                "--input",
                IN + "edge_cases.csv",
                "--subject",
                "case",
                "--time",
                "t",
                "--value",
                "c",
                "--auc",
                "0:28");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith(
                        "subject,cmax,tmax,clast,tlast,auclast,aucall,aucinf_obs,aucinf_pred,auc_0_28,lambda_z,half_life,"
                                + "r_squared,adj_r_squared,lambda_z_n,lambda_z_start,lambda_z_end,")
                .contains(",cmax_over_tmax,auc_extrapolated_percent,")
                .endsWith(",flags");
        assertThat(run.out()).contains("all_blq,0.0,,0.0,,0.0,");
    }

    @Test
    void aDoseColumnAndUnitsAreCarriedThrough() {
        JsonNode row = Run.of(
                        "ck",
                        "nca",
                        "--input",
                        IN + "theoph.csv",
                        "--subject",
                        "Subject",
                        "--time",
                        "Time",
                        "--value",
                        "conc",
                        "--dose",
                        "Dose",
                        "--time-unit",
                        "h",
                        "--value-unit",
                        "mg/L",
                        "--dose-unit",
                        "mg/kg",
                        "--format",
                        "json")
                .json()
                .get(0);

        assertThat(row.get("cl_obs").doubleValue()).isCloseTo(0.018704318229393398, within(1e-12));
        assertThat(row.get("value_unit").stringValue()).isEqualTo("mg/L");
        assertThat(row.get("dose").doubleValue()).isEqualTo(4.02);
    }

    @Test
    void textBelowTheLimitAndLimitsInCells() throws Exception {
        String file = file("subject,time,value,arm\nA,0,BLQ,1\nA,1,<50,1\nA,3,100,1\nA,5,<40,1\nA,7,200,1\nA,9,.,1\n");

        JsonNode row = Run.of(
                        "ck",
                        "nca",
                        "--input",
                        file,
                        "--group",
                        "arm",
                        "--blq",
                        "middle=lloq/2",
                        "--rule",
                        "linear",
                        "--format",
                        "json")
                .json()
                .get(0);

        assertThat(row.get("group").stringValue()).isEqualTo("1");
        assertThat(row.get("auclast").doubleValue()).isEqualTo(100 + 120 + 220);
        assertThat(row.get("missing").intValue()).isEqualTo(1);
        assertThat(row.get("below_limit").intValue()).isEqualTo(3);
    }

    @Test
    void aLimitMayStandInAColumn() throws Exception {
        String file = file("subject,time,value,limit\nA,0,30,20\nA,1,30,40\nA,2,500,40\n");

        JsonNode row = Run.of("ck", "nca", "--input", file, "--lloq", "limit", "--format", "json")
                .json()
                .get(0);

        assertThat(row.get("below_limit").intValue()).isEqualTo(1);
    }

    @Test
    void unsortedAndInterleavedRowsArePutInOrderAndFlagged() throws Exception {
        String file = file("subject,time,value\nA,7,10\nB,0,0\nA,0,0\nB,7,5\n");

        JsonNode rows = Run.of("ck", "nca", "--input", file, "--format", "json").json();

        assertThat(rows.get(0).get("auclast").doubleValue()).isEqualTo(35);
        assertThat(rows.get(0).get("flags").toString()).contains("unsorted");
        assertThat(rows.get(1).get("flags").toString()).doesNotContain("unsorted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,0,0;A,0,5 | line 3, column \"time\": subject A has another result at this time (0) on line 2",
                "A,0,0;A,7,5;A,0,5 | line 4, column \"time\": subject A has another result at this time",
                "A,0,-3 | line 2, column \"value\": a concentration cannot be negative, but is -3",
                "A,0,many | line 2, column \"value\": \"many\" is neither a concentration",
                "A,soon,3 | line 2, column \"time\": \"soon\" is not a number",
                "A,,3 | line 2, column \"time\": there is a result but no time",
                ",0,3 | line 2, column \"subject\": the subject is missing",
                "A,0,1e999 | is neither a concentration"
            })
    void badDataAreRefusedWithTheirPlace(String rows, String message) throws Exception {
        Run run = Run.of("ck", "nca", "--input", file("subject,time,value\n" + rows.replace(';', '\n') + "\n"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--value DV | has no column \"DV\". Its columns: subject, time, value, dose",
                "--auc 28:0 | \"28:0\" is no interval",
                "--auc 0:inf | needs an end",
                "--blq middle=guess | is no rule",
                "--lambda-z last | is no interval",
                "--rule trapezoid | --rule cannot be \"trapezoid\"",
                "--dose dose | \"7\" differs from other rows of subject A",
                "--group dose | \"7\" differs from other rows of subject A",
                "--dose -1 | Dose must be greater than zero",
                "--lloq 0 | Limit of quantification must be greater than zero",
                "--min-adjusted-r-squared 80 | Adjusted r² must be a fraction"
            })
    void impossibleOptionsAreRefused(String options, String message) throws Exception {
        String file = file("subject,time,value,dose\nA,0,0,5\nA,1,8,7\n");
        String[] words = ("ck nca --input " + file + " " + options).split(" ");

        Run run = Run.of(words);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aFileWithoutRowsIsRefused() throws Exception {
        assertThat(Run.of("ck", "nca", "--input", file("subject,time,value\n")).err())
                .contains("has a header but no rows");
    }

    @Test
    void faultsAreToldInChinese() throws Exception {
        Run run = Run.in(Language.CHINESE, "ck", "nca", "--input", file("subject,time,value\nA,0,-1\n"));

        assertThat(run.err()).contains("第 2 行").contains("浓度不能为负");
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), content).toString();
    }
}
