package org.opencgt.science.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.cli.Run;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.output.Format;

/** Programs can run every analysis of the command line, on texts, and get the same. */
class CatalogueTest {

    private static final String SAMPLES = "subject,time,value\nP1,1,10\nP1,7,900\nP1,14,300\nP1,28,30\nP1,60,5\n";

    private final Catalogue catalogue = new Catalogue(ScienceCommand::new);

    @Test
    void everyAnalysisIsListedWithWhatItTakes() {
        assertThat(catalogue.verbs(Language.ENGLISH))
                .extracting(verb -> verb.area() + " " + verb.name())
                .contains("dose table", "dose simulate", "ck nca", "ck phases", "cells dose", "stability mkt");
        for (Language language : Language.values()) {
            assertThat(catalogue.verbs(language)).allSatisfy(verb -> {
                assertThat(verb.about()).isNotBlank();
                assertThat(verb.parameters())
                        .allSatisfy(
                                p -> assertThat(p.about()).as(verb + " " + p).isNotBlank());
                assertThat(verb.parameters())
                        .extracting(Parameter::option)
                        .doesNotContain("--out", "--report", "--help");
            });
        }
        Verb simulate = verb("dose", "simulate");
        Parameter trials = simulate.parameter("trials").orElseThrow();
        assertThat(trials.form()).isEqualTo(Parameter.Form.INTEGER);
        assertThat(trials.usual()).isEqualTo("10000");
        assertThat(simulate.parameter("--extra-safe")).isEqualTo(simulate.parameter("extraSafe"));
        assertThat(simulate.parameter("target").orElseThrow().form()).isEqualTo(Parameter.Form.FRACTION);
        assertThat(simulate.parameter("scenarios").orElseThrow().form()).isEqualTo(Parameter.Form.FILE);
        assertThat(simulate.parameter("design").orElseThrow().choices()).contains("3+3", "boin");
        assertThat(verb("ck", "nca").parameter("rule").orElseThrow().usual()).isEqualTo("lin-up-log-down");
    }

    @Test
    void theAnswerIsThatOfTheCommandLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("samples.csv"), SAMPLES);
        assertThat(json(run("ck", "nca", Map.of("auc", List.of("0:28", "0:60")), file("input", SAMPLES))))
                .isEqualTo(Run.of(
                                "ck",
                                "nca",
                                "--input",
                                file.toString(),
                                "--auc",
                                "0:28",
                                "--auc",
                                "0:60",
                                "--format",
                                "json")
                        .out());
        assertThat(json(run(
                        "dose",
                        "simulate",
                        Map.of(
                                "design", List.of("boin"),
                                "truth", List.of("0.1", "0.3", "0.5"),
                                "trials", List.of("500"),
                                "extraSafe", List.of(),
                                "seed", List.of("7")),
                        Map.of())))
                .isEqualTo(Run.of(
                                "dose",
                                "simulate",
                                "--design",
                                "boin",
                                "--truth",
                                "0.1,0.3,0.5",
                                "--trials",
                                "500",
                                "--extra-safe",
                                "--seed",
                                "7",
                                "--threads",
                                "1",
                                "--format",
                                "json")
                        .out());
    }

    @Test
    void faultsNameTheFileLineAndColumn() {
        assertThatThrownBy(() -> run("ck", "nca", Map.of(), file("input", SAMPLES + "P1,x,5\n")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("samples.csv")
                .hasMessageContaining("line 7")
                .hasMessageContaining("\"time\"");
        assertThatThrownBy(() -> run("ck", "nca", Map.of(), Map.of())).hasMessageContaining("--input");
        assertThatThrownBy(() -> run("dose", "table", Map.of("design", List.of("bion")), Map.of()))
                .hasMessageContaining("bion");
        assertThatThrownBy(() -> run("dose", "table", Map.of("depth", List.of("3")), Map.of()))
                .hasMessageContaining("depth");
    }

    @Test
    void noFileOfThisMachineIsReadOrWritten(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), SAMPLES);
        for (String option : List.of("out", "--out", "report", "lang", "format", "help", "threads")) {
            assertThatThrownBy(() -> run(
                            "dose",
                            "table",
                            Map.of(
                                    "design",
                                    List.of("boin"),
                                    option,
                                    List.of(folder.resolve("made").toString())),
                            Map.of()))
                    .as(option)
                    .isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> run("ck", "nca", Map.of("input", List.of(secret.toString())), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        // words that a shell would take for other words, options or files
        for (String value : List.of("@" + secret, "x --input=" + secret, "--input=" + secret, "-")) {
            assertThatThrownBy(() -> run("ck", "nca", Map.of("subject", List.of(value)), Map.of()))
                    .as(value)
                    .isInstanceOf(BadInput.class);
            assertThatThrownBy(() -> run("ck", "nca", Map.of("subject", List.of(value)), file("input", SAMPLES)))
                    .as(value)
                    .isInstanceOf(BadInput.class)
                    .message()
                    .containsAnyOf("samples.csv", "--subject");
        }
        Asked.TextFile strange = new Asked.TextFile("../../etc/passwd", "a\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> run("ck", "nca", Map.of(), Map.of("input", strange)))
                .hasMessageStartingWith("passwd");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(secret);
        }
    }

    @Test
    void theReportTellsWhatItWasMadeOf() {
        assertThat(answer("ck", "nca", Map.of(), file("input", SAMPLES)).report())
                .startsWithIgnoringCase("<!doctype html>")
                .contains("samples.csv", "<svg", "ck nca");
        assertThat(answer("dose", "table", Map.of("design", List.of("boin")), Map.of())
                        .report())
                .contains("<td");
    }

    @Test
    void longWorkIsWatched() {
        List<Long> told = new ArrayList<>();
        Surroundings watched =
                new Surroundings(Language.ENGLISH, nowhere(), nowhere(), false, false, Clock.systemUTC(), steps -> {
                    told.add(-steps);
                    return more -> {
                        synchronized (told) {
                            told.add(more);
                        }
                    };
                });
        catalogue.run(
                verb("dose", "simulate"),
                new Asked(
                        Map.of("design", List.of("boin"), "truth", List.of("0.1,0.3"), "trials", List.of("1000")),
                        Map.of()),
                watched,
                2,
                false);
        assertThat(told.getFirst()).isEqualTo(-1000);
        assertThat(told.stream().mapToLong(Long::longValue).sum()).isZero();
    }

    private static Map<String, Asked.TextFile> file(String option, String text) {
        return Map.of(option, new Asked.TextFile("samples.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private Verb verb(String area, String name) {
        return catalogue.verb(area, name, Language.ENGLISH).orElseThrow();
    }

    private Finding run(String area, String name, Map<String, List<String>> values, Map<String, Asked.TextFile> files) {
        return answer(area, name, values, files).finding();
    }

    private Catalogue.Answer answer(
            String area, String name, Map<String, List<String>> values, Map<String, Asked.TextFile> files) {
        return catalogue.run(
                verb(area, name),
                new Asked(values, files),
                new Surroundings(Language.ENGLISH, nowhere(), nowhere(), false, false),
                1,
                true);
    }

    private static String json(Finding finding) {
        return finding.document().text(Format.JSON, Language.ENGLISH);
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }
}
