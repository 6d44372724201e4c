package org.opencgt.science.cells;

import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How pure a preparation of vesicles is by the ratio of particles to protein, and how many are intact. Ratios above 3 × 10¹⁰ particles
 * per µg are highly pure, 2 × 10⁹ to 2 × 10¹⁰ of low purity, below 1.5 × 10⁹ unpure (Webber J, Clayton A. J Extracell Vesicles
 * 2013;2:19861); what lies between these is named by its lower neighbour.
 *
 * @param particles per mL
 * @param proteinUg per mL
 * @param particlesPerUg ratio
 * @param percentIntact NaN where the intact particles were not counted
 * @param within whether ratio and percent intact reach the limits given
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ParticlePurity(
        String sample,
        double particles,
        double proteinUg,
        double particlesPerUg,
        Purity purity,
        double percentIntact,
        boolean within)
        implements Result {

    /** The classes of Webber and Clayton. */
    public enum Purity implements TextKey {
        HIGH,
        LOW,
        UNPURE;

        @Override
        public String key() {
            return "cells.purity." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double HIGHLY_PURE = 3e10;
    private static final double OF_LOW_PURITY = 2e9;

    /**
     * Of a preparation.
     *
     * @param intact particles per mL; NaN if they were not counted
     * @param leastRatio that is wanted, 0 if none is
     * @param leastPercent intact that is wanted, 0 if none is
     * @throws BadInput if there are more intact particles than particles
     */
    public static ParticlePurity of(
            String sample, double particles, double proteinUg, double intact, double leastRatio, double leastPercent) {
        Check.positive(CellQuantity.PARTICLES, particles);
        Check.positive(CellQuantity.PROTEIN, proteinUg);
        if (intact > particles) {
            throw Fault.of(CellsFault.INTACT_OVER_TOTAL)
                    .with("intact", intact)
                    .with("total", particles)
                    .asException();
        }
        double ratio = particles / proteinUg;
        double percent =
                Double.isNaN(intact) ? Double.NaN : 100 * Check.notNegative(CellQuantity.PARTICLES, intact) / particles;
        boolean intactEnough = leastPercent <= 0 || percent >= leastPercent;
        return new ParticlePurity(
                sample,
                particles,
                proteinUg,
                ratio,
                ratio > HIGHLY_PURE ? Purity.HIGH : ratio >= OF_LOW_PURITY ? Purity.LOW : Purity.UNPURE,
                percent,
                ratio >= leastRatio && intactEnough);
    }
}
