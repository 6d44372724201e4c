package org.opencgt.science.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Rules that tell when a chart signals, on values in standard deviations from the centre (z). Each names the points that complete its
 * pattern.
 *
 * <p>Comparisons are strict: a point on the centre line is on neither side and ends a run; one on a limit does not count as beyond.
 * Where k of m points have to lie beyond, the last one has to. A missing z fits no pattern.
 */
public enum RuleSet {
    /** Nelson, J Qual Technol 1984;16:237. Rule 2 is nine in a row, rule 3 six steadily rising or falling. */
    NELSON {
        @Override
        public List<Rule> rules() {
            return List.of(
                    new Rule("rule1", Pattern.beyond(1, 1, 3)),
                    new Rule("rule2", Pattern.beyond(9, 9, 0)),
                    new Rule("rule3", Pattern.trend(6)),
                    new Rule("rule4", Pattern.alternation(14)),
                    new Rule("rule5", Pattern.beyond(2, 3, 2)),
                    new Rule("rule6", Pattern.beyond(4, 5, 1)),
                    new Rule("rule7", Pattern.within(15, 1)),
                    new Rule("rule8", Pattern.outside(8, 1)));
        }
    },
    /** Western Electric, Statistical Quality Control Handbook 1956. Rule 4 is eight in a row. */
    WESTERN_ELECTRIC {
        @Override
        public List<Rule> rules() {
            return List.of(
                    new Rule("rule1", Pattern.beyond(1, 1, 3)),
                    new Rule("rule2", Pattern.beyond(2, 3, 2)),
                    new Rule("rule3", Pattern.beyond(4, 5, 1)),
                    new Rule("rule4", Pattern.beyond(8, 8, 0)));
        }
    },
    /** Westgard, Clin Chem 1981;27:493. */
    WESTGARD {
        @Override
        public List<Rule> rules() {
            return List.of(
                    new Rule("1_2s", Pattern.beyond(1, 1, 2)),
                    new Rule("1_3s", Pattern.beyond(1, 1, 3)),
                    new Rule("2_2s", Pattern.beyond(2, 2, 2)),
                    new Rule("R_4s", Pattern.opposite(2)),
                    new Rule("3_1s", Pattern.beyond(3, 3, 1)),
                    new Rule("4_1s", Pattern.beyond(4, 4, 1)),
                    new Rule("6_x", Pattern.beyond(6, 6, 0)),
                    new Rule("8_x", Pattern.beyond(8, 8, 0)),
                    new Rule("10_x", Pattern.beyond(10, 10, 0)));
        }
    };

    /** In the order in which they are numbered. */
    public abstract List<Rule> rules();

    /** Which rules each point completes. */
    public List<Violation> violations(double[] z) {
        return rules().stream()
                .flatMap(rule -> IntStream.range(0, z.length)
                        .filter(last -> rule.pattern().endsAt(z, last))
                        .mapToObj(last -> new Violation(rule.name(), last + 1)))
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A pattern under its name. */
    public record Rule(String name, Pattern pattern) {}

    /** A pattern in successive values. */
    @FunctionalInterface
    public interface Pattern {

        /** Whether the point at an index completes it. */
        boolean endsAt(double[] z, int last);

        /** The last and at least k of the last m beyond a limit on the same side. */
        static Pattern beyond(int k, int m, double limit) {
            return (z, last) -> beyond(z, last, k, m, limit, 1) || beyond(z, last, k, m, limit, -1);
        }

        private static boolean beyond(double[] z, int last, int k, int m, double limit, int side) {
            if (!(side * z[last] > limit)) {
                return false;
            }
            int count = 0;
            for (int i = Math.max(0, last - m + 1); i <= last; i++) {
                count += side * z[i] > limit ? 1 : 0;
            }
            return count >= k;
        }

        /** So many points each above, or each below, the one before. */
        static Pattern trend(int points) {
            return (z, last) -> steady(z, last, points, 1) || steady(z, last, points, -1);
        }

        private static boolean steady(double[] z, int last, int points, int direction) {
            if (last < points - 1) {
                return false;
            }
            for (int i = last - points + 2; i <= last; i++) {
                if (!(direction * (z[i] - z[i - 1]) > 0)) {
                    return false;
                }
            }
            return true;
        }

        /** So many points going up and down by turns. */
        static Pattern alternation(int points) {
            return (z, last) -> {
                if (last < points - 1) {
                    return false;
                }
                for (int i = last - points + 3; i <= last; i++) {
                    if (!((z[i] - z[i - 1]) * (z[i - 1] - z[i - 2]) < 0)) {
                        return false;
                    }
                }
                return true;
            };
        }

        /** So many points in a row nearer to the centre than a limit. */
        static Pattern within(int points, double limit) {
            return (z, last) -> {
                if (last < points - 1) {
                    return false;
                }
                for (int i = last - points + 1; i <= last; i++) {
                    if (!(Math.abs(z[i]) < limit)) {
                        return false;
                    }
                }
                return true;
            };
        }

        /** So many points in a row farther from the centre than a limit, on either side. */
        static Pattern outside(int points, double limit) {
            return (z, last) -> {
                if (last < points - 1) {
                    return false;
                }
                for (int i = last - points + 1; i <= last; i++) {
                    if (!(Math.abs(z[i]) > limit)) {
                        return false;
                    }
                }
                return true;
            };
        }

        /** Two successive points beyond a limit on opposite sides. */
        static Pattern opposite(double limit) {
            return (z, last) -> last > 0
                    && ((z[last] > limit && z[last - 1] < -limit) || (z[last] < -limit && z[last - 1] > limit));
        }
    }
}
