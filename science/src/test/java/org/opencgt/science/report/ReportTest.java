package org.opencgt.science.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.Language;
import org.opencgt.science.report.Axis.Range;
import org.opencgt.science.report.Axis.Scale;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

    private static final Plot PLOT = Plot.of(Axis.linear("Time (d)"), Axis.log("copies/µg"))
            .titled("A & B <c>")
            .with(new Layer.Span(3, 9, "expansion", 2))
            .with(new Layer.Band(new double[] {1, 5}, new double[] {10, 0}, new double[] {90, 400}, 0))
            .with(new Layer.Line(
                    new double[] {0, 1, 5, 9, 30},
                    new double[] {0, 20, Double.NaN, 5000, 70},
                    0,
                    Layer.Weight.STRONG,
                    "S\"1\""))
            .with(new Layer.Dots(new double[] {1, 2}, new double[] {20, -4}, 1, true, List.of("one <")))
            .with(new Layer.Bars(new double[] {9}, new double[] {0}, new double[] {9000}, 1))
            .with(new Layer.Steps(1, new double[] {4, 8}, new double[] {0.5, Double.NaN}, 9, 2, Layer.Weight.DASHED))
            .with(new Layer.Across(50, "LLOQ"))
            .withKey("组 1", 0);

    @Test
    void aReportIsOneFileThatNeedsNothingElse() {
        String html = report(Language.ENGLISH).html();

        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<script", "src=", "url(", "@import");
        assertThat(html).startsWith("<!doctype html>").contains("<html lang=\"en\">", "</html>");
    }

    @Test
    void everyBlockIsThereAndItsTextsAreEscaped() {
        String html = report(Language.ENGLISH).html();

        assertThat(html)
                .contains("<h1>Title &lt;1&gt;</h1>", "<h2>Part</h2>", "<p>a &amp; b</p>", "<li>point</li>")
                .contains("<dt>name</dt><dd>value</dd>", "<caption>table</caption>", "<th scope=\"col\">word</th>")
                .contains("<th scope=\"col\" class=\"number\">n</th>", "<td class=\"number\">5</td>")
                .contains("<figcaption>figure</figcaption>", "class=\"plots large\"");
    }

    @Test
    void itTellsWhereItCameFrom() {
        assertThat(report(Language.ENGLISH).html())
                .contains("OpenCGT 1.2", "2026-03-02 08:30:00 +00:00", "opencgt ck nca --input f.csv", "abc123");
        assertThat(report(Language.CHINESE).html()).contains("<html lang=\"zh-CN\">", "来源", "生成时间", "标准输入");
    }

    @Test
    void theSameReportIsTheSameText() {
        assertThat(report(Language.ENGLISH).html())
                .isEqualTo(report(Language.ENGLISH).html());
    }

    @Test
    void aFileIsKnownByItsHash(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "abc");

        assertThat(Provenance.Input.of(file).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Provenance.Input.of(Path.of("-")).sha256()).isEmpty();
    }

    @Test
    void aRowOfAnotherLengthThanItsTableIsRefused() {
        assertThatThrownBy(() -> new Block.Grid("", List.of(new Block.Column("a", false)), List.of(List.of("1", "2"))))
                .hasMessageContaining("2 cells");
    }

    // --- Plots ---

    @Test
    void aPlotIsWellFormedAndSaysWhatItShows() throws Exception {
        Document svg = parsed(PLOT.svg());

        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("A & B <c>");
        assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("circle").getLength())
                .as("a value that a logarithmic axis cannot show")
                .isEqualTo(1);
        assertThat(PLOT.svg()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aLineIsInterruptedWhereThereIsNothingToShow() {
        String line = Plot.of(Axis.linear(""), Axis.linear(""))
                .with(new Layer.Line(
                        new double[] {0, 1, 2, 3}, new double[] {0, Double.NaN, 4, 8}, 0, Layer.Weight.NORMAL, ""))
                .svg();

        assertThat(line).containsPattern("d=\"M[\\d.]+ [\\d.]+M[\\d.]+ [\\d.]+L[\\d.]+ [\\d.]+\"");
    }

    @Test
    void anEmptyPlotHasAxesAllTheSame() throws Exception {
        parsed(Plot.of(Axis.linear("x"), Axis.log("y")).svg());
        parsed(Plot.of(Axis.linear("x"), Axis.log("y"))
                .with(new Layer.Dots(new double[] {1}, new double[] {0}, 0, false, List.of()))
                .svg());
        parsed(Plot.of(Axis.linear("x"), Axis.linear("y"))
                .with(new Layer.Dots(new double[] {1}, new double[] {7}, 0, false, List.of()))
                .svg());
    }

    @Test
    void marksStandAtRoundValues() {
        assertThat(new Range(Scale.LINEAR, 0, 365).marks(9))
                .containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0, 350.0);
        assertThat(new Range(Scale.LINEAR, -0.3, 0.31).marks(6))
                .hasSizeBetween(3, 7)
                .contains(0.0);
        assertThat(new Range(Scale.LOG, 10, 1e6).marks(8)).containsExactly(10.0, 100.0, 1000.0, 1e4, 1e5, 1e6);
        assertThat(new Range(Scale.LOG, 1e-9, 1e9).marks(6)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void anAxisShowsAllItsValues() {
        Range log = Axis.log("").range(52, 191_690);
        Range linear = Axis.linear("").range(3, 100);

        assertThat(log.from()).isEqualTo(10);
        assertThat(log.to()).isCloseTo(1e6, within(1e-6));
        assertThat(log.place(1000)).isCloseTo(0.4, within(1e-12));
        assertThat(linear.from()).isZero();
        assertThat(linear.place(100)).isLessThan(1);
        assertThat(Axis.linear("").range(90, 100).from()).isBetween(80.0, 90.0);
    }

    private static Report report(Language language) {
        Section section = Section.of(
                "Part",
                new Block.Text("a & b"),
                new Block.Points(List.of("point")),
                new Block.Facts(List.of(new Block.Fact("name", "value"))),
                new Block.Grid(
                        "table",
                        List.of(new Block.Column("word", false), new Block.Column("n", true)),
                        List.of(List.of("x", "5"))),
                Block.Figure.of("figure", PLOT));
        Provenance provenance = new Provenance(
                "1.2",
                ZonedDateTime.of(2026, 3, 2, 8, 30, 0, 0, ZoneOffset.UTC),
                "opencgt ck nca --input f.csv",
                List.of(new Provenance.Input("f.csv", "abc123"), new Provenance.Input("-", "")));
        return new Report(new Content("Title <1>", List.of(section)), provenance, language);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
