package org.opencgt.science.command;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.output.Document;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Provenance;
import org.opencgt.science.report.Report;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Word;
import org.opencgt.science.report.Words;
import org.opencgt.science.table.Numbers;

/** Writes what was found as a report: that of the analysis, or else its document. */
final class ReportWriter {

    /** More rows than this are not read on paper; they are in the CSV. */
    private static final int MOST_ROWS = 500;

    private ReportWriter() {}

    static String html(Finding finding, Invocation invocation, Surroundings surroundings) {
        Language language = surroundings.language();
        Content content = finding.report() == null
                ? new Content(invocation.title(), List.of(result(finding.document(), language)))
                : finding.report().in(language);
        List<Section> sections = new ArrayList<>(content.sections());
        if (!finding.unmet().isEmpty()) {
            sections.addFirst(Section.of(
                    Words.in(language).of(Word.CRITERIA_NOT_MET),
                    new Block.Points(finding.unmet().stream()
                            .map(criterion -> criterion.text(language))
                            .toList())));
        }
        Provenance provenance = new Provenance(
                Provenance.programVersion(),
                ZonedDateTime.now(surroundings.clock()),
                invocation.words(),
                invocation.inputs().stream().map(Provenance.Input::of).toList());
        return new Report(new Content(content.title(), sections), provenance, language).html();
    }

    private static Section result(Document document, Language language) {
        Words words = Words.in(language);
        List<List<String>> lines = document.lines(language, MOST_ROWS);
        if (!document.isGrid()) {
            return Section.of(
                    words.of(Word.RESULT),
                    new Block.Facts(lines.stream()
                            .map(line -> new Block.Fact(line.getFirst(), line.getLast()))
                            .toList()));
        }
        List<List<String>> rows = lines.subList(1, lines.size());
        List<Block> blocks = new ArrayList<>();
        if (document.size() > rows.size()) {
            blocks.add(new Block.Text(
                    Messages.text(Word.TRUNCATED, language, Map.of("shown", rows.size(), "rows", document.size()))));
        }
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < lines.getFirst().size(); i++) {
            int column = i;
            columns.add(new Block.Column(
                    lines.getFirst().get(i), rows.stream().allMatch(row -> isNumber(row.get(column)))));
        }
        blocks.add(new Block.Grid("", columns, rows));
        return new Section(words.of(Word.RESULT), blocks);
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || Numbers.parse(cell).isPresent();
    }
}
