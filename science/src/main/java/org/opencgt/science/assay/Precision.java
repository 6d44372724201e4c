package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Precision from random factors such as day and run (ICH Q2(R2); CLSI EP05-A3): variance components by {@link
 * VarianceComponents}, a negative one set to zero and the others kept. Repeatability is the scatter within all factors,
 * intermediate precision that of all components together, with Satterthwaite's degrees of freedom.
 *
 * @param components total, each factor, and error; with REML they have no sums of squares, and degrees of freedom 2 vc&sup2; / var(vc)
 * @param anovaNegativeAllowed by mean squares without setting to zero
 * @param remlExact the same data by restricted maximum likelihood; null where it has no maximum, as nothing varies within groups
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Precision(
        int n,
        int missing,
        double mean,
        boolean balanced,
        double confidence,
        Method method,
        List<Component> components,
        List<Component> anovaNegativeAllowed,
        Dispersion repeatability,
        Dispersion intermediatePrecision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RestrictedLikelihood remlExact,
        List<AssayFlag> flags)
        implements Result {

    /**
     * A component of variance with its interval: chi-squared for total and error, else normal with the estimated variance; cut at
     * zero. {@code satterthwaite} ones are chi-squared with 2 vc&sup2; / var(vc) degrees of freedom.
     *
     * @param ss NaN for the total
     * @param percent of the total
     * @param lower NaN where the component is zero
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Component(
            String name,
            double df,
            double ss,
            double ms,
            double vc,
            double percent,
            double sd,
            double cvPercent,
            double lower,
            double upper,
            double oneSidedLower,
            double oneSidedUpper,
            double satterthwaiteLower,
            double satterthwaiteUpper,
            double satterthwaiteOneSidedLower,
            double satterthwaiteOneSidedUpper)
            implements Result {}

    /** How components are estimated. */
    public enum Method {
        /** By mean squares, a negative component set to zero and the others kept. */
        ANOVA,
        /** By restricted maximum likelihood. */
        REML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A standard deviation with its interval by chi-squared. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Dispersion(double sd, double cvPercent, double df, double lower, double upper) {}

    /**
     * Computes.
     *
     * @param y values; NaN is missing
     * @param names of the factors
     * @param levels of each factor by row, as whole numbers from 0; below 0 is missing
     * @param nested whether each factor lies within those before it; else they are crossed
     * @throws BadInput if a factor has one level only, or no group has two values
     */
    public static Precision of(double[] y, List<String> names, List<int[]> levels, boolean nested, double confidence) {
        return of(y, names, levels, nested, confidence, Method.ANOVA);
    }

    /**
     * Computes by either method.
     *
     * @throws BadInput also if {@link Method#REML} is wanted and nothing varies within groups: the likelihood has no maximum then
     */
    public static Precision of(
            double[] y, List<String> names, List<int[]> levels, boolean nested, double confidence, Method method) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        int[] there = IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(y[i]) && levels.stream().allMatch(own -> own[i] >= 0))
                .toArray();
        if (there.length < 2) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", there.length)
                    .with("least", 2)
                    .asException();
        }
        double[] values = IntStream.of(there).mapToDouble(i -> y[i]).toArray();
        List<int[]> kept = levels.stream()
                .map(own -> IntStream.of(there).map(i -> own[i]).toArray())
                .toList();
        VarianceComponents anova = new VarianceComponents(values, kept, nested);
        double mean = Mean.of(values);
        double[] raw = anova.components();
        double[] vc = new double[raw.length];
        double size = 0;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        double noise = 1e-28 * size * size;
        List<AssayFlag> flags = new ArrayList<>();
        boolean negative = false;
        double total = 0;
        for (int i = 0; i < raw.length; i++) {
            vc[i] = raw[i] <= noise ? 0 : raw[i];
            negative |= raw[i] < -noise;
            total += vc[i];
        }
        if (total == 0) {
            flags.add(AssayFlag.ZERO_VARIANCE);
        } else if (negative) {
            flags.add(AssayFlag.NEGATIVE_COMPONENT);
        }
        if (!anova.isBalanced()) {
            flags.add(AssayFlag.UNBALANCED);
        }
        List<String> terms = terms(names, nested);
        int last = names.size();
        Component whole = component(
                "total", total == 0 ? Double.NaN : anova.totalDf(vc), Double.NaN, total, total, mean, confidence);
        List<Component> components = new ArrayList<>();
        components.add(whole);
        double[] variances = total == 0 ? new double[raw.length] : anova.variances(vc);
        double z = Normal.quantile((1 + confidence) / 2);
        double zOne = Normal.quantile(confidence);
        for (int i = 0; i < last; i++) {
            double root = Math.sqrt(variances[i]);
            boolean none = vc[i] == 0;
            double df2 = none ? Double.NaN : anova.satterthwaiteDf(i, vc);
            components.add(new Component(
                    terms.get(i),
                    anova.df(i),
                    anova.squares(i),
                    anova.squares(i) / anova.df(i),
                    vc[i],
                    percent(vc[i], total),
                    Math.sqrt(vc[i]),
                    cv(vc[i], mean),
                    none ? Double.NaN : Math.max(0, vc[i] - z * root),
                    none ? Double.NaN : vc[i] + z * root,
                    none ? Double.NaN : Math.max(0, vc[i] - zOne * root),
                    none ? Double.NaN : vc[i] + zOne * root,
                    chiSquared(vc[i], df2, (1 + confidence) / 2),
                    chiSquared(vc[i], df2, (1 - confidence) / 2),
                    chiSquared(vc[i], df2, confidence),
                    chiSquared(vc[i], df2, 1 - confidence)));
        }
        Component error = component("error", anova.df(last), anova.squares(last), vc[last], total, mean, confidence);
        components.add(error);
        double rawTotal =
                IntStream.range(0, raw.length).mapToDouble(i -> raw[i]).sum();
        List<Component> allowed = new ArrayList<>();
        allowed.add(component(
                "total",
                total == 0 ? Double.NaN : anova.totalDf(raw),
                Double.NaN,
                rawTotal,
                rawTotal,
                mean,
                confidence));
        for (int i = 0; i <= last; i++) {
            allowed.add(component(
                    i == last ? "error" : terms.get(i),
                    anova.df(i),
                    anova.squares(i),
                    raw[i],
                    rawTotal,
                    mean,
                    confidence));
        }
        List<int[]> groups = VarianceComponents.groups(kept, nested);
        RestrictedLikelihood likelihood = method == Method.REML
                ? RestrictedLikelihood.of(values, groups, terms, vc)
                : RestrictedLikelihood.find(values, groups, terms, vc);
        if (likelihood != null && method == Method.REML) {
            flags.remove(AssayFlag.NEGATIVE_COMPONENT);
            if (!likelihood.atZero().isEmpty()) {
                flags.add(AssayFlag.COMPONENT_AT_ZERO);
            }
            components = restricted(likelihood, confidence);
            whole = components.getFirst();
            error = components.getLast();
        }
        return new Precision(
                values.length,
                y.length - values.length,
                likelihood != null && method == Method.REML ? likelihood.mean() : mean,
                anova.isBalanced(),
                confidence,
                method,
                components,
                allowed,
                dispersion(error),
                dispersion(whole),
                likelihood,
                flags);
    }

    private static List<Component> restricted(RestrictedLikelihood found, double confidence) {
        double mean = found.mean();
        double total = found.total();
        int last = found.vc().length - 1;
        List<Component> components = new ArrayList<>();
        components.add(component("total", found.dfTotal(), Double.NaN, total, total, mean, confidence));
        double z = Normal.quantile((1 + confidence) / 2);
        double zOne = Normal.quantile(confidence);
        for (int i = 0; i < last; i++) {
            double vc = found.vc()[i];
            double se = found.se()[i];
            double df = found.df()[i];
            components.add(new Component(
                    found.components().get(i),
                    df,
                    Double.NaN,
                    Double.NaN,
                    vc,
                    percent(vc, total),
                    Math.sqrt(vc),
                    cv(vc, mean),
                    Math.max(0, vc - z * se),
                    vc + z * se,
                    Math.max(0, vc - zOne * se),
                    vc + zOne * se,
                    chiSquared(vc, df, (1 + confidence) / 2),
                    chiSquared(vc, df, (1 - confidence) / 2),
                    chiSquared(vc, df, confidence),
                    chiSquared(vc, df, 1 - confidence)));
        }
        components.add(component("error", found.df()[last], Double.NaN, found.vc()[last], total, mean, confidence));
        return components;
    }

    private static List<String> terms(List<String> names, boolean nested) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> nested ? String.join(":", names.subList(0, i + 1)) : names.get(i))
                .toList();
    }

    private static Component component(
            String name, double df, double ss, double vc, double total, double mean, double confidence) {
        return new Component(
                name,
                df,
                ss,
                Double.isNaN(ss) ? Double.NaN : ss / df,
                vc,
                percent(vc, total),
                Math.sqrt(Math.max(0, vc)),
                cv(vc, mean),
                chiSquared(vc, df, (1 + confidence) / 2),
                chiSquared(vc, df, (1 - confidence) / 2),
                chiSquared(vc, df, confidence),
                chiSquared(vc, df, 1 - confidence),
                chiSquared(vc, df, (1 + confidence) / 2),
                chiSquared(vc, df, (1 - confidence) / 2),
                chiSquared(vc, df, confidence),
                chiSquared(vc, df, 1 - confidence));
    }

    private static double chiSquared(double vc, double df, double p) {
        if (!(vc > 0) || !(df > 0)) {
            return Double.NaN;
        }
        double quantile = new ChiSquared(df).quantile(p);
        return df * vc / quantile;
    }

    private static double percent(double vc, double total) {
        return total == 0 ? 0 : 100 * vc / total;
    }

    private static double cv(double vc, double mean) {
        return mean == 0 ? Double.NaN : 100 * Math.sqrt(Math.max(0, vc)) / Math.abs(mean);
    }

    private static Dispersion dispersion(Component component) {
        return new Dispersion(
                component.sd(),
                component.cvPercent(),
                component.df(),
                Math.sqrt(component.lower()),
                Math.sqrt(component.upper()));
    }
}
