package org.opencgt.science.kinetics;

import java.util.Locale;
import org.opencgt.science.Fault;

/** Which samples make the terminal slope. Only quantified samples count. */
public sealed interface TerminalRule {

    /** At least three samples, and the best by adjusted r² of all windows that end at Tlast. */
    TerminalRule DEFAULT = new BestFit(3, 1e-4, Candidates.ALL);

    /** Which windows compete to be the best. */
    enum Candidates {
        /** All: where the best is not falling, there is no terminal phase. As PKNCA does. */
        ALL,
        /** Those that fall, whatever the others look like. As NonCompart and Phoenix do. */
        FALLING
    }

    /**
     * Of all windows of samples that begin after the peak (and after the infusion) and end at Tlast: the longest of those whose
     * adjusted r² is less than {@code tolerance} below the best.
     *
     * @param minimum number of samples, at least three
     * @param tolerance of adjusted r²
     */
    record BestFit(int minimum, double tolerance, Candidates candidates) implements TerminalRule {
        public BestFit {
            if (minimum < 3) {
                throw Fault.of(KineticsFault.TOO_FEW_POINTS_ASKED)
                        .with("minimum", minimum)
                        .asException();
            }
            if (!(tolerance >= 0 && tolerance < 1)) {
                throw Fault.of(KineticsFault.UNUSABLE_TOLERANCE)
                        .with("tolerance", tolerance)
                        .asException();
            }
        }

        @Override
        public String toString() {
            return candidates == Candidates.ALL ? "auto" : "falling";
        }
    }

    /** All quantified samples in an interval, also before the peak. */
    record Window(Interval interval) implements TerminalRule {
        @Override
        public String toString() {
            return interval.toString();
        }
    }

    /**
     * Reads {@code auto}, {@code falling} or {@code START:END}.
     *
     * @throws org.opencgt.science.BadInput if it is neither
     */
    static TerminalRule parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> DEFAULT;
            case "falling" -> new BestFit(3, 1e-4, Candidates.FALLING);
            default -> new Window(Interval.parse(text));
        };
    }
}
