package org.opencgt.science.comparability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a comparability study is to show, attribute by attribute: fixed before the data are seen. */
public record StudyPlan(List<Criterion> criteria) {

    /**
     * @throws BadInput if there is nothing to show, or an attribute occurs twice
     */
    public StudyPlan {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw Fault.of(ComparabilityFault.PLAN_EMPTY).asException();
        }
        Set<String> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.attribute())) {
                throw Fault.of(ComparabilityFault.PLAN_TWICE)
                        .with("attribute", criterion.attribute())
                        .asException();
            }
        }
    }

    /** What has to be shown of an attribute. */
    public sealed interface Criterion {

        String attribute();

        /** Equivalence of means. */
        record Means(String attribute, Margin margin, VarianceRule rule, double alpha) implements Criterion {}

        /**
         * Test lots within the quality range of the reference.
         *
         * @param least fraction of them
         */
        record Range(String attribute, double k, double least) implements Criterion {
            public Range {
                Check.positive(ComparabilityQuantity.RANGE_FACTOR, k);
                Check.fraction(ComparabilityQuantity.LEAST_INSIDE, least);
            }
        }
    }

    /** The values of an attribute. */
    public record Data(double[] test, double[] reference) {}

    /**
     * What was found of an attribute.
     *
     * @param method difference, ratio or range
     * @param estimate the difference or ratio of means; the fraction of test lots inside for a range
     * @param lower of the interval, or of the range
     * @param marginLower NaN for a range
     * @param pTost NaN for a range
     * @param insidePercent NaN for equivalence
     * @param leastPercent that have to be inside
     * @param met whether the criterion is
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Line(
            String attribute,
            String method,
            int nTest,
            int nReference,
            double meanTest,
            double meanReference,
            double estimate,
            double lower,
            double upper,
            double marginLower,
            double marginUpper,
            double pTost,
            double insidePercent,
            double leastPercent,
            boolean met,
            List<ComparabilityFlag> flags)
            implements Result {

        public Line {
            flags = List.copyOf(flags);
        }

        static Line of(Criterion criterion, Data data) {
            return switch (criterion) {
                case Criterion.Means means -> {
                    Equivalence found =
                            Equivalence.of(data.test(), data.reference(), means.margin(), means.rule(), means.alpha());
                    yield new Line(
                            means.attribute(),
                            found.scale().toString(),
                            found.nTest(),
                            found.nReference(),
                            found.meanTest(),
                            found.meanReference(),
                            found.estimate(),
                            found.lower(),
                            found.upper(),
                            found.marginLower(),
                            found.marginUpper(),
                            found.pTost(),
                            Double.NaN,
                            Double.NaN,
                            found.equivalent(),
                            found.flags());
                }
                case Criterion.Range range -> {
                    QualityRange found = QualityRange.of(data.test(), data.reference(), range.k());
                    double mean = SampleSummary.of(data.test()).mean();
                    yield new Line(
                            range.attribute(),
                            "range",
                            found.nTest(),
                            found.nReference(),
                            mean,
                            found.mean(),
                            mean - found.mean(),
                            found.lower(),
                            found.upper(),
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            found.insidePercent(),
                            100 * range.least(),
                            found.nTest() > 0 && found.inside() >= range.least() * found.nTest() * (1 - 1e-12),
                            found.flags());
                }
            };
        }

        static Line missing(Criterion criterion) {
            String method = switch (criterion) {
                case Criterion.Range range -> "range";
                case Criterion.Means means ->
                    (means.margin() instanceof Margin.Ratio ? Equivalence.Scale.RATIO : Equivalence.Scale.DIFFERENCE)
                            .toString();
            };
            double none = Double.NaN;
            return new Line(
                    criterion.attribute(),
                    method,
                    0,
                    0,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    false,
                    List.of(ComparabilityFlag.NO_DATA));
        }
    }

    /**
     * The verdict: comparable if every planned criterion is met; an attribute without data is not.
     *
     * @param unplanned attributes of the data that the plan does not name: not judged
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Verdict(boolean comparable, int planned, int met, List<String> unplanned, List<Line> attributes)
            implements Result {

        public Verdict {
            unplanned = List.copyOf(unplanned);
            attributes = List.copyOf(attributes);
        }
    }

    /** The data of each attribute. */
    public interface Source {
        /** Those of an attribute; null if there are none. */
        @Nullable
        Data of(String attribute);
    }

    /** Holds data against the plan. */
    public Verdict judge(List<String> attributes, Source data) {
        List<Line> lines = criteria.stream()
                .map(criterion -> {
                    Data own = data.of(criterion.attribute());
                    try {
                        return own == null ? Line.missing(criterion) : Line.of(criterion, own);
                    } catch (BadInput refused) {
                        throw Fault.of(ComparabilityFault.IN_ATTRIBUTE)
                                .with("attribute", criterion.attribute())
                                .with("fault", refused.fault())
                                .asException(refused);
                    }
                })
                .toList();
        int met = (int) lines.stream().filter(Line::met).count();
        List<String> planned = criteria.stream().map(Criterion::attribute).toList();
        return new Verdict(
                met == lines.size(),
                lines.size(),
                met,
                attributes.stream()
                        .filter(attribute -> !planned.contains(attribute))
                        .toList(),
                lines);
    }
}
