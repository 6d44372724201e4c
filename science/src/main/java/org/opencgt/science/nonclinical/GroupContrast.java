package org.opencgt.science.nonclinical;

import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.statistics.StudentT;

/**
 * A group of animals against its control: difference of means with its interval and two-sided p, after Welch.
 *
 * <pre>
 *   se² = s_g²/n_g + s_c²/n_c      df = se⁴ / ((s_g²/n_g)²/(n_g - 1) + (s_c²/n_c)²/(n_c - 1))
 * </pre>
 *
 * <p>Where neither group varies, the difference is as certain as the data are: p is 1 if there is none and 0 if there is one. Limits
 * and p are NaN where a group has fewer than two values.
 *
 * @param lower limit at confidence 1 - α
 */
public record GroupContrast(
        int n, int nControl, double mean, double controlMean, double difference, double lower, double upper, double p) {

    public static GroupContrast of(double[] group, double[] control, double alpha) {
        SampleSummary g = SampleSummary.of(group);
        SampleSummary c = SampleSummary.of(control);
        double difference = g.mean() - c.mean();
        if (g.n() < 2 || c.n() < 2) {
            return new GroupContrast(g.n(), c.n(), g.mean(), c.mean(), difference, Double.NaN, Double.NaN, Double.NaN);
        }
        if (g.min() == g.max() && c.min() == c.max()) {
            return new GroupContrast(
                    g.n(), c.n(), g.mean(), c.mean(), difference, difference, difference, difference == 0 ? 1 : 0);
        }
        double a = g.sd() * g.sd() / g.n();
        double b = c.sd() * c.sd() / c.n();
        double se = Math.sqrt(a + b);
        StudentT law = new StudentT((a + b) * (a + b) / (a * a / (g.n() - 1) + b * b / (c.n() - 1)));
        double half = law.quantile(1 - alpha / 2) * se;
        return new GroupContrast(
                g.n(),
                c.n(),
                g.mean(),
                c.mean(),
                difference,
                difference - half,
                difference + half,
                law.beyond(difference / se));
    }

    public boolean significant(double alpha) {
        return p < alpha;
    }
}
