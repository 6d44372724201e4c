package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.potency.RelativePotency.CurveDetails;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.Fieller;
import org.opencgt.science.statistics.NonlinearFit;
import org.opencgt.science.statistics.NonlinearLeastSquares;
import org.opencgt.science.statistics.ResponseFunction;
import org.opencgt.science.statistics.StudentT;

/**
 * Relative potency from logistic curves (USP 1032, 1034; Finney 1978, ch. 16): one model with b, c, d and g common to all curves
 * and e of their own gives rp = e_ref / e_test; against the model with all parameters free it tests parallelism by the extra
 * sum of squares.
 */
public final class ParallelCurves {

    private static final double SIGNIFICANT = 0.05;
    private static final double PERFECT = 1e-20;
    private static final int MOST_SECANTS = 60;

    private final CurveModel model;
    private final List<Preparation> preparations;
    /** By dose and curve, the means of the wells. */
    private final double[] logDose;

    private final double[] response;
    private final double[] weights;
    private final int[] curve;
    private final int shared;
    private final double pure;
    private final int wells;

    private ParallelCurves(CurveModel model, List<Preparation> preparations) {
        this.model = model;
        this.preparations = preparations;
        List<DoseMeans> means =
                preparations.stream().map(p -> DoseMeans.of(p.data())).toList();
        this.logDose =
                Preparation.concatenated(means.stream().map(DoseMeans::logDose).toList());
        this.response =
                Preparation.concatenated(means.stream().map(DoseMeans::mean).toList());
        this.weights =
                Preparation.concatenated(means.stream().map(DoseMeans::weight).toList());
        this.curve = IntStream.range(0, preparations.size())
                .flatMap(k -> IntStream.range(0, means.get(k).mean().length).map(i -> k))
                .toArray();
        this.pure = means.stream().mapToDouble(DoseMeans::pure).sum();
        this.wells = means.stream().mapToInt(DoseMeans::wells).sum();
        this.shared = model.parameters() - 1;
    }

