package org.opencgt.science.kinetics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import org.xml.sax.InputSource;

/** Reports as people get them, in both languages. */
class KineticsReportTest {

    private static final String CART = "src/test/resources/reference/nca/in/cart_copies_per_ug.csv";
    private static final String THEOPH = "src/test/resources/reference/nca/in/theoph.csv";
    private static final String[] CART_OPTIONS = {
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
        "copies/µg"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void nonCompartmentalAnalysis(Language language) throws Exception {
        String html = report(language, "nca", CART_OPTIONS, "--auc", "0:28");

        assertThat(html)
                .contains(
                        "AUC 0–28 (d·copies/µg)",
                        "stroke-dasharray",
                        "SHA-256",
                        language == Language.ENGLISH ? "left out" : "舍去");
        assertThat(html).contains(language == Language.ENGLISH ? "no-terminal-decline" : "末端斜率不下降");
        assertThat(count(html, "<svg xmlns")).as("8 of all, 30 of each").isEqualTo(38);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void phases(Language language) throws Exception {
        assertThat(report(language, "phases", CART_OPTIONS))
                .contains(language == Language.ENGLISH ? "Doubling time (d)" : "倍增时间 (d)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void persistence(Language language) throws Exception {
        assertThat(report(language, "persistence", CART_OPTIONS)).contains("Kaplan-Meier", "30.4375", "91.31");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void coursesAndDecisions(Language language) throws Exception {
        assertThat(report(language, "time-course", CART_OPTIONS)).contains("<svg");
        assertThat(report(language, "stop-sampling", new String[] {
                    "--input", CART, "--subject", "ID", "--time", "TIME", "--value", "DV", "--lloq", "50"
                }))
                .contains("still-quantifiable");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void proportionality(Language language) throws Exception {
        assertThat(report(
                        language,
                        "proportionality",
                        new String[] {"--input", THEOPH, "--subject", "Subject", "--time", "Time", "--value", "conc"},
                        "--dose",
                        "Dose"))
                .contains("ln D", language == Language.ENGLISH ? "Weak relation" : "相关性弱");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pairedMethods(Language language) throws Exception {
        String file = file(
                "subject,time,pcr,flow,ada\nA,7,1000,10,negative\nA,14,900,12,\nA,28,3000,BLQ,positive\nA,60,2000,20,\n");

        assertThat(report(language, "paired", new String[] {"--input", file, "--value", "pcr"}, "--ada", "ada"))
                .contains("1.96", language == Language.ENGLISH ? "Possible interference" : "可能受抗药抗体干扰");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void markers(Language language) throws Exception {
        String file = file("subject,time,value\nA,0,180\nA,14,10\nA,90,60\nB,0,150\nB,14,5\nB,80,4\n");

        assertThat(report(language, "pharmacodynamics", new String[] {"--input", file}, "--below", "50"))
                .contains("depletion-ongoing");
    }

    @Test
    void aCommandWithoutAReportOfItsOwnShowsItsResult() throws Exception {
        Path report = folder.resolve("r.html");
        Run run = Run.of(
                "cells",
                "doublings",
                "--seeded",
                "1e6",
                "--harvested",
                "8e6",
                "--hours",
                "72",
                "--limit",
                "2",
                "--report",
                report.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(Files.readString(report))
                .contains("Population doublings", "<td class=\"number\">3</td>", "over the limit of 2")
                .contains("opencgt cells doublings --seeded 1e6");
        Run unwritable = Run.of(
                "cells",
                "doublings",
                "--seeded",
                "1",
                "--harvested",
                "8",
                "--report",
                folder.resolve("no/r.html").toString());
        assertThat(unwritable.code()).isEqualTo(2);
        assertThat(unwritable.err()).contains("cannot be written");
    }

    private String report(Language language, String verb, String[] options, String... more) throws Exception {
        Path file = folder.resolve("report.html");
        List<String> words = new ArrayList<>(List.of("ck", verb));
        words.addAll(List.of(options));
        words.addAll(List.of(more));
        words.addAll(List.of("--report", file.toString()));
        Run run = Run.in(language, words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        String html = Files.readString(file);
        assertThat(html.replaceAll("<style>(?s).*?</style>", "")).doesNotContain("{", "NaN", "null");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "<script");
        Matcher plots =
                Pattern.compile("<svg xmlns.*?</svg></svg>", Pattern.DOTALL).matcher(html);
        while (plots.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plots.group())));
        }
        return html;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), content).toString();
    }
}
