package org.opencgt.science.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.Language;
import org.opencgt.science.command.Shell;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.output.Json;
import tools.jackson.databind.JsonNode;

class ScienceCommandTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return Json.mapper().readTree(out);
        }
    }

    @Test
    void doublingsFromOptions() {
        Run run =
                run("cells", "doublings", "--seeded", "1e6", "--harvested", "8e6", "--hours", "72", "--format", "json");

        assertThat(run.code).isZero();
        assertThat(run.json().get(0).get("doublings").doubleValue()).isEqualTo(3);
        assertThat(run.json().get(0).get("doubling_time_h").doubleValue()).isEqualTo(24);
        assertThat(run.err).isEmpty();
    }

    @Test
    void doublingsFromAFileInCsvByDefault() throws Exception {
        String file = file("passage,N0,N1,hours\nP1,1e6,4e6,48\nP2,1e6,8e6,72\n");

        Run run = run(
                "cells", "doublings", "--input", file, "--seeded", "N0", "--harvested", "N1", "--initial-pdl", "10");

        assertThat(run.out).isEqualTo("""
                passage,seeded,harvested,hours,doublings,cumulative_pdl,doubling_time_h,flags
                P1,1000000.0,4000000.0,48.0,2.0,12.0,24.0,
                P2,1000000.0,8000000.0,72.0,3.0,15.0,24.0,
                """);
    }

    @Test
    void aLimitThatIsExceededMakesTheAnswerNo() throws Exception {
        String file = file("seeded,harvested\n1e6,8e6\n1e6,8e6\n");

        assertThat(run("cells", "doublings", "--input", file, "--limit", "6").code)
                .isZero();
        Run over = run("cells", "doublings", "--input", file, "--limit", "5");
        assertThat(over.code).isEqualTo(1);
        assertThat(over.err).contains("cumulative PDL is 6, over the limit of 5");
        assertThat(over.out).isNotEmpty();
    }

    @Test
    void aLevelThatIsUnknownDoesNotMeetALimit() throws Exception {
        Run run = run("cells", "doublings", "--input", file("seeded,harvested\n1e6,NA\n"), "--limit", "50");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err).contains("is unknown");
    }

    @Test
    void aRowThatCannotBeComputedIsNamed() throws Exception {
        Run run = run("cells", "doublings", "--input", file("seeded,harvested\n1e6,2e6\n0,1e6\n"));

        assertThat(run.code).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("line 3: Seeded cells must be greater than zero")
                .endsWith("[science.not-positive]\n");
    }

    @Test
    void doseFromOptions() {
        Run run = run(
                "cells",
                "dose",
                "--concentration",
                "1e7",
                "--volume",
                "68",
                "--viability",
                "90%",
                "--transduced",
                "0.4",
                "--weight",
                "72",
                "--target-per-kg",
                "2e6",
                "--maximum",
                "2e8",
                "--min-per-kg",
                "1e6");

        assertThat(run.code).isZero();
        JsonNode dose = run.json();
        assertThat(dose.get("positive_cells_per_kg").doubleValue()).isEqualTo(3.4e6);
        assertThat(dose.get("target_cells").doubleValue()).isEqualTo(1.44e8);
        assertThat(dose.get("enough").booleanValue()).isTrue();
        assertThat(dose.get("volume_to_give_ml").doubleValue()).isEqualTo(40);
        assertThat(dose.get("within_range").booleanValue()).isTrue();
    }

    @Test
    void aDoseThatFallsShortIsSaidSoAndHasNoVolume() {
        Run run = run(
                "cells",
                "dose",
                "--viable-cells",
                "2e8",
                "--volume",
                "50",
                "--transduced",
                "35%",
                "--weight",
                "70",
                "--target-per-kg",
                "2e6");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.json().get("enough").booleanValue()).isFalse();
        assertThat(run.json().get("volume_to_give_ml").isNull()).isTrue();
        assertThat(run.err).contains("do not suffice");
    }

    @Test
    void dosesFromAFile() throws Exception {
        String file = file("subject,viable_cells,transduced,weight\nS1,2e8,50%,50\nS2,3e8,0.5,50\n");

        Run run = run("cells", "dose", "--input", file, "--max-per-kg", "2.5e6", "--format", "json");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.json().get(0).get("within_range").booleanValue()).isTrue();
        assertThat(run.json().get(1).get("within_range").booleanValue()).isFalse();
        assertThat(run.err).contains("S2").doesNotContain("S1");
    }

    @Test
    void aPercentageWithoutItsSignIsRefused() {
        Run run = run("cells", "dose", "--viable-cells", "2e8", "--transduced", "35", "--weight", "70");

        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).startsWith("--transduced: \"35\" is not a fraction. Write 0.92 or 92%.");
    }

    @Test
    void whatIsNeededAndNotGivenIsNamed() {
        Run run = run("cells", "dose", "--viable-cells", "2e8", "--transduced", "35%");

        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("--weight is needed");
    }

    @Test
    void twoKindsOfTargetExcludeOneAnother() {
        assertThat(run("cells", "dose", "--target-cells", "1", "--target-per-kg", "1").code)
                .isEqualTo(2);
    }

    @Test
    void kineticTemperatureOfAFile() throws Exception {
        Run run = run(
                "stability",
                "mkt",
                "--input",
                file("t,h\n77,600\n104,24\n,5\n"),
                "--value",
                "t",
                "--duration",
                "h",
                "--unit",
                "F");

        assertThat(run.code).isZero();
        assertThat(run.json().get("n").intValue()).isEqualTo(2);
        assertThat(run.json().get("missing").intValue()).isEqualTo(1);
        assertThat(run.json().get("mkt_c").doubleValue()).isBetween(25.0, 40.0);
    }

    @Test
    void aKineticTemperatureOverItsLimitMakesTheAnswerNo() throws Exception {
        Run run = run("stability", "mkt", "--input", file("temp\n9\n"), "--limit", "8");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err).contains("over the limit of 8 °C");
    }

    @Test
    void aTerminalGetsATable() throws Exception {
        Run run = run(Language.CHINESE, true, "stability", "mkt", "--input", file("temp\n5\n"));

        assertThat(run.out).contains("平均动力学温度（°C）  5\n");
    }

    @Test
    void anOutputFileIsWrittenInTheFormatOfItsName() throws Exception {
        Path out = folder.resolve("mkt.csv");

        Run run = run("stability", "mkt", "--input", file("temp\n5\n"), "--out", out.toString());

        assertThat(run.out).isEmpty();
        assertThat(out).content().startsWith("mkt_c,mean_c");
    }

    @Test
    void anOutputFileThatCannotBeWrittenIsBadInput() throws Exception {
        Run run = run(
                "stability",
                "mkt",
                "--input",
                file("temp\n5\n"),
                "--out",
                folder.resolve("no/mkt.csv").toString());

        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("cannot be written");
    }

    @Test
    void badUsageIsExplainedInBothLanguages() {
        assertThat(run("cells", "divide").err)
                .contains("\"divide\" is not known here")
                .contains("opencgt cells --help");
        assertThat(run(Language.CHINESE, false, "cells", "divide").err).contains("此处无法识别“divide”");
        assertThat(run("stability", "mkt").err).contains("Missing: --input");
        assertThat(run("stability", "mkt", "--input", "f", "--limit", "1,5").err)
                .contains("--limit cannot be \"1,5\"");
        assertThat(run("stability", "mkt", "--input", "f", "--unit", "R").err).contains("--unit cannot be \"R\"");
        assertThat(run("stability", "mkt", "--input", "f", "--lang", "fr").code).isEqualTo(2);
    }

    @Test
    void anAreaWithoutAVerbShowsItsHelpAndFails() {
        Run run = run("cells");

        assertThat(run.code).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("doublings").contains("dose");
    }

    @Test
    void helpIsInTheLanguageOfTheReader() {
        Run english = run("cells", "dose", "--help");
        Run chinese = run(Language.CHINESE, false, "cells", "dose", "--help");

        assertThat(english.code).isZero();
        assertThat(english.out)
                .startsWith("Usage: opencgt cells dose")
                .contains("Body weight in kg")
                .contains("92%,");
        assertThat(chinese.out)
                .startsWith("用法：opencgt cells dose")
                .contains("体重（kg）")
                .contains("显示本帮助");
    }

    @Test
    void theLanguageIsThatOfTheOptionOrElseOfTheEnvironment() {
        Map<String, String> chinese = Map.of("LANG", "zh_CN.UTF-8");

        assertThat(ScienceCommand.language(new String[] {}, Map.of())).isEqualTo(Language.ENGLISH);
        assertThat(ScienceCommand.language(new String[] {}, chinese)).isEqualTo(Language.CHINESE);
        assertThat(ScienceCommand.language(new String[] {"--lang", "en"}, chinese))
                .isEqualTo(Language.ENGLISH);
        assertThat(ScienceCommand.language(new String[] {"--lang=zh-CN"}, Map.of()))
                .isEqualTo(Language.CHINESE);
        assertThat(ScienceCommand.language(new String[] {}, Map.of("LC_ALL", "C", "LANG", "zh_CN")))
                .isEqualTo(Language.ENGLISH);
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), content).toString();
    }

    private static Run run(String... arguments) {
        return run(Language.ENGLISH, false, arguments);
    }

    private static Run run(Language language, boolean terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(language, new PrintWriter(out), new PrintWriter(err), terminal, terminal);
        int code = Shell.run(new ScienceCommand(), surroundings, arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