    /**
     * Each test preparation against the reference.
     *
     * @param preparations the reference first
     * @throws BadInput if a curve has too few wells or doses, or shows no dose response
     */
    public static List<RelativePotency> of(
            CurveModel model, List<Preparation> preparations, double confidence, Margins margins) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        return new ParallelCurves(model, preparations).potencies(confidence, margins);
    }

    private List<RelativePotency> potencies(double confidence, Margins margins) {
        List<NonlinearFit> free = new ArrayList<>();
        for (Preparation preparation : preparations) {
            CurveFitting.Fitted fitted = CurveFitting.fit(model, preparation.data());
            if (!fitted.identifiable()) {
                throw Fault.of(PotencyFault.NOT_IDENTIFIABLE_CURVE)
                        .with("curve", preparation.name())
                        .asException();
            }
            free.add(fitted.fit());
        }
        NonlinearFit common = common(free);
        double freeRss = free.stream().mapToDouble(NonlinearFit::rss).sum();
        int freeDf = free.stream().mapToInt(NonlinearFit::df).sum();
        double total =
                preparations.stream().mapToDouble(p -> p.data().totalSquares()).sum();
        boolean perfect = common.rss() <= PERFECT * total;
        FTest parallel = FTest.of(
                perfect ? 0 : Math.max(0, common.rss() - freeRss),
                common.df() - freeDf,
                freeRss <= PERFECT * total ? 0 : freeRss,
                freeDf);
        double[][] observed = observed(common);
        ModelFit freeModel = freeModel(free, freeRss, freeDf, confidence);
        ModelFit commonModel = commonModel(common, observed, confidence);
        double freeVariance = freeDf > 0 ? freeRss / freeDf : Double.NaN;
        List<RelativePotency> potencies = new ArrayList<>();
        for (int k = 1; k < preparations.size(); k++) {
            Equivalence equivalence = freeDf > 0 && freeRss > PERFECT * total
                    ? equivalence(free.getFirst(), free.get(k), freeVariance, freeDf, margins)
                    : null;
            potencies.add(potency(
                    k,
                    common,
                    observed,
                    confidence,
                    perfect,
                    Parallelism.ofF(parallel.f(), parallel.df1(), parallel.df2(), parallel.p()),
                    equivalence,
                    new CurveDetails(freeModel, commonModel, common.rss() - freeRss)));
        }
        return potencies;
    }

    /** Parameters of the common model: b, c, d, g, then ln e of each curve. */
    private double common(int row, double[] p, double[] gradient, double[] own, double[] ownGradient) {
        int k = curve[row];
        own[CurveModel.B] = p[0];
        own[CurveModel.C] = p[1];
        own[CurveModel.D] = p[2];
        own[CurveModel.LOG_E] = p[shared + k];
        if (model == CurveModel.FIVE_PARAMETER) {
            own[CurveModel.G] = p[3];
        }
        double value = model.at(logDose[row], own, ownGradient);
        Arrays.fill(gradient, 0);
        gradient[0] = ownGradient[CurveModel.B];
        gradient[1] = ownGradient[CurveModel.C];
        gradient[2] = ownGradient[CurveModel.D];
        gradient[shared + k] = ownGradient[CurveModel.LOG_E];
        if (model == CurveModel.FIVE_PARAMETER) {
            gradient[3] = ownGradient[CurveModel.G];
        }
        return value;
    }

    private ResponseFunction commonFunction() {
        double[] own = new double[model.parameters()];
        double[] ownGradient = new double[model.parameters()];
        return (row, p, gradient) -> common(row, p, gradient, own, ownGradient);
    }

    private NonlinearFit common(List<NonlinearFit> free) {
        List<double[]> starts = new ArrayList<>();
        double[] mean = new double[model.parameters()];
        for (NonlinearFit fit : free) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += fit.estimate(j) / free.size();
            }
        }
        starts.add(commonStart(mean, free));
        for (NonlinearFit fit : free) {
            starts.add(commonStart(fit.estimates(), free));
        }
        return DoseMeans.ofWells(NonlinearLeastSquares.fit(commonFunction(), response, weights, starts), pure, wells);
    }

    /** With the shape of one curve, and the others moved so that their middles stay where their own curves have them. */
    private double[] commonStart(double[] shape, List<NonlinearFit> free) {
        double[] p = new double[shared + preparations.size()];
        p[0] = shape[CurveModel.B];
        p[1] = shape[CurveModel.C];
        p[2] = shape[CurveModel.D];
        if (model == CurveModel.FIVE_PARAMETER) {
            p[3] = shape[CurveModel.G];
        }
        double[] ignored = new double[model.parameters()];
        double offset = model.logDose(0.5, shape, ignored) - shape[CurveModel.LOG_E];
        for (int k = 0; k < preparations.size(); k++) {
            p[shared + k] = model.logDose(0.5, free.get(k).estimates(), ignored) - offset;
        }
        return p;
    }

    private double[][] observed(NonlinearFit common) {
        return FittedCurve.inverseHessian(
                NonlinearLeastSquares.halfHessian(commonFunction(), response, weights, common));
    }

    private RelativePotency potency(
            int k,
            NonlinearFit common,
            double[][] observed,
            double confidence,
            boolean perfect,
            Parallelism parallelism,
            @Nullable Equivalence equivalence,
            CurveDetails details) {
        double t = StudentT.quantile((1 + confidence) / 2, common.df());
        int ref = shared;
        int own = shared + k;
        double logRp = common.estimate(ref) - common.estimate(own);
        double rp = Math.exp(logRp);
        double vRef = common.covariance(ref, ref);
        double vOwn = common.covariance(own, own);
        double cov = common.covariance(ref, own);
        double se = perfect ? Double.NaN : Math.sqrt(vRef + vOwn - 2 * cov);
        double variance = common.sigma() * common.sigma();
        double seObserved = perfect
                ? Double.NaN
                : Math.sqrt(variance * (observed[ref][ref] + observed[own][own] - 2 * observed[ref][own]));
        double eRef = Math.exp(common.estimate(ref));
        double eOwn = Math.exp(common.estimate(own));
        Fieller fieller = Fieller.of(eRef, eOwn, eRef * eRef * vRef, eRef * eOwn * cov, eOwn * eOwn * vOwn, t);
        double low = perfect ? Double.NaN : profile(k, common, logRp, -se, t);
        double high = perfect ? Double.NaN : profile(k, common, logRp, se, t);
        List<PotencyFlag> flags = new ArrayList<>();
        if (perfect) {
            flags.add(PotencyFlag.PERFECT_FIT);
        }
        if (parallelism.p() < SIGNIFICANT) {
            flags.add(PotencyFlag.NOT_PARALLEL);
        }
        if (equivalence != null && !equivalence.equivalent()) {
            flags.add(PotencyFlag.NOT_EQUIVALENT);
        }
        if (!fieller.isBounded()) {
            flags.add(PotencyFlag.FIELLER_UNBOUNDED);
        }
        if (!perfect && (Double.isNaN(low) || Double.isNaN(high))) {
            flags.add(PotencyFlag.PROFILE_UNBOUNDED);
        }
        return new RelativePotency(
                preparations.get(k).name(),
                preparations.getFirst().name(),
                model.toString(),
                wells,
                preparations.stream().mapToInt(p -> p.data().missing()).sum(),
                rp,
                logRp,
                se,
                fieller.g(),
                perfect ? Double.NaN : fieller.lower(),
                perfect ? Double.NaN : fieller.upper(),
                Math.exp(logRp - t * se),
                Math.exp(logRp + t * se),
                Math.exp(low),
                Math.exp(high),
                rp - t * rp * se,
                rp + t * rp * se,
                seObserved,
                rp - t * rp * seObserved,
                rp + t * rp * seObserved,
                parallelism,
                equivalence,
                details,
                flags);
    }

    /**
     * The ln rp at which the smallest sum of squares has risen by t&sup2; s&sup2;, on the side of {@code step}: secants on the
     * signed root of the rise, which is nearly straight. NaN if it is not found.
     */
    private double profile(int k, NonlinearFit common, double centre, double step, double t) {
        double variance = common.sigma() * common.sigma();
        ResponseFunction all = commonFunction();
        double[] full = new double[shared + preparations.size()];
        double[] fullGradient = new double[full.length];
        double[] wanted = {0};
        ResponseFunction fixed = (row, p, gradient) -> {
            spread(k, p, full, wanted[0]);
            double value = all.at(row, full, fullGradient);
            for (int j = 0, i = 0; j < full.length; j++) {
                if (j != shared + k) {
                    gradient[i++] = fullGradient[j];
                }
            }
            gradient[shared] += fullGradient[shared + k];
            return value;
        };
        double[] start = new double[full.length - 1];
        for (int j = 0, i = 0; j < full.length; j++) {
            if (j != shared + k) {
                start[i++] = common.estimate(j);
            }
        }
        double x0 = centre;
        double r0 = 0;
        double x1 = centre + t * step;
        double[] from = start;
        for (int i = 0; i < MOST_SECANTS; i++) {
            wanted[0] = x1;
            NonlinearFit fit = NonlinearLeastSquares.refit(fixed, response, weights, from);
            double r1 = Math.sqrt(Math.max(0, fit.rss() + pure - common.rss()) / variance);
            if (Math.abs(r1 - t) <= 1e-11 * t) {
                return x1;
            }
            double next = x1 + (t - r1) * (x1 - x0) / (r1 - r0);
            if (!Double.isFinite(next) || Math.abs(next - centre) > 20 * t * Math.abs(step)) {
                return Double.NaN;
            }
            if (Math.abs(next - x1) <= 1e-13 * Math.abs(step)) {
                return next;
            }
            x0 = x1;
            r0 = r1;
            x1 = next;
            from = fit.estimates();
        }
        return Double.NaN;
    }

    /** All parameters, from those without ln e of curve k, which follows from the reference's. */
    private void spread(int k, double[] p, double[] full, double logRp) {
        for (int j = 0, i = 0; j < full.length; j++) {
            if (j != shared + k) {
                full[j] = p[i++];
            }
        }
        full[shared + k] = full[shared] - logRp;
    }

    private static Equivalence equivalence(
            NonlinearFit reference, NonlinearFit test, double variance, int df, Margins margins) {
        double t = StudentT.quantile((1 + ParameterEquivalence.CONFIDENCE) / 2, df);
        Map<String, ParameterEquivalence> parameters = new LinkedHashMap<>();
        for (int j = 0; j < CurveModel.LOG_E; j++) {
            parameters.put(
                    CurveModel.name(j),
                    ParameterEquivalence.of(
                            reference.estimate(j),
                            test.estimate(j),
                            variance * reference.inverseInformation()[j][j],
                            variance * test.inverseInformation()[j][j],
                            0,
                            t,
                            margins));
        }
        return Equivalence.of(margins, parameters);
    }

    private ModelFit freeModel(List<NonlinearFit> free, double rss, int df, double confidence) {
        double sigma = df > 0 ? Math.sqrt(rss / df) : Double.NaN;
        double t = df > 0 ? StudentT.quantile((1 + confidence) / 2, df) : Double.NaN;
        int p = model.parameters();
        List<ModelFit.Term> terms = new ArrayList<>();
        List<double[]> vcov = new ArrayList<>();
        for (int k = 0; k < free.size(); k++) {
            NonlinearFit fit = free.get(k);
            DoseResponse data = preparations.get(k).data();
            double[][] observed = FittedCurve.inverseHessian(CurveFitting.halfHessian(model, data, fit));
            for (int j = 0; j < p; j++) {
                double se = sigma * Math.sqrt(fit.inverseInformation()[j][j]);
                terms.add(new ModelFit.Term(
                        CurveModel.name(j) + ":" + preparations.get(k).name(),
                        fit.estimate(j),
                        se,
                        fit.estimate(j) - t * se,
                        fit.estimate(j) + t * se,
                        sigma * Math.sqrt(observed[j][j])));
                double[] row = new double[p * free.size()];
                for (int i = 0; i < p; i++) {
                    row[k * p + i] = sigma * sigma * fit.inverseInformation()[j][i];
                }
                vcov.add(row);
            }
        }
        return new ModelFit("free", df, rss, sigma, terms, vcov);
    }

    private ModelFit commonModel(NonlinearFit common, double[][] observed, double confidence) {
        int[] order = order();
        double t = StudentT.quantile((1 + confidence) / 2, common.df());
        List<ModelFit.Term> terms = new ArrayList<>();
        List<double[]> vcov = new ArrayList<>();
        for (int j : order) {
            double se = common.standardError(j);
            terms.add(new ModelFit.Term(
                    termName(j),
                    common.estimate(j),
                    se,
                    common.estimate(j) - t * se,
                    common.estimate(j) + t * se,
                    common.sigma() * Math.sqrt(observed[j][j])));
            vcov.add(IntStream.of(order)
                    .mapToDouble(i -> common.covariance(j, i))
                    .toArray());
        }
        return new ModelFit("parallel", common.df(), common.rss(), common.sigma(), terms, vcov);
    }

    /** b, c, d, ln e of each curve, g. */
    private int[] order() {
        IntStream first = IntStream.range(0, 3);
        IntStream places = IntStream.range(shared, shared + preparations.size());
        return IntStream.concat(IntStream.concat(first, places), IntStream.range(3, shared))
                .toArray();
    }

    private String termName(int j) {
        if (j >= shared) {
            return "log_e:" + preparations.get(j - shared).name();
        }
        return j < 3 ? CurveModel.name(j) : CurveModel.name(CurveModel.G);
    }
}
