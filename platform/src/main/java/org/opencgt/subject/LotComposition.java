package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;
import org.opencgt.science.statistics.ExactProportion;

/**
 * What was counted in a lot at one node of its process, as counted.
 *
 * @param node of the process: {@code final} is the product as it is released
 */
public record LotComposition(
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String node,
        Ref<Sample> sample,
        Instant counted,
        List<Count> counts,
        List<Quotient> quotients) {

    private static final double CONFIDENCE = 0.95;
    private static final MathContext DIGITS = new MathContext(12);

    /**
     * Events of a gate.
     *
     * @param name of the population
     * @param total events of the gate in which its own lies
     */
    public record Count(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            CellPopulation.Role role,
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String share,
            @In(value = "1", min = "0", max = "2000000000") int positive,
            @In(value = "1", min = "1", max = "2000000000") int total) {}

    /** One amount over another: copies over cells, particles over protein. */
    public record Quotient(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            Kind kind,
            @In(value = "1", min = "0") BigDecimal numerator,
            @In(value = "1", min = "0.000000000001") BigDecimal denominator) {

        public enum Kind {
            COPIES_PER_CELL,
            PARTICLES_PER_MICROGRAM,
            MITOCHONDRIAL_PROTEIN
        }
    }

    /** A share in % with its exact 95% interval. */
    public record Share(
            @In("%") BigDecimal percent,
            @In("%") BigDecimal lower,
            @In("%") BigDecimal upper,
            @In("1") int total) {}

    /**
     * What follows from the counts.
     *
     * @param accounted target and non-target cells together, in % of the viable ones; absent where neither was counted
     * @param subsets sum of the subsets of each population, in % of it
     * @param quotients by name
     */
    public record Found(
            Map<String, Share> shares,
            @Nullable @In("%") BigDecimal accounted,
            Map<String, BigDecimal> subsets,
            Map<String, BigDecimal> quotients) {}

    /** Shares, sums and quotients of what was counted. */
    Found found() {
        Map<String, Share> shares = new LinkedHashMap<>();
        Map<String, BigDecimal> subsets = new LinkedHashMap<>();
        BigDecimal accounted = null;
        for (Count count : counts) {
            // the gate refuses more positive events than there are; a state that has them has no share
            if (count.positive() > count.total()) {
                continue;
            }
            ExactProportion part = ExactProportion.of(count.positive(), count.total(), CONFIDENCE);
            Share share = new Share(percent(part.share()), percent(part.lower()), percent(part.upper()), count.total());
            shares.put(count.name(), share);
            switch (count.role()) {
                case TARGET, NON_TARGET ->
                    accounted = accounted == null ? share.percent() : accounted.add(share.percent());
                case SUBSET -> subsets.merge(count.share(), share.percent(), BigDecimal::add);
                case VIABLE, FUNCTIONAL, INTACT, UNIDENTIFIED -> {}
            }
        }
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        quotients.stream()
                .filter(q -> q.denominator().signum() > 0)
                .forEach(q -> all.put(q.name(), q.numerator().divide(q.denominator(), DIGITS)));
        return new Found(shares, accounted, subsets, all);
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(100 * share)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }
}
