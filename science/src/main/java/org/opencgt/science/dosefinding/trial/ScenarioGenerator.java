package org.opencgt.science.dosefinding.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.opencgt.science.Check;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Utility;
import org.opencgt.science.random.Xoshiro256;

/**
 * Random truths, in each of which every dose is equally likely to be the right one.
 *
 * <p>Toxicity: the maximum tolerated dose j of K is drawn, then the upper bound B = φ + (1 − φ) M with M ~ beta(max(K − j, 0.5), 1),
 * at least φ + 0.1; K uniform numbers below B, in ascending order, are drawn until the j-th is closest to the target φ.
 *
 * <p>With efficacy: the optimal dose is drawn, then the maximum tolerated dose from there up. In half of the truths efficacy rises to
 * the optimal dose and stays; in the others it rises to a dose from the optimal one up and falls beyond. Truths are drawn until the
 * optimal dose has the highest utility up to the maximum tolerated dose, toxicity at most φ + 0.05 and efficacy at least 0.05 above
 * the least acceptable. As the R package phase12designs.
 *
 * @see <a href="https://doi.org/10.1111/rssb.12229">Clertant M, O'Quigley J. Semiparametric dose finding methods. J R Stat Soc B
 *     2017;79:1487-1508</a>
 */
public final class ScenarioGenerator {

    private static final double LEAST_ROOM = 0.1;
    private static final double MARGIN = 0.05;
    /** A bound that allows of no such order of toxicities, or hardly, is drawn anew after this many attempts. */
    private static final int ATTEMPTS = 1000;

    private static final int MOST_SCENARIOS = 1_000_000;
    private static final int MOST_DOSES = 30;

    private final int doses;
    private final double target;
    private final Xoshiro256 random;

    private ScenarioGenerator(int doses, double target, long seed) {
        this.doses = Limits.whole(DoseFindingQuantity.DOSES, doses, 2, MOST_DOSES);
        this.target = Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1 - LEAST_ROOM);
        this.random = Xoshiro256.seeded(seed);
    }

    /** A generator; equal seeds give equal truths. */
    public static ScenarioGenerator of(int doses, double target, long seed) {
        return new ScenarioGenerator(doses, target, seed);
    }

    /** Truths of toxicity, named by their numbers from 1. */
    public List<Scenario> toxicity(int count) {
        Limits.whole(DoseFindingQuantity.SCENARIOS, count, 1, MOST_SCENARIOS);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double[] toxicity = toxicityWith(random.nextInt(doses));
            scenarios.add(new Scenario(Integer.toString(i), Truth.ofToxicity(list(toxicity))));
        }
        return scenarios;
    }

    /**
     * Truths of toxicity and efficacy.
     *
     * @param leastEfficacy least acceptable probability of response
     */
    public List<Scenario> withEfficacy(int count, double leastEfficacy, Utility utility) {
        Limits.whole(DoseFindingQuantity.SCENARIOS, count, 1, MOST_SCENARIOS);
        Check.fraction(DoseFindingQuantity.LEAST_EFFICACY, leastEfficacy);
        Limits.inside(DoseFindingQuantity.LEAST_EFFICACY, leastEfficacy, 0, 1 - 2 * LEAST_ROOM);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            scenarios.add(new Scenario(Integer.toString(i), withEfficacy(leastEfficacy, utility)));
        }
        return scenarios;
    }

    private Truth withEfficacy(double leastEfficacy, Utility utility) {
        int optimal = random.nextInt(doses);
        boolean plateau = optimal < doses - 1 && random.nextDouble() < 0.5;
        while (true) {
            int tolerated = optimal + random.nextInt(doses - optimal);
            double[] toxicity = toxicityWith(tolerated);
            double highest = uniform(leastEfficacy + LEAST_ROOM, 1);
            double[] efficacy = plateau ? plateau(optimal, highest) : peak(optimal, highest);
            if (best(toxicity, efficacy, tolerated, utility) == optimal
                    && toxicity[optimal] <= target + MARGIN
                    && efficacy[optimal] >= leastEfficacy + MARGIN) {
                return new Truth(list(toxicity), list(efficacy));
            }
        }
    }

    private double[] toxicityWith(int tolerated) {
        while (true) {
            double exponent = Math.max(doses - 1 - tolerated, 0.5);
            double room = StrictMath.pow(random.nextDouble(), 1 / exponent);
            double bound = Math.max(target + LEAST_ROOM, target + (1 - target) * room);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                double[] toxicity = ascending(doses, bound);
                if (closest(toxicity) == tolerated) {
                    return toxicity;
                }
            }
        }
    }

    private double[] plateau(int optimal, double highest) {
        double[] efficacy = Arrays.copyOf(ascending(optimal + 1, highest), doses);
        Arrays.fill(efficacy, optimal, doses, efficacy[optimal]);
        return efficacy;
    }

    private double[] peak(int optimal, double highest) {
        int mode = optimal + random.nextInt(doses - optimal);
        double top = ascending(doses, highest)[doses - 1];
        double[] efficacy = Arrays.copyOf(ascending(mode, top), doses);
        efficacy[mode] = top;
        double[] falling = ascending(doses - 1 - mode, top);
        for (int i = 0; i < falling.length; i++) {
            efficacy[doses - 1 - i] = falling[i];
        }
        return efficacy;
    }

    private static int best(double[] toxicity, double[] efficacy, int tolerated, Utility utility) {
        int best = 0;
        for (int dose = 1; dose <= tolerated; dose++) {
            if (utility.mean(toxicity[dose], efficacy[dose]) > utility.mean(toxicity[best], efficacy[best])) {
                best = dose;
            }
        }
        return best;
    }

    private int closest(double[] toxicity) {
        int closest = 0;
        for (int dose = 1; dose < doses; dose++) {
            if (Math.abs(toxicity[dose] - target) < Math.abs(toxicity[closest] - target)) {
                closest = dose;
            }
        }
        return closest;
    }

    private double[] ascending(int count, double bound) {
        return DoubleStream.generate(() -> uniform(0, bound))
                .limit(count)
                .sorted()
                .toArray();
    }

    private double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
