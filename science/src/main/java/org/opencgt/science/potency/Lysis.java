package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Specific lysis of target cells at an effector:target ratio, from release or from loss of signal:
 *
 * <pre>
 *   lysis % = 100 (signal - spontaneous) / (maximum - spontaneous)
 * </pre>
 *
 * @param sd NaN of a single well
 * @param ratioAtLysis the ratio at which this effector lyses the wanted part, between the ratios tested by a straight line over log
 *     ratio; NaN if it is not reached, or exceeded throughout
 * @param lyticUnits 10&#8310; effectors over the effectors that this takes with so many targets; NaN likewise
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Lysis(
        String effector,
        double ratio,
        int n,
        double lysisPercent,
        double sd,
        double ratioAtLysis,
        double lyticUnits,
        List<PotencyFlag> flags)
        implements Result {

    private static final double MILLION = 1e6;

    /**
     * All effectors and ratios, in their order.
     *
     * @param effectors of each well; null is missing
     * @param spontaneous signal of targets alone
     * @param maximum signal of targets all lysed
     * @param wanted per cent of lysis that defines lytic units
     * @param targets cells that define lytic units
     * @throws BadInput if maximum equals spontaneous, or a ratio is not above zero
     */
    public static List<Lysis> of(
            List<@Nullable String> effectors,
            double[] ratios,
            double[] signals,
            double spontaneous,
            double maximum,
            double wanted,
            double targets) {
        Check.finite(PotencyQuantity.SIGNAL, spontaneous);
        Check.finite(PotencyQuantity.SIGNAL, maximum);
        if (maximum == spontaneous) {
            throw Fault.of(PotencyFault.NO_WINDOW).asException();
        }
        Map<String, TreeMap<Double, List<Double>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < ratios.length; i++) {
            String effector = effectors.get(i);
            if (effector != null && !Double.isNaN(ratios[i]) && !Double.isNaN(signals[i])) {
                Check.positive(PotencyQuantity.RATIO, ratios[i]);
                groups.computeIfAbsent(effector, unseen -> new TreeMap<>())
                        .computeIfAbsent(ratios[i], unseen -> new ArrayList<>())
                        .add(100 * (signals[i] - spontaneous) / (maximum - spontaneous));
            }
        }
        List<Lysis> rows = new ArrayList<>();
        groups.forEach((effector, own) -> {
            double at = ratioAt(own, wanted);
            List<PotencyFlag> flags = Double.isNaN(at) ? List.of(PotencyFlag.LYSIS_NOT_CROSSED) : List.of();
            own.forEach((ratio, lysis) -> rows.add(new Lysis(
                    effector, ratio, lysis.size(), mean(lysis), sd(lysis), at, MILLION / (at * targets), flags)));
        });
        return rows;
    }

    private static double ratioAt(TreeMap<Double, List<Double>> own, double wanted) {
        double lastRatio = Double.NaN;
        double lastLysis = Double.NaN;
        for (Map.Entry<Double, List<Double>> entry : own.entrySet()) {
            double lysis = mean(entry.getValue());
            if (lastLysis < wanted && lysis >= wanted) {
                double part = (wanted - lastLysis) / (lysis - lastLysis);
                return Math.exp(Math.log(lastRatio) + part * (Math.log(entry.getKey()) - Math.log(lastRatio)));
            }
            if (lysis == wanted) {
                return entry.getKey();
            }
            lastRatio = entry.getKey();
            lastLysis = lysis;
        }
        return Double.NaN;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double sd(List<Double> values) {
        if (values.size() < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double sum = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(sum / (values.size() - 1));
    }
}
