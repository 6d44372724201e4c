package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.StartRule;
import org.opencgt.science.nonclinical.DoseTrend;
import org.opencgt.science.nonclinical.GroupContrast;
import org.opencgt.science.nonclinical.GroupSize;
import org.opencgt.science.statistics.Mean;
import org.opencgt.subject.NonclinicalPlan.AnimalGroup;
import org.opencgt.subject.NonclinicalPlan.Detection;
import org.opencgt.subject.NonclinicalPlan.Endpoint;
import org.opencgt.subject.NonclinicalPlan.Tells;
import org.opencgt.subject.NonclinicalStudy.Effect;
import org.opencgt.subject.NonclinicalStudy.Fate;
import org.opencgt.subject.NonclinicalStudy.Measured;
import org.opencgt.subject.NonclinicalStudy.Trend;

/**
 * What the engines find in a study of animals. Where every animal that is compared has a baseline, changes from it are compared, else
 * values. Controls of one study count as one group.
 */
final class StudiedAnimals {

    private static final MathContext DIGITS = new MathContext(12);
    private static final double USUAL_ALPHA = 0.05;

    private final NonclinicalPlan plan;
    private final List<Measured> results;

    StudiedAnimals(NonclinicalPlan plan, List<Measured> results) {
        this.plan = plan;
        this.results = results;
    }

    @Nullable
    Integer groupSize() {
        Detection detection = plan.detection();
        if (detection == null) {
            return null;
        }
        OptionalInt fewest = new GroupSize(
                        detection.difference().doubleValue(),
                        detection.sd().doubleValue(),
                        detection.alpha().doubleValue())
                .fewest(detection.power().doubleValue());
        return fewest.isPresent() ? fewest.getAsInt() : null;
    }

    BigDecimal amountNeeded() {
        return plan.groups().stream()
                .map(group -> group.dose().multiply(BigDecimal.valueOf((long) group.animals() * plan.doses())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Endpoint endpoint : plan.endpoints()) {
            for (AnimalGroup group : plan.groups()) {
                for (BigDecimal time : endpoint.times()) {
                    if (endpoint.in(group) && found(group, endpoint, time).isEmpty()) {
                        missing.add(group.code() + " " + endpoint.name() + " " + time.toPlainString());
                    }
                }
            }
        }
        return List.copyOf(missing);
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Endpoint endpoint : plan.endpoints()) {
            for (BigDecimal time : afterDose(endpoint)) {
                Compared compared = compared(endpoint, time);
                double[] control = compared.of(controls());
                for (AnimalGroup group : plan.groups()) {
                    double[] own = group.control() ? new double[0] : compared.of(List.of(group));
                    if (own.length > 0 && control.length > 0) {
                        effects.add(effect(endpoint, time, group, compared, own, control));
                    }
                }
            }
        }
        return List.copyOf(effects);
    }

    private Effect effect(
            Endpoint endpoint, BigDecimal time, AnimalGroup group, Compared compared, double[] own, double[] control) {
        GroupContrast contrast = GroupContrast.of(own, control, alpha());
        return new Effect(
                endpoint.name(),
                endpoint.tells(),
                time,
                group.code(),
                group.dose(),
                compared.fromBaseline(),
                contrast.n(),
                contrast.nControl(),
                number(contrast.mean()),
                number(contrast.controlMean()),
                number(contrast.difference()),
                decimal(contrast.lower()),
                decimal(contrast.upper()),
                decimal(contrast.p()));
    }

    List<Trend> trends() {
        List<Trend> trends = new ArrayList<>();
        List<BigDecimal> doses = plan.groups().stream()
                .filter(group -> !group.control() && group.dose().signum() > 0)
                .map(group -> group.dose().stripTrailingZeros())
                .distinct()
                .sorted()
                .toList();
        if (doses.isEmpty() || controls().isEmpty()) {
            return List.of();
        }
        for (Endpoint endpoint : plan.endpoints()) {
            for (BigDecimal time : endpoint.tells().fate() ? List.<BigDecimal>of() : afterDose(endpoint)) {
                Compared compared = compared(endpoint, time);
                List<double[]> values = new ArrayList<>();
                values.add(compared.of(controls()));
                double[] scale = new double[doses.size() + 1];
                for (int i = 0; i < doses.size(); i++) {
                    BigDecimal dose = doses.get(i);
                    scale[i + 1] = dose.doubleValue();
                    values.add(compared.of(plan.groups().stream()
                            .filter(group -> !group.control() && group.dose().compareTo(dose) == 0)
                            .toList()));
                }
                trends.add(trend(endpoint, time, DoseTrend.of(scale, values, alpha())));
            }
        }
        return List.copyOf(trends);
    }

    private static Trend trend(Endpoint endpoint, BigDecimal time, DoseTrend found) {
        return new Trend(
                endpoint.name(),
                endpoint.tells(),
                time,
                decimal(found.slope()),
                decimal(found.slopeLower()),
                decimal(found.slopeUpper()),
                decimal(found.p()),
                decimal(found.noEffectDose()),
                decimal(found.lowestEffectDose()));
    }

    @Nullable
    BigDecimal noEffectDose() {
        List<Trend> toxic = trends().stream()
                .filter(trend -> trend.tells() == Tells.TOXICITY)
                .toList();
        if (toxic.stream().anyMatch(trend -> trend.noEffectDose() == null)) {
            return null;
        }
        return least(toxic, Trend::noEffectDose);
    }

