package org.opencgt.science.dosefinding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;

/**
 * The dose that a design selects from the outcomes at all doses, with its estimates at each; NaN at doses that nobody
 * received.
 *
 * @param mtd its number from 1: the maximum tolerated dose, or the optimal biological dose of designs that look at efficacy;
 *     null if no dose can be selected
 * @param estimates probability of a dose-limiting toxicity
 * @param lower lower limit of its interval, see the design
 * @param upper upper limit of its interval
 * @param overdoseProbability posterior probability that toxicity is above the target
 * @param eliminated whether the dose is excluded by the design's rules
 * @param efficacy estimated probability of response; null if the design does not look at it
 * @param utility estimated utility; null if the design has none
 * @param model parameters of the design's model; null if it has none
 */
public record Selection(
        @Nullable Integer mtd,
        List<Double> estimates,
        List<Double> lower,
        List<Double> upper,
        @JsonInclude(Include.NON_NULL) @Nullable List<Double> overdoseProbability,
        List<Boolean> eliminated,
        @JsonInclude(Include.NON_NULL) @Nullable List<Double> efficacy,
        @JsonInclude(Include.NON_NULL) @Nullable List<Double> utility,
        @JsonInclude(Include.NON_NULL) @Nullable Map<String, Double> model)
        implements Result {

    public Selection {
        estimates = List.copyOf(estimates);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        overdoseProbability = overdoseProbability == null ? null : List.copyOf(overdoseProbability);
        eliminated = List.copyOf(eliminated);
        efficacy = efficacy == null ? null : List.copyOf(efficacy);
        utility = utility == null ? null : List.copyOf(utility);
        model = model == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(model));
    }

    /** A selection of a design that looks at toxicity alone. */
    public static Selection ofToxicity(
            @Nullable Integer mtd, ToxicityEstimates estimates, @Nullable List<Double> overdose, List<Boolean> out) {
        return new Selection(
                mtd, estimates.estimates(), estimates.lower(), estimates.upper(), overdose, out, null, null, null);
    }
}
