package org.opencgt.science.kinetics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/** The inputs and expected results in {@code reference/nca}; their README tells where they come from. */
final class NcaReference {

    private NcaReference() {}

    static Table table(String path) {
        try (InputStream in = NcaReference.class.getResourceAsStream("/reference/nca/" + path)) {
            return Csv.parse(new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Curve> curves(String file, String subject, String time, String value, double limit) {
        Table table = table("in/" + file);
        TextColumn subjects = table.text(subject);
        NumberColumn times = table.numbers(time);
        NumberColumn values = table.numbers(value);
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < table.rows(); i++) {
            rows.computeIfAbsent(Objects.requireNonNull(subjects.get(i)), s -> new ArrayList<>())
                    .add(i);
        }
        List<Curve> curves = new ArrayList<>();
        rows.forEach((name, own) -> curves.add(Curve.of(
                name,
                own.stream().mapToDouble(times::get).toArray(),
                own.stream().mapToDouble(values::get).toArray(),
                limit)));
        return curves;
    }
}
