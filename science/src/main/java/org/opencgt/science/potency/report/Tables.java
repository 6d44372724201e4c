package org.opencgt.science.potency.report;

import java.util.List;
import java.util.Map;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.output.Document;
import org.opencgt.science.report.Block;

/** Words and tables of these reports in one language. */
record Tables(Language language) {

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    <R extends Result> Block grid(Class<R> type, List<R> rows, List<String> columns) {
        List<List<String>> lines =
                Document.of(type, rows).inTable(columns::contains).lines(language, rows.size());
        return new Block.Grid(
                "",
                lines.getFirst().stream()
                        .map(label -> new Block.Column(label, true))
                        .toList(),
                lines.subList(1, lines.size()));
    }

    Block points(List<? extends TextKey> flags) {
        return new Block.Points(flags.stream().map(this::of).toList());
    }
}
