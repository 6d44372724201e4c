package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * How cells change with passages, from the start to beyond the passages that production uses (SC-4.1.1.1.4, SC-5.3g).
 *
 * @param line absent where the product has no banked line
 * @param parameters conditions of the study by the names that the process limits of the product give them
 * @param justifications why a condition differs from the process, by its name ({@code medium}, {@code vessel} or a parameter)
 * @param limits what each item must meet
 * @param omissions items that are left out, each with its reason
 * @param passages what was found, oldest first
 * @param supportedPassage highest passage up to which every item stayed in its limits; absent while none did
 * @param supportedDoublings cumulative doublings at that passage
 * @param trends change of each numeric item with one population doubling: slope of the least-squares line
 */
@RecordBuilder
@Subject.Kind(value = "passage-study", prefix = "PS")
public record PassageStudy(
        String title,
        Status status,
        Ref<Product> product,
        @Nullable Ref<CellLine> line,
        Material material,
        String medium,
        String vessel,
        Map<String, BigDecimal> parameters,
        Map<String, String> justifications,
        Map<String, Product.Criterion> limits,
        Map<String, String> omissions,
        List<Passage> passages,
        @Nullable Integer supportedPassage,
        @Nullable @In("1") BigDecimal supportedDoublings,
        Map<String, BigDecimal> trends,
        @Nullable Ref<Document> report,
        @Nullable LocalDate approved)
        implements Subject, PassageStudyBuilder.With {

    public enum Status {
        RUNNING,
        APPROVED
    }

    /** Which cells are passaged. */
    public enum Material {
        BANK_CELLS,
        UNBANKED_CELLS,
        END_CELLS
    }

    /** What was found at one passage. */
    public record Passage(
            @In(value = "1", min = "0") int passage,
            @In(value = "1", min = "0") BigDecimal doublings,
            List<Reading> readings) {}

    /** One item at one passage. */
    public record Reading(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String item,
            @Nullable BigDecimal value,
            @Nullable @Text(max = 60) String words) {}

    /** A further passage; what the study supports follows from all that is known. */
    public PassageStudy passed(Passage passage) {
        List<Passage> all = Lists.superseding(passages, p -> p.passage() == passage.passage(), passage).stream()
                .sorted(Comparator.comparingInt(Passage::passage))
                .toList();
        Passage last = null;
        for (Passage p : all) {
            if (!p.readings().stream().allMatch(this::inLimits)) {
                break;
            }
            last = p;
        }
        Integer supported = last == null ? null : last.passage();
        BigDecimal reached = last == null ? null : last.doublings();
        return with(b -> b.passages(all)
                .supportedPassage(supported)
                .supportedDoublings(reached)
                .trends(trends(all)));
    }

    private boolean inLimits(Reading reading) {
        Product.Criterion limit = limits.get(reading.item());
        if (limit == null) {
            return true;
        }
        BigDecimal value = reading.value();
        return (limit.minimum() == null || value != null && value.compareTo(limit.minimum()) >= 0)
                && (limit.maximum() == null || value != null && value.compareTo(limit.maximum()) <= 0)
                && (limit.accepted().isEmpty() || limit.accepted().contains(reading.words()));
    }

    private static Map<String, BigDecimal> trends(List<Passage> passages) {
        Map<String, List<double[]>> points = new TreeMap<>();
        for (Passage p : passages) {
            for (Reading r : p.readings()) {
                if (r.value() != null) {
                    points.computeIfAbsent(r.item(), item -> new ArrayList<>()).add(new double[] {
                        p.doublings().doubleValue(), r.value().doubleValue()
                    });
                }
            }
        }
        Map<String, BigDecimal> slopes = new TreeMap<>();
        points.forEach((item, xy) -> {
            double x = xy.stream().mapToDouble(p -> p[0]).average().orElse(0);
            double y = xy.stream().mapToDouble(p -> p[1]).average().orElse(0);
            double sxx = xy.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
            double sxy = xy.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
            if (sxx > 0) {
                slopes.put(item, new BigDecimal(sxy / sxx).round(new MathContext(4)));
            }
        });
        return slopes;
    }
}
