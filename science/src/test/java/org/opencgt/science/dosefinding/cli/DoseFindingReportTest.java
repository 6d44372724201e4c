package org.opencgt.science.dosefinding.cli;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.Run;
import org.xml.sax.InputSource;

/** Reports as people get them, in both languages. */
class DoseFindingReportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDecisionTable(Language language) throws Exception {
        String html = report(language, "dose table --design boin --target 0.3 --cohort 3 --max-n 30");

        assertThat(html)
                .contains("0.236491", "0.3585", "<td>DU</td>")
                .contains(language == Language.ENGLISH ? "Liu and Yuan" : "Liu 与 Yuan")
                .contains(language == Language.ENGLISH ? "Next dose up" : "升至高一级剂量");
        assertThat(count(html, "<svg xmlns")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3+3", "mtpi", "mtpi2", "keyboard", "boin", "tite-boin", "tepi", "boin12"})
    void everyTableHasItsReportAndEverySettingItsName(String design) throws Exception {
        for (Language language : Language.values()) {
            String html = report(language, "dose table --max-n 18 --design " + design);

            assertThat(html).doesNotContain(">cutoffEli<", ">minEfficacy<", ">maxPending<", ">deescalation<");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void exactCharacteristicsOfDesignsSideBySide(Language language) throws Exception {
        Path scenarios = Files.writeString(
                folder.resolve("s.csv"), "scenario,dose1,dose2,dose3\nsteep,0.05,0.3,0.6\nflat,0.1,0.15,0.2\n");
        String html = report(
                language,
                "dose compare --designs boin,mtpi2,crm,3+3 --method exact --skeleton 0.1,0.2,0.3 --scenarios "
                        + scenarios);

        assertThat(html)
                .contains("steep", "flat", "SHA-256")
                .contains(language == Language.ENGLISH ? "exact enumeration" : "精确枚举");
        assertThat(count(html, "<svg xmlns")).as("one of all, two of each").isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void simulatedCharacteristicsInTime(Language language) throws Exception {
        String html = report(
                language,
                "dose simulate --design tepi --truth 0.1,0.2,0.4 --truth-efficacy 0.2,0.4,0.5 --trials 200 --seed 7"
                        + " --accrual 2 --not-made 10% --sentinel 14");

        assertThat(html)
                .contains(language == Language.ENGLISH ? "200 simulated trials" : "模拟 200 次试验")
                .contains(language == Language.ENGLISH ? "No product" : "无产品")
                .contains("E, E, E, E / E, E, E, S");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aStartingDose(Language language) throws Exception {
        assertThat(report(
                        language, "dose start --method bsa --species mouse --animal-dose 3.7e7 --indication lymphoma"))
                .contains("lymphoma", "300000", "Km 3 / Km 37", language == Language.ENGLISH ? "in doubt" : "存疑");
        assertThat(report(language, "dose start --method effective-cells --benchmark-dose 2e6,1e6 --active 25%"))
                .contains(language == Language.ENGLISH ? "Other assumptions" : "其他假设");
    }

    @Test
    void figuresAreThoseOfTheResult() throws Exception {
        String words = "dose simulate --design boin --truth 0.05,0.15,0.3,0.45,0.6 --method exact";
        String html = report(Language.ENGLISH, words);
        double selected =
                Run.of(words.split(" ")).json().get("selectionPercent").get(2).doubleValue();

        assertThat(html).contains(">" + String.format("%.1f", selected) + "<");
    }

    private String report(Language language, String command) throws Exception {
        Path file = folder.resolve("report.html");
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
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
}
