package org.opencgt.science.dosefinding.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** How operating characteristics are found; a mixin. */
final class MethodOptions {

    /** The two ways. */
    enum Method {
        SIMULATE,
        EXACT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** So finely is told how far an enumeration is. */
    private static final long EXACT_STEPS = 10_000;

    @Option(names = "--method", paramLabel = "simulate|exact")
    Method method = Method.SIMULATE;

    @Option(names = "--trials", paramLabel = "N")
    int trials = 10_000;

    boolean isExact() {
        return method == Method.EXACT;
    }

    /** How far one truth takes the bar of progress. */
    long steps() {
        return isExact() ? EXACT_STEPS : trials;
    }
}
