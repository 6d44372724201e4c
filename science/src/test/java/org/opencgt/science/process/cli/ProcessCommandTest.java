package org.opencgt.science.process.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class ProcessCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws Exception {
        StringBuilder lots = new StringBuilder("lot,x,n,donor\n");
        for (int i = 0; i < 24; i++) {
            lots.append("L%d,%s,50,D%d%n".formatted(i, i == 20 ? "." : Double.toString(5 + (i * 7 % 5)), i % 4));
        }
        Files.writeString(folder.resolve("lots.csv"), lots);
        Files.writeString(folder.resolve("rows.csv"), "a,b,c\n1,2,3\n2,3,4\n1,2,2\n3,2,1\n");
        Files.writeString(
                folder.resolve("steps.csv"),
                "batch,step,cells\nA,thaw,100\nA,harvest,900\nB,thaw,90\nB,harvest,1000\n");
        StringBuilder monitored = new StringBuilder("attribute,lot,value\n");
        for (int i = 0; i < 12; i++) {
            monitored.append("viability,L%d,%s%n".formatted(i, 90 + i % 3));
            monitored.append("vcn,L%d,%s%n".formatted(i, i == 11 ? 9 : 2 + 0.1 * (i % 4)));
        }
        Files.writeString(folder.resolve("monitored.csv"), monitored);
        Files.writeString(folder.resolve("specs.csv"), "attribute,lsl,usl\nviability,70,\nvcn,,5\n");
        StringBuilder runs = new StringBuilder("temperature,pH,viability\n");
        for (int i = 0; i < 18; i++) {
            double x = i % 3 - 1;
            double y = i / 3 % 3 - 1;
            runs.append("%s,%s,%s%n".formatted(34 + x, 7.2 + 0.1 * y, 90 - 6 * x * x - 5 * y * y + 0.1 * (i * 5 % 7)));
        }
        Files.writeString(folder.resolve("runs.csv"), runs);
        Files.writeString(folder.resolve("limits.csv"), "response,lsl,usl\nviability,85,\n");
    }

    @Test
    void charts() {
        JsonNode chart =
                run("process chart --label lot --input lots.csv --format json").json();
        assertThat(chart.get("points")).hasSize(23);
        assertThat(chart.get("points").get(20).get("label").asString()).isEqualTo("L21");
        assertThat(chart.get("center").isNumber()).isTrue();
        assertThat(chart.get("spread").get("points")).hasSize(22);

        assertThat(run("process chart --type xbar-r --value a,b,c --input rows.csv --format json")
                        .json()
                        .get("points")
                        .get(1)
                        .get("value")
                        .doubleValue())
                .isEqualTo(3);
        assertThat(run("process chart --type xbar-s --size 4 --input lots.csv --format json")
                        .json()
                        .get("points"))
                .hasSize(6);
        assertThat(run("process chart --type xbar-r --subgroup donor --input lots.csv --format json")
                        .json()
                        .get("points"))
                .hasSize(4);
        JsonNode fractions =
                run("process chart --type p --input lots.csv --format json").json();
        assertThat(fractions.get("points").get(0).get("value").doubleValue()).isEqualTo(0.1);
        assertThat(run("process chart --type u --size 10 --input lots.csv --format json")
                        .json()
                        .get("sigma_z")
                        .isNumber())
                .isTrue();
        assertThat(run("process chart --type cusum --head-start --h 4 --format csv --input lots.csv")
                        .out())
                .startsWith("index,label,n,value,lower_sum,center,lcl,ucl,z,rules\n");
    }

    @Test
    void capability() {
        JsonNode found = run("process capability --lsl 0 --usl 14 --target 7 --input lots.csv")
                .json();
        assertThat(found.get("cp").doubleValue())
                .isCloseTo(14 / (6 * found.get("sigma_within").doubleValue()), within(1e-12));
        assertThat(found.get("intervals").get("cpk")).hasSize(2);
        Run poor = run("process capability --usl 8 --least 1.33 --input lots.csv");
        assertThat(poor.code()).isEqualTo(1);
        assertThat(poor.err()).contains("below 1.33");
        assertThat(poor.json().get("cp").isNull()).isTrue();
    }

    @Test
    void capabilityByBoxAndCox() {
        JsonNode found =
                run("process capability --lsl 1 --usl 14 --transform box-cox --box-cox-power 1 --input lots.csv")
                        .json();
        JsonNode plain =
                run("process capability --lsl 1 --usl 14 --input lots.csv").json();

        // a power of one shifts only
        assertThat(found.get("cpk").doubleValue()).isCloseTo(plain.get("cpk").doubleValue(), within(1e-10));
        assertThat(found.get("percentiles").get("ppk").doubleValue())
                .isCloseTo(plain.get("ppk").doubleValue(), within(1e-10));
        assertThat(found.get("transformation").get("given").booleanValue()).isTrue();
    }

    @Test
    void runLengths() {
        JsonNode rows = run("process run-length --shifts 0,1 --format json").json();
        assertThat(rows.get(0).get("arl").doubleValue()).isCloseTo(370.398347, within(1e-5));
        assertThat(run("process run-length --type cusum --shifts 0 --format json")
                        .json()
                        .get(0)
                        .get("arl")
                        .doubleValue())
                .isCloseTo(465.4435, within(1e-3));
    }

    @Test
    void donorsAndSteps() {
        assertThat(run("process donors --input lots.csv").json().get("donors").intValue())
                .isEqualTo(4);
        JsonNode steps = run("process steps --input steps.csv --format json").json();
        assertThat(steps.get("batches").get(1).get("yield_percent").doubleValue())
                .isCloseTo(900, within(1e-9));
        assertThat(run("process steps --summary --format csv --input steps.csv").out())
                .startsWith("step,batches,");
    }

    @Test
    void monitoringTellsWhatIsNotInControl() {
        Run run = run("process monitor --specifications specs.csv --input monitored.csv --format json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("vcn: Out of specification");
        assertThat(run.json().get("attributes").get(1).get("state").asString()).isEqualTo("out-of-specification");
        assertThat(run.json().get("attributes").get(0).get("cpk").isNumber()).isTrue();
    }

    @Test
    void designSpace() {
        JsonNode found =
                run("process design-space --factors temperature,pH --specifications limits.csv --grid 11 --input runs.csv --format json")
                        .json();
        assertThat(found.get("map")).hasSize(121);
        assertThat(found.get("best").get("x").doubleValue()).isCloseTo(34, within(0.3));
        assertThat(found.get("share").doubleValue()).isBetween(0.1, 0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process chart --input lots.csv",
                "process chart --type xbar-s --value a,b,c --input rows.csv",
                "process chart --type p --input lots.csv",
                "process chart --type ewma --lambda 0.9 --l 0.5 --input lots.csv",
                "process chart --type cusum --h 0.5 --rules westgard --input lots.csv",
                "process chart --rules westgard --sigma 0.5 --input lots.csv",
                "process chart --sigma 0.5 --input lots.csv",
                "process chart --rules western-electric --sigma 0.5 --input lots.csv",
                "process capability --lsl 0 --usl 14 --input lots.csv",
                "process capability --lsl 1 --usl 14 --transform box-cox --input lots.csv",
                "process run-length --type ewma",
                "process donors --input lots.csv",
                "process steps --input steps.csv",
                "process monitor --specifications specs.csv --input monitored.csv",
                "process design-space --factors temperature,pH --specifications limits.csv --input runs.csv"
            })
    void reportsInBothLanguages(String command) throws Exception {
        for (Language language : Language.values()) {
            Path file = folder.resolve("report.html");
            Run run = run(language, command + " --report " + file);
            assertThat(run.code()).as(run.err()).isLessThan(2);
            assertThat(Files.readString(file)).contains("<svg").doesNotContain("NaN");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process chart --value y --input lots.csv|y",
                "process chart --type xbar-r --input lots.csv|two values",
                "process chart --type p --value a --input rows.csv|--size",
                "process chart --type p --value a --size 0 --input rows.csv|greater than zero",
                "process chart --type np --size 3 --input lots.csv|cannot be among",
                "process chart --type ewma --lambda 1.5 --input lots.csv|above 1",
                "process chart --baseline-points 99 --input lots.csv|99",
                "process chart --sigma 0 --input lots.csv|greater than zero",
                "process chart --size 2.5 --type xbar-r --input lots.csv|2.5",
                "process chart --type best --input lots.csv|--type",
                "process capability --input lots.csv|specification limit",
                "process capability --lsl 9 --usl 1 --input lots.csv|must be below",
                "process capability --lsl 0 --usl 14 --transform box-cox --input lots.csv|greater than zero",
                "process donors --donor lot --input lots.csv|two batches",
                "process steps --cells step --input steps.csv|line 2",
                "process design-space --factors temperature,pH --specifications limits.csv --fix a=1 --input runs.csv|no factor",
                "process design-space --factors temperature --specifications limits.csv --input runs.csv|at least two",
                "process monitor --specifications limits.csv --input monitored.csv|attribute"
            })
    void whatCannotBeMeantIsExplained(String command, String part) {
        Run run = run(command);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(part);
        assertThat(run.out()).isEmpty();
    }

    private Run run(String command) {
        return run(Language.ENGLISH, command);
    }

    private Run run(Language language, String command) {
        String[] words = command.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].endsWith(".csv") ? folder.resolve(words[i]).toString() : words[i];
        }
        return Run.in(language, words);
    }
}
