package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.StudyPlan;
import org.opencgt.science.comparability.VarianceRule;
import org.opencgt.subject.ComparabilityPlan.Attribute;
import org.opencgt.subject.ComparabilityPlan.Criterion;
import org.opencgt.subject.ProcessChange.Line;
import org.opencgt.subject.ProcessChange.Lot;
import org.opencgt.subject.ProcessChange.Measured;
import org.opencgt.subject.ProcessChange.Side;
import org.opencgt.subject.ProcessChange.Verdict;

/**
 * What the engine of comparability finds of the lots of a change: {@code compare study} with Welch's variances at 5%, attribute by
 * attribute, so that one that cannot be computed leaves the others. Words are held against those that are accepted.
 */
final class ProcessComparability {

    private static final double ALPHA = 0.05;

    private final ComparabilityPlan plan;
    private final List<Lot> lots;

    ProcessComparability(ComparabilityPlan plan, List<Lot> lots) {
        this.plan = plan;
        this.lots = lots;
    }

    Verdict verdict() {
        Map<String, Line> lines = new LinkedHashMap<>();
        plan.attributes().forEach(attribute -> lines.put(attribute.name(), line(attribute)));
        int before = count(Side.BEFORE);
        int after = count(Side.AFTER);
        boolean complete = !lines.isEmpty()
                && before >= plan.lotsBefore()
                && after >= plan.lotsAfter()
                && lines.values().stream()
                        .allMatch(line -> line.nBefore() >= plan.lotsBefore() && line.nAfter() >= plan.lotsAfter());
        List<String> unmet = lines.entrySet().stream()
                .filter(entry -> !entry.getValue().met())
                .map(Map.Entry::getKey)
                .toList();
        return new Verdict(
                complete && unmet.isEmpty(),
                complete,
                lines.size(),
                lines.size() - unmet.size(),
                before,
                after,
                unmet,
                lines);
    }

    private int count(Side side) {
        return (int) lots.stream().filter(lot -> lot.side() == side).count();
    }

    private Line line(Attribute attribute) {
        if (attribute.criterion() == Criterion.WORDS) {
            return inWords(attribute);
        }
        double[] before = values(attribute, Side.BEFORE);
        double[] after = values(attribute, Side.AFTER);
        if (before.length == 0 || after.length == 0) {
            return none(before.length, after.length, List.of("no_data"), null);
        }
        try {
            StudyPlan.Criterion criterion = criterion(attribute);
            if (criterion == null) {
                return none(before.length, after.length, List.of(), "PLAN_MARGIN_MISSING");
            }
            StudyPlan.Line found = new StudyPlan(List.of(criterion))
                    .judge(List.of(attribute.name()), name -> new StudyPlan.Data(after, before))
                    .attributes()
                    .getFirst();
            return new Line(
                    found.nReference(),
                    found.nTest(),
                    decimal(found.meanReference()),
                    decimal(found.meanTest()),
                    decimal(found.estimate()),
                    decimal(found.lower()),
                    decimal(found.upper()),
                    decimal(found.marginLower()),
                    decimal(found.marginUpper()),
                    decimal(found.pTost()),
                    decimal(found.insidePercent()),
                    found.met(),
                    found.flags().stream()
                            .map(flag -> flag.name().toLowerCase(java.util.Locale.ROOT))
                            .toList(),
                    null);
        } catch (BadInput refused) {
            // a lot without variation or too few of them: not shown, so not met, and the page says why
            return none(before.length, after.length, List.of(), refused.getMessage());
        }
    }

    /** Null where the plan lacks what its criterion needs. */
    private static StudyPlan.@Nullable Criterion criterion(Attribute attribute) {
        BigDecimal lower = attribute.lower();
        BigDecimal upper = attribute.upper();
        BigDecimal factor = attribute.factor();
        return switch (attribute.criterion()) {
            case DIFFERENCE ->
                lower == null || upper == null
                        ? null
                        : means(attribute, new Margin.Difference(lower.doubleValue(), upper.doubleValue()));
            case RATIO ->
                lower == null || upper == null
                        ? null
                        : means(attribute, new Margin.Ratio(lower.doubleValue(), upper.doubleValue()));
            case STANDARD_DEVIATIONS ->
                factor == null ? null : means(attribute, new Margin.ReferenceSds(factor.doubleValue()));
            case QUALITY_RANGE ->
                factor == null
                        ? null
                        : new StudyPlan.Criterion.Range(
                                attribute.name(),
                                factor.doubleValue(),
                                attribute.leastInside() == null
                                        ? 1
                                        : attribute.leastInside().doubleValue() / 100);
            case WORDS -> throw new IllegalStateException("words are no numbers");
        };
    }

    private static StudyPlan.Criterion means(Attribute attribute, Margin margin) {
        return new StudyPlan.Criterion.Means(attribute.name(), margin, VarianceRule.WELCH, ALPHA);
    }

    private Line inWords(Attribute attribute) {
        List<String> before = words(attribute, Side.BEFORE);
        List<String> after = words(attribute, Side.AFTER);
        long inside = after.stream().filter(attribute.accepted()::contains).count();
        boolean met = !after.isEmpty()
                && inside == after.size()
                && attribute.accepted().containsAll(before);
        return new Line(
                before.size(),
                after.size(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                after.isEmpty() ? null : decimal(100.0 * inside / after.size()),
                met,
                after.isEmpty() ? List.of("no_data") : List.of(),
                null);
    }

    private static Line none(int before, int after, List<String> flags, @Nullable String fault) {
        return new Line(before, after, null, null, null, null, null, null, null, null, null, false, flags, fault);
    }

    private Stream<Measured> measured(Attribute attribute, Side side) {
        return lots.stream()
                .filter(lot -> lot.side() == side)
                .flatMap(lot -> lot.results().stream()
                        .filter(result -> result.attribute().equals(attribute.name()))
                        .limit(1));
    }

    private double[] values(Attribute attribute, Side side) {
        return measured(attribute, side)
                .map(Measured::value)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    private List<String> words(Attribute attribute, Side side) {
        return measured(attribute, side)
                .flatMap(result -> Stream.ofNullable(result.words()))
                .toList();
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(15)) : null;
    }
}
