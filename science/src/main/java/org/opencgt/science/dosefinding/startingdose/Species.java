package org.opencgt.science.dosefinding.startingdose;

import java.util.Locale;
import org.opencgt.science.TextKey;

/**
 * Species with the factor Km, body weight over surface area in kg/m², and the weight that goes with it.
 *
 * @see <a href="https://www.fda.gov/media/72309/download">FDA. Estimating the maximum safe starting dose in initial clinical trials for
 *     therapeutics in adult healthy volunteers, 2005, Table 1</a>
 */
public enum Species implements TextKey {
    HUMAN(37, 60),
    CHILD(25, 20),
    MOUSE(3, 0.02),
    HAMSTER(5, 0.08),
    RAT(6, 0.15),
    FERRET(7, 0.3),
    GUINEA_PIG(8, 0.4),
    RABBIT(12, 1.8),
    DOG(20, 10),
    MONKEY(12, 3),
    MARMOSET(6, 0.35),
    SQUIRREL_MONKEY(7, 0.6),
    BABOON(20, 12),
    MICRO_PIG(27, 20),
    MINI_PIG(35, 40);

    private final double km;
    private final double weightKg;

    Species(double km, double weightKg) {
        this.km = km;
        this.weightKg = weightKg;
    }

    /** Whether people are meant, adults or children. */
    public boolean isHuman() {
        return this == HUMAN || this == CHILD;
    }

    /** kg/m². */
    public double km() {
        return km;
    }

    /** The reference weight. */
    public double weightKg() {
        return weightKg;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