    @Nullable
    BigDecimal effectiveDose() {
        return least(
                trends().stream()
                        .filter(trend -> trend.tells() == Tells.TREATMENT_EFFECT)
                        .toList(),
                Trend::lowestEffectDose);
    }

    private static @Nullable BigDecimal least(List<Trend> trends, Function<Trend, @Nullable BigDecimal> dose) {
        return trends.stream()
                .flatMap(trend -> Optional.ofNullable(dose.apply(trend)).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Fate> fates() {
        List<Fate> fates = new ArrayList<>();
        for (Endpoint endpoint : plan.endpoints()) {
            for (AnimalGroup group : plan.groups()) {
                List<Measured> course = course(endpoint, group);
                if (endpoint.tells().fate() && !group.control() && !course.isEmpty()) {
                    fates.add(fate(endpoint, group, course));
                }
            }
        }
        return List.copyOf(fates);
    }

    private List<Measured> course(Endpoint endpoint, AnimalGroup group) {
        return endpoint.times().stream()
                .filter(time -> time.signum() >= 0)
                .sorted()
                .flatMap(time -> found(group, endpoint, time).stream())
                .toList();
    }

    /** What is below the limit of quantification counts as zero in the mean, as nothing was given before the first dose. */
    private static Fate fate(Endpoint endpoint, AnimalGroup group, List<Measured> course) {
        double limit = endpoint.limit() == null ? 0 : endpoint.limit().doubleValue();
        Curve curve = Curve.of(
                group.code(),
                course.stream().mapToDouble(row -> row.time().doubleValue()).toArray(),
                course.stream().mapToDouble(row -> mean(row, limit)).toArray());
        KineticParameters found =
                NonCompartmental.withDefaults().withStartRule(StartRule.ZERO).analyse(curve);
        boolean seen = curve.lastQuantified() >= 0;
        return new Fate(
                endpoint.name(),
                endpoint.tells(),
                endpoint.matrix(),
                group.code(),
                group.dose(),
                seen ? decimal(found.observed().cmax()) : null,
                seen ? decimal(found.observed().tmax()) : null,
                decimal(found.areas().auclast()),
                decimal(found.terminal().halfLife()),
                seen ? decimal(found.observed().tlast()) : null,
                curve.lastQuantified() < curve.size() - 1);
    }

    private static double mean(Measured row, double limit) {
        return Mean.of(row.animals().values().stream()
                .mapToDouble(value -> value.doubleValue() < limit ? 0 : Math.max(0, value.doubleValue()))
                .toArray());
    }

    /** Values of one endpoint at one time, of animals, less their baselines where all have one. */
    private final class Compared {

        private final Endpoint endpoint;
        private final BigDecimal time;
        private final @Nullable BigDecimal baseline;

        Compared(Endpoint endpoint, BigDecimal time, @Nullable BigDecimal baseline) {
            this.endpoint = endpoint;
            this.time = time;
            this.baseline = baseline;
        }

        boolean fromBaseline() {
            return baseline != null;
        }

        double[] of(List<AnimalGroup> groups) {
            return groups.stream()
                    .flatMap(group -> found(group, endpoint, time).stream()
                            .flatMap(row -> row.animals().entrySet().stream()
                                    .map(animal -> animal.getValue().doubleValue() - baseline(group, animal.getKey()))))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        private double baseline(AnimalGroup group, String animal) {
            return baseline == null
                    ? 0
                    : found(group, endpoint, baseline)
                            .map(row -> Objects.requireNonNull(row.animals().get(animal)))
                            .orElseThrow()
                            .doubleValue();
        }
    }

    private Compared compared(Endpoint endpoint, BigDecimal time) {
        BigDecimal before = endpoint.times().stream()
                .filter(t -> t.signum() <= 0)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean all = before != null
                && plan.groups().stream()
                        .allMatch(group -> found(group, endpoint, time)
                                .map(row -> animals(group, endpoint, before)
                                        .keySet()
                                        .containsAll(row.animals().keySet()))
                                .orElse(true));
        return new Compared(endpoint, time, all ? before : null);
    }

    private Map<String, BigDecimal> animals(AnimalGroup group, Endpoint endpoint, BigDecimal time) {
        return found(group, endpoint, time).map(Measured::animals).orElse(Map.of());
    }

    private static List<BigDecimal> afterDose(Endpoint endpoint) {
        return endpoint.times().stream()
                .filter(time -> time.signum() > 0)
                .sorted()
                .toList();
    }

    private List<AnimalGroup> controls() {
        return plan.groups().stream().filter(AnimalGroup::control).toList();
    }

    private Optional<Measured> found(AnimalGroup group, Endpoint endpoint, BigDecimal time) {
        return results.stream()
                .filter(row -> row.group().equals(group.code())
                        && row.endpoint().equals(endpoint.name())
                        && row.time().compareTo(time) == 0
                        && !row.animals().isEmpty())
                .findFirst();
    }

    private double alpha() {
        Detection detection = plan.detection();
        return detection == null ? USUAL_ALPHA : detection.alpha().doubleValue();
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value, DIGITS);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, DIGITS) : null;
    }
}
