package org.opencgt.science.comparability.cli;

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

class CompareCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(
                folder.resolve("lots.csv"),
                "group,value,lot\ntest,98,A\ntest,101,B\ntest,99.5,C\ntest,100.2,D\ntest,.,E\n"
                        + "reference,99,F\nreference,103,G\nreference,97,H\nreference,101,I\nreference,100,J\nother,5,K\n");
        Files.writeString(
                folder.resolve("curves.csv"),
                "group,batch,time,value\ntest,A,0,1\ntest,A,1,2\ntest,A,2,5\ntest,B,0,1.1\ntest,B,1,2.2\ntest,B,2,5.1\n"
                        + "reference,C,0,1\nreference,C,1,2.1\nreference,C,2,4\nreference,D,0,0.9\nreference,D,1,2\nreference,D,2,4.2\n");
        Files.writeString(
                folder.resolve("study.csv"),
                "attribute,group,value\nviability,test,92\nviability,test,93\nviability,test,91\n"
                        + "viability,reference,92\nviability,reference,94\nviability,reference,91\nviability,reference,93\n"
                        + "vcn,test,2.1\nvcn,test,2.4\nvcn,reference,2.2\nvcn,reference,2.0\nvcn,reference,2.3\nextra,test,1\n");
        Files.writeString(
                folder.resolve("plan.csv"),
                "attribute,method,lower,upper,k,least\nviability,difference,-5,5,,\nvcn,range,,,3,90%\n");
    }

    @Test
    void equivalence() {
        JsonNode found = run("compare tost --margin 5 --input lots.csv").json();

        assertThat(found.get("equivalent").booleanValue()).isTrue();
        assertThat(found.get("n_test").intValue()).isEqualTo(4);
        assertThat(found.get("margin_lower").doubleValue()).isEqualTo(-5);
        Run narrow = run("compare tost --margin 0.2 --input lots.csv");
        assertThat(narrow.code()).isEqualTo(1);
        assertThat(narrow.err()).contains("Equivalence is not shown");
        assertThat(run("compare tost --ratio 0.8:1.25 --input lots.csv")
                        .json()
                        .get("scale")
                        .asString())
                .isEqualTo("ratio");
    }

    @Test
    void pairs() throws Exception {
        Files.writeString(folder.resolve("pairs.csv"), "x,y\n1,1.1\n2,2.3\n3,2.9\n");

        assertThat(run("compare paired --margin 1 --input pairs.csv")
                        .json()
                        .get("n")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void ranges() {
        assertThat(run("compare range --k 3 --input lots.csv")
                        .json()
                        .get("inside_percent")
                        .doubleValue())
                .isEqualTo(100);
        Run narrow = run("compare range --k 0.1 --least 90% --input lots.csv");
        assertThat(narrow.code()).isEqualTo(1);
        assertThat(narrow.err()).contains("at least 90");
    }

    @Test
    void tolerance() {
        JsonNode two = run("compare tolerance --group group --input lots.csv").json();
        assertThat(two.get("n").intValue()).isEqualTo(5);
        assertThat(two.get("lower").doubleValue())
                .isCloseTo(100 - two.get("k").doubleValue() * Math.sqrt(5), within(1e-9));
        JsonNode ranked = run("compare tolerance --method nonparametric --side lower --input lots.csv")
                .json();
        assertThat(ranked.get("lower").isNull()).isTrue();
        assertThat(ranked.get("flags").get(0).asString()).isEqualTo("SAMPLE_TOO_SMALL");
        assertThat(ranked.get("least_n").intValue()).isEqualTo(59);
        assertThat(run("compare tolerance --lsl 95 --group group --input lots.csv")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void distributionsAndCurves() {
        JsonNode sizes = run("compare distribution --seed 1 --input lots.csv").json();
        assertThat(sizes.get("wasserstein").doubleValue()).isPositive();
        assertThat(sizes.get("permutations").intValue()).isEqualTo(126);

        JsonNode curves =
                run("compare curves --seed 1 --input curves.csv --format json").json();
        assertThat(curves.get("points")).hasSize(3);
        assertThat(curves.get("largest_at").doubleValue()).isEqualTo(2);
    }

    @Test
    void planning() {
        Run run = run("compare power --margin 1.5 --sd 1 --format json");
        JsonNode rows = run.json();
        assertThat(rows.get(rows.size() - 1).get("power").doubleValue()).isGreaterThan(0.8);
        assertThat(run("compare power --ratio 0.8:1.25 --cv 20% --difference 0.95 --lots-test 10,20 --format json")
                        .json())
                .hasSize(2);
    }

    @Test
    void aStudyIsJudgedByItsPlan() throws Exception {
        JsonNode verdict = run("compare study --plan plan.csv --input study.csv --format json")
                .json();
        assertThat(verdict.get("comparable").booleanValue()).isTrue();
        assertThat(verdict.get("unplanned").get(0).asString()).isEqualTo("extra");
        assertThat(verdict.get("attributes")).hasSize(2);

        Files.writeString(
                folder.resolve("more.csv"),
                "attribute,method,lower,upper\nviability,difference,-5,5\npotency,ratio,0.8,1.25\n");
        Run missing = run("compare study --plan more.csv --input study.csv --format json");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("potency");
        assertThat(missing.json().get("comparable").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare tost --margin-sd 1.5 --input lots.csv",
                "compare range --input lots.csv",
                "compare tolerance --side upper --usl 200 --input lots.csv",
                "compare distribution --lot lot --seed 1 --input lots.csv",
                "compare curves --seed 1 --input curves.csv",
                "compare power --margin-sd 1.5 --sd 1",
                "compare study --plan plan.csv --input study.csv"
            })
    void reportsInBothLanguages(String command) throws Exception {
        for (Language language : Language.values()) {
            Path file = folder.resolve("report.html");
            run(language, command + " --report " + file);
            assertThat(Files.readString(file)).contains("<svg").doesNotContain("NaN");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare tost --input lots.csv|exactly one",
                "compare tost --margin 1 --margin-sd 2 --input lots.csv|exactly one",
                "compare tost --ratio 0.8 --input lots.csv|0.8:1.25",
                "compare tost --margin 5 --test new --input lots.csv|test, reference, other",
                "compare tost --margin -5 --input lots.csv|must be below",
                "compare tost --margin 5 --alpha 0.7 --input lots.csv|below 0.5",
                "compare tost --margin 5 --value lot --input lots.csv|line 2",
                "compare tolerance --coverage 95 --input lots.csv|--coverage",
                "compare tolerance --coverage 1 --input lots.csv|greater than zero",
                "compare range --k 0 --input lots.csv|greater than zero",
                "compare power --margin 1|--sd",
                "compare power --margin 1 --sd 10 --difference 0.999|does not reach",
                "compare study --plan curves.csv --input study.csv|attribute",
                "compare curves --time value --value time --input lots.csv|batch"
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
