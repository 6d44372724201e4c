package org.opencgt.science.stability.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class StabilityCommandTest {

    private static final String REFERENCE = "src/test/resources/reference/stability/";

    @TempDir
    Path folder;

    @Test
    void theKeysOfTheInterfaceAreThere() {
        JsonNode found = run("shelf-life --input " + REFERENCE
                        + "q1e_cics/input.csv --value Potency --limit 95 --at 0,24 --format json")
                .json();

        assertThat(found.get("model").stringValue()).isEqualTo("cics");
        assertThat(found.get("shelf_life").doubleValue()).isCloseTo(25.995763193065752, within(1e-10));
        assertThat(found.at("/ancova/slopes/p").doubleValue()).isCloseTo(0.7972252392639408, within(1e-10));
        assertThat(found.at("/ancova/intercepts/df2").intValue()).isEqualTo(25);
        assertThat(found.at("/models/dics/worst_batch").stringValue()).isEqualTo("b2");
        assertThat(found.at("/models/dids_pmse/shelf_life").doubleValue()).isCloseTo(23.47038474972075, within(1e-10));
        assertThat(found.get("predictions").size()).isEqualTo(4 * 3 * 2);
        assertThat(found.has("proposed_shelf_life")).isFalse();
    }

    @Test
    void aRowForEachBatchInEachModel() {
        Run run = run("shelf-life --input " + REFERENCE + "q1e_cics/input.csv --value Potency --limit 95 --format csv");

        assertThat(run.out().lines()).hasSize(1 + 4 * 3);
        assertThat(run.out()).startsWith("model,chosen,batch,intercept,slope,");
    }

    @Test
    void aClaimThatTheDataDoNotBearIsRefused() {
        String files = REFERENCE + "q1e_cics/input.csv --value Potency --limit 95 ";

        assertThat(run("shelf-life --input " + files + "--claim 25").code()).isZero();
        assertThat(run("shelf-life --input " + files + "--claim 26").code()).isEqualTo(1);
        Run frozen = run("shelf-life --input " + files + "--claim 25 --storage frozen");
        assertThat(frozen.code()).isEqualTo(1);
        assertThat(frozen.err()).contains("bear a shelf life of 24");
    }

    @Test
    void otherConditionsAreSupportiveOnly() throws Exception {
        String rows = "Batch,Month,Assay,store\nA,0,100,LT\nA,6,99.1,LT\nA,12,98.3,LT\nA,18,97.2,LT\n"
                + "A,0,100,ACC\nA,3,96,ACC\nA,6,93,ACC\n";
        String options = " --limit 95 --format json";
        JsonNode apart = run("shelf-life --input " + file(rows) + " --condition store --long-term LT" + options)
                .json();

        assertThat(apart.get("n").intValue()).isEqualTo(4);
        assertThat(apart.at("/supportive/0/condition").stringValue()).isEqualTo("ACC");
        assertThat(apart.at("/supportive/0/supportive_only").booleanValue()).isTrue();
        assertThat(apart.get("shelf_life").doubleValue())
                .isGreaterThan(apart.at("/supportive/0/shelf_life").doubleValue());
        assertThat(run("shelf-life --input " + file(rows) + " --condition store" + options)
                        .err())
                .contains("go together");
    }

    @Test
    void reportsShowLinesLimitsAndShelfLifeInBothLanguages() throws Exception {
        Path report = folder.resolve("report.html");
        String options = "shelf-life --input " + REFERENCE + "q1e_dids/input.csv --value Potency --limit 95 "
                + "--storage room --report " + report;
        assertThat(run(options).code()).isZero();
        String english = Files.readString(report);
        assertThat(english).contains("<svg", "Can batches be pooled?", "Proposed shelf life", "A line for each batch");

        assertThat(Run.in(Language.CHINESE, ("stability " + options).split(" ")).code())
                .isZero();
        assertThat(Files.readString(report)).contains("批次可否合并", "建议有效期");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "track --input $q1e_cics/input.csv --value Potency --limit 95 --claim 24 | Shelf life as data arrive",
                "arrhenius --input $arrhenius_n2o5/input.csv | Activation energy",
                "accelerated --input $accelerated_two_and_one_step/input.csv | supportive only"
            })
    void everyVerbHasAReport(String command, String text) throws Exception {
        Path report = folder.resolve("report.html");

        Run run = run(command.replace("$", REFERENCE) + " --report " + report);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readString(report)).contains("<svg", text);
    }

    @Test
    void excursionsAreReadWithDates() throws Exception {
        String log =
                file("time,temp\n2026-03-02T08:00,5\n2026-03-02T09:00,11\n2026-03-02T10:00,11\n2026-03-02 11:00,5\n");
        Path allowance = Files.writeString(folder.resolve("bands.csv"), "from_c,to_c,hours,count\n8,25,1,\n");
        Path report = folder.resolve("report.html");

        Run run = run("excursions --input " + log + " --low 2 --high 8 --allowance " + allowance
                + " --format json --report " + report);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("held for longer than was studied");
        assertThat(run.json().get("hours_outside").doubleValue()).isCloseTo(2, within(1e-9));
        assertThat(run.json().at("/bands/0/count_allowed").stringValue()).isEqualTo("Infinity");
        assertThat(Files.readString(report)).contains("<svg", "Hours left");
        assertThat(run("excursions --input " + file("time,temp\nsoon,5\n") + " --low 2 --high 8")
                        .err())
                .contains("line 2", "soon");
    }

    @Test
    void holdsAndInUse() throws Exception {
        Run holds =
                run("holds --limit-hours 24 --input " + file("unit,parents,hours,thaws\nA,,20,1\nB,,3,0\nC,A;B,5,1\n"));
        assertThat(holds.code()).isEqualTo(1);
        assertThat(holds.err()).contains("Unit C: 25 h of hold and 2 freeze-thaw cycles");
        assertThat(holds.out()).contains("C,A > C,5.0,25.0,1,2,false,hold-over-limit");

        Run inUse = run("in-use --limit-hours 0.5 --input "
                + file("unit,thawed,used\nbag 1,2026-03-02T08:00+08:00,2026-03-02T00:20Z\nbag 2,1,2\n"));
        assertThat(inUse.code()).isEqualTo(1);
        assertThat(inUse.err()).contains("Unit bag 2").doesNotContain("bag 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--limit 95 --value Potency --side both | 1 limits do not fit",
                "--limit 95 --value Potenz | has no column \"Potenz\"",
                "--limit 95 --value Potency --confidence 2 | must lie between 0 and 1",
                "--limit 95 --value Potency --transform-time log | Time of 0",
                "--value Potency | --limit"
            })
    void impossibleOptionsAreRefused(String options, String message) {
        Run run = run("shelf-life --input " + REFERENCE + "q1e_cics/input.csv " + options);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private static Run run(String command) {
        List<String> words = new ArrayList<>(List.of("stability"));
        words.addAll(List.of(command.split(" ")));
        return Run.of(words.toArray(String[]::new));
    }

    private String file(String content) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "in", ".csv"), content)
                .toString();
    }
}
