package org.opencgt.science.assay.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import org.opencgt.science.output.Document;
import org.opencgt.science.report.Block;

/** Words and lists of these reports in one language. */
record Words(Language language) {

    String of(TextKey key) {
        return Messages.text(key, language, Map.of());
    }

    /** The properties of a result with these names. */
    Block facts(Result result, Set<String> names) {
        Document document = Document.of(result);
        Set<String> labels = Set.copyOf(
                names.stream().map(name -> document.label(name, language)).toList());
        return new Block.Facts(document.lines(language, 1).stream()
                .filter(line -> labels.contains(line.getFirst()))
                .map(line -> new Block.Fact(line.getFirst(), line.getLast()))
                .toList());
    }

    /** Rows of results in these columns. */
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

    static List<String> numbered(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    }
}
