package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.comparability.Equivalence;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.VarianceRule;
import org.opencgt.subject.CharacterisationStudy.Arm;
import org.opencgt.subject.CharacterisationStudy.Criterion;
import org.opencgt.subject.CharacterisationStudy.Kind;
import org.opencgt.subject.CharacterisationStudy.Line;
import org.opencgt.subject.CharacterisationStudy.Observation;
import org.opencgt.subject.CharacterisationStudy.Verdict;

/** What follows from the observations of a study, criterion by criterion; one that cannot be computed is not met. */
final class CharacterisationEvidence {

    private static final double ALPHA = 0.05;

    private final Kind kind;
    private final List<Criterion> criteria;
    private final List<Observation> observations;

    CharacterisationEvidence(Kind kind, List<Criterion> criteria, List<Observation> observations) {
        this.kind = kind;
        this.criteria = criteria;
        this.observations = observations;
    }

    Verdict verdict() {
        Map<String, Line> lines = new LinkedHashMap<>();
        criteria.forEach(criterion -> lines.put(criterion.name(), line(criterion)));
        List<String> unmet = lines.entrySet().stream()
                .filter(entry -> !entry.getValue().met())
                .map(Map.Entry::getKey)
                .toList();
        List<String> rising = kind == Kind.INTEGRATION ? rising() : List.of();
        return new Verdict(!lines.isEmpty() && unmet.isEmpty(), unmet, rising, lines);
    }

    private Line line(Criterion criterion) {
        return switch (kind) {
            case CLEARANCE -> clearance(criterion);
            case SCALE_DOWN, MODIFICATION_EFFECT -> equivalence(criterion);
            case INTEGRATION -> clones(criterion);
        };
    }

    /** Runs in which the load was measured on both sides of the step. */
    private Line clearance(Criterion criterion) {
        Map<String, Double> before = values(criterion, Arm.REFERENCE);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int n = 0;
        for (Map.Entry<String, Double> after : values(criterion, Arm.STUDIED).entrySet()) {
            Double load = before.get(after.getKey());
            if (load != null && load > 0 && after.getValue() > 0) {
                double reduction = Math.log10(load / after.getValue());
                least = Math.min(least, reduction);
                most = Math.max(most, reduction);
                sum += reduction;
                n++;
            }
        }
        if (n == 0) {
            return none("NO_RUNS");
        }
        return new Line(
                n,
                decimal(sum / n),
                decimal(least),
                decimal(most),
                n >= criterion.least()
                        && criterion.minimum() != null
                        && least >= criterion.minimum().doubleValue(),
                null);
    }

    private Line equivalence(Criterion criterion) {
        if (criterion.minimum() == null || criterion.maximum() == null) {
            return none("NO_MARGIN");
        }
        double[] studied = numbers(criterion, Arm.STUDIED);
        double[] reference = numbers(criterion, Arm.REFERENCE);
        try {
            Equivalence found = Equivalence.of(
                    studied,
                    reference,
                    new Margin.Difference(
                            criterion.minimum().doubleValue(),
                            criterion.maximum().doubleValue()),
                    VarianceRule.WELCH,
                    ALPHA);
            int n = Math.min(studied.length, reference.length);
            return new Line(
                    n,
                    decimal(found.estimate()),
                    decimal(found.lower()),
                    decimal(found.upper()),
                    n >= criterion.least() && found.equivalent(),
                    null);
        } catch (BadInput refused) {
            // too few values or none that vary: not shown, so not met, and readers see why
            return none(refused.getMessage());
        }
    }

    private Line clones(Criterion criterion) {
        Map<String, Double> shares = shares(criterion);
        double largest =
                shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return shares.isEmpty()
                ? none("NO_CLONES")
                : new Line(
                        shares.size(),
                        decimal(largest),
                        null,
                        null,
                        shares.size() >= criterion.least()
                                && criterion.maximum() != null
                                && largest <= criterion.maximum().doubleValue(),
                        null);
    }

    private Map<String, Double> shares(Criterion criterion) {
        Map<String, Double> reads = values(criterion, Arm.STUDIED);
        double total = reads.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        if (total > 0) {
            reads.forEach((clone, count) -> shares.put(clone, 100 * count / total));
        }
        return shares;
    }

    /** Clones seen in every sample, of which there are two at least, with a larger share each time. */
    private List<String> rising() {
        List<Map<String, Double>> samples = criteria.stream().map(this::shares).toList();
        List<String> rising = new ArrayList<>();
        if (samples.size() > 1) {
            for (String clone : samples.getFirst().keySet()) {
                boolean up = true;
                for (int i = 1; i < samples.size(); i++) {
                    up &= samples.get(i).getOrDefault(clone, 0.0)
                            > samples.get(i - 1).getOrDefault(clone, 0.0);
                }
                if (up) {
                    rising.add(clone);
                }
            }
        }
        return List.copyOf(rising);
    }

    private Map<String, Double> values(Criterion criterion, Arm arm) {
        Map<String, Double> values = new LinkedHashMap<>();
        observations.stream()
                .filter(o -> o.criterion().equals(criterion.name()) && o.arm() == arm)
                .forEach(o -> values.merge(o.label(), o.value().doubleValue(), (one, other) -> other));
        return values;
    }

    private double[] numbers(Criterion criterion, Arm arm) {
        return values(criterion, arm).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Line none(@Nullable String fault) {
        return new Line(0, null, null, null, false, fault);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(15)) : null;
    }
}
