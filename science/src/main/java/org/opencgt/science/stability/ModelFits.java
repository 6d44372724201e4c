package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.opencgt.science.Fault;
import org.opencgt.science.stability.Poolability.Source;
import org.opencgt.science.statistics.FTest;

/**
 * The models of ICH Q1E fitted to the same data. Each is a set of straight lines whose level is free at the mean time of their own
 * results, so sums of squares about batch means give all of them without a matrix: slopes b_i = Sxy_i / Sxx_i apart, or
 * b = sum Sxy_i / sum Sxx_i together. Sums of squares of the tests are those of differences of fitted values.
 */
final class ModelFits {

    /** Residuals of no more than so many roundings of the largest result are roundings. */
    private static final double ROUNDINGS = 32;

    private final ShelfLifePlan plan;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> xs = new ArrayList<>();
    private final List<double[]> ys = new ArrayList<>();
    private final List<BatchSums> sums = new ArrayList<>();
    private final BatchSums all;
    private final int n;
    private final int k;
    private final double sharedSxx;
    private final double sharedSlope;
    private final double largest;
    private final double start;
    private final Map<ModelKind, List<FittedLine>> lines = new EnumMap<>(ModelKind.class);
    private final Map<ModelKind, Double> rss = new EnumMap<>(ModelKind.class);

    ModelFits(StabilityData data, ShelfLifePlan plan) {
        this.plan = plan;
        double most = 0;
        List<Double> everyX = new ArrayList<>();
        List<Double> everyY = new ArrayList<>();
        double sxx = 0;
        double sxy = 0;
        for (StabilityData.Batch batch : data.batches()) {
            double[] x = new double[batch.n()];
            double[] y = new double[batch.n()];
            for (int i = 0; i < x.length; i++) {
                x[i] = plan.x(batch.times()[i]);
                y[i] = plan.y(batch.values()[i]);
                most = Math.max(most, Math.abs(y[i]));
                everyX.add(x[i]);
                everyY.add(y[i]);
            }
            BatchSums own = BatchSums.of(x, y);
            if (!(own.sxx() > 0)) {
                throw Fault.of(StabilityFault.ONE_TIME_POINT)
                        .with("batch", batch.name())
                        .asException();
            }
            names.add(batch.name());
            xs.add(x);
            ys.add(y);
            sums.add(own);
            sxx += own.sxx();
            sxy += own.sxy();
        }
        this.n = everyX.size();
        this.k = names.size();
        if (n <= 2 * k) {
            throw Fault.of(StabilityFault.TOO_FEW_RESULTS)
                    .with("n", n)
                    .with("parameters", 2 * k)
                    .asException();
        }
        this.all = BatchSums.of(
                everyX.stream().mapToDouble(Double::doubleValue).toArray(),
                everyY.stream().mapToDouble(Double::doubleValue).toArray());
        this.sharedSxx = sxx;
        this.sharedSlope = sxy / sxx;
        this.largest = most;
        double zero = plan.timeScale().forth(plan.timeShift());
        this.start = Double.isInfinite(zero)
                ? everyX.stream().mapToDouble(Double::doubleValue).min().getAsDouble()
                : zero;
        fit();
    }

    private void fit() {
        if (k == 1) {
            put(ModelKind.SINGLE, n - 2, i -> line(all, 1.0 / n, 1 / all.sxx(), all.slope()));
            return;
        }
        put(ModelKind.CICS, n - 2, i -> line(all, 1.0 / n, 1 / all.sxx(), all.slope()));
        put(ModelKind.DICS, n - k - 1, i -> line(sums.get(i), 1.0 / sums.get(i).n(), 1 / sharedSxx, sharedSlope));
        put(ModelKind.DIDS_PMSE, n - 2 * k, this::own);
        List<FittedLine> apart = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            FittedLine line = own(i);
            int df = sums.get(i).n() - 2;
            double sum = squares(i, line);
            apart.add(withVariance(line, df, isExact(i, line) ? 0 : sum));
        }
        lines.put(ModelKind.DIDS, apart);
    }

    private FittedLine own(int i) {
        BatchSums sum = sums.get(i);
        return line(sum, 1.0 / sum.n(), 1 / sum.sxx(), sum.slope());
    }

    private static FittedLine line(BatchSums sums, double levelFactor, double slopeFactor, double slope) {
        return new FittedLine(sums.meanX(), sums.meanY(), slope, levelFactor, slopeFactor, Double.NaN, 0);
    }

    private static FittedLine withVariance(FittedLine line, int df, double rss) {
        return new FittedLine(
                line.centre(),
                line.level(),
                line.slope(),
                line.levelFactor(),
                line.slopeFactor(),
                df > 0 ? Math.sqrt(rss / df) : Double.NaN,
                df);
    }

    private void put(ModelKind kind, int df, IntFunction<FittedLine> lineOf) {
        List<FittedLine> plain = new ArrayList<>();
        double sum = 0;
        boolean exact = true;
        for (int i = 0; i < k; i++) {
            FittedLine line = lineOf.apply(i);
            plain.add(line);
            sum += squares(i, line);
            exact &= isExact(i, line);
        }
        double residual = exact ? 0 : sum;
        rss.put(kind, residual);
        lines.put(
                kind,
                plain.stream().map(line -> withVariance(line, df, residual)).toList());
    }

    private double squares(int i, FittedLine line) {
        double sum = 0;
        for (int j = 0; j < xs.get(i).length; j++) {
            double residual = ys.get(i)[j] - line.at(xs.get(i)[j]);
            sum += residual * residual;
        }
        return sum;
    }

    private boolean isExact(int i, FittedLine line) {
        double rounding = ROUNDINGS * Math.ulp(1.0) * largest;
        for (int j = 0; j < xs.get(i).length; j++) {
            if (Math.abs(ys.get(i)[j] - line.at(xs.get(i)[j])) > rounding) {
                return false;
            }
        }
        return true;
    }

    private FittedLine lineOf(ModelKind kind, int i) {
        return Objects.requireNonNull(lines.get(kind)).get(i);
    }

    boolean isPerfect() {
        return residual(k == 1 ? ModelKind.SINGLE : ModelKind.DIDS_PMSE) == 0;
    }

    private double residual(ModelKind kind) {
        return rss.getOrDefault(kind, Double.NaN);
    }

    /** The sum of squares that a fuller model takes up, zero where the simpler one is perfect already. */
    private double gained(ModelKind simple, ModelKind full) {
        if (residual(simple) == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            FittedLine one = lineOf(simple, i);
            FittedLine other = lineOf(full, i);
            for (double x : xs.get(i)) {
                double difference = other.at(x) - one.at(x);
                sum += difference * difference;
            }
        }
        return sum;
    }

    Poolability poolability() {
        double full = residual(ModelKind.DIDS_PMSE);
        int df = n - 2 * k;
        double slopeSum = gained(ModelKind.DICS, ModelKind.DIDS_PMSE);
        double interceptSum = gained(ModelKind.CICS, ModelKind.DICS);
        FTest slopes = FTest.of(slopeSum, k - 1, full, df);
        FTest intercepts = FTest.of(interceptSum, k - 1, full, df);
        FTest withCommonSlope = FTest.of(interceptSum, k - 1, residual(ModelKind.DICS), n - k - 1);
        FTest coincidence = FTest.of(gained(ModelKind.CICS, ModelKind.DIDS_PMSE), 2 * (k - 1), full, df);
        double pooledTime = all.sxy() * all.sxy() / all.sxx();
        double sharedTime = sharedSlope * sharedSlope * sharedSxx;
        double between = 0;
        for (BatchSums sum : sums) {
            double difference = sum.meanY() - all.meanY();
            between += sum.n() * difference * difference;
        }
        Source rest = new Source("residuals", df, full, full / df, Double.NaN, Double.NaN);
        return new Poolability(
                slopes,
                intercepts,
                intercepts,
                withCommonSlope,
                coincidence,
                List.of(
                        source("time", 1, pooledTime, full, df),
                        source("batch", k - 1, interceptSum, full, df),
                        source("time:batch", k - 1, slopeSum, full, df),
                        rest),
                List.of(
                        source("batch", k - 1, between, full, df),
                        source("time", 1, sharedTime, full, df),
                        source("time:batch", k - 1, slopeSum, full, df),
                        rest),
                decision(slopes, intercepts));
    }

    /** A test of nothing against nothing (0/0) finds no difference. */
    private ModelKind decision(FTest slopes, FTest intercepts) {
        if (slopes.p() <= plan.poolability()) {
            return ModelKind.DIDS;
        }
        return intercepts.p() <= plan.poolability() ? ModelKind.DICS : ModelKind.CICS;
    }

    private static Source source(String term, int df, double sum, double rest, int restDf) {
        FTest test = FTest.of(sum, df, rest, restDf);
        return new Source(term, df, sum, sum / df, test.f(), test.p());
    }

    /** The models in order, the simplest first. */
    Map<ModelKind, StabilityModel> models() {
        Map<ModelKind, StabilityModel> models = new EnumMap<>(ModelKind.class);
        lines.keySet().forEach(kind -> models.put(kind, model(kind)));
        return models;
    }

    private StabilityModel model(ModelKind kind) {
        List<BatchLine> batches = new ArrayList<>();
        double shelfLife = Double.POSITIVE_INFINITY;
        String worst = names.getFirst();
        for (int i = 0; i < k; i++) {
            BatchLine line = batch(names.get(i), lineOf(kind, i));
            batches.add(line);
            // A batch without limits makes the shelf life unknown.
            if (line.shelfLife() < shelfLife || Double.isNaN(line.shelfLife())) {
                shelfLife = line.shelfLife();
                worst = names.get(i);
            }
            if (Double.isNaN(shelfLife)) {
                break;
            }
        }
        for (int i = batches.size(); i < k; i++) {
            batches.add(batch(names.get(i), lineOf(kind, i)));
        }
        FittedLine first = lineOf(kind, 0);
        boolean hasCommonVariance = kind != ModelKind.DIDS;
        double residual = residual(kind);
        int parameters = kind == ModelKind.DICS ? k + 1 : kind == ModelKind.DIDS_PMSE ? 2 * k : 2;
        double minusTwoLogLikelihood =
                residual > 0 ? n * (Math.log(2 * Math.PI) + Math.log(residual / n) + 1) : Double.NaN;
        double aboutZero = kind == ModelKind.DICS || kind == ModelKind.DIDS_PMSE
                ? all.syy() + n * all.meanY() * all.meanY()
                : all.syy();
        return new StabilityModel(
                kind,
                hasCommonVariance ? first.sigma() : Double.NaN,
                hasCommonVariance ? (Integer) first.df() : null,
                residual,
                hasCommonVariance ? minusTwoLogLikelihood + 2 * (parameters + 1) : Double.NaN,
                hasCommonVariance ? minusTwoLogLikelihood + Math.log(n) * (parameters + 1) : Double.NaN,
                1 - residual / aboutZero,
                all.syy() > 0 ? 1 - residual / all.syy() : Double.NaN,
                batches,
                shelfLife,
                shelfLife,
                worst,
                Math.floor(shelfLife));
    }

    private BatchLine batch(String name, FittedLine line) {
        double t = line.df() > 0 ? plan.quantile(line.df()) : Double.NaN;
        Specification specification = plan.specification();
        Double lower = specification.hasLower() ? life(line, specification.lower(), false, t) : null;
        Double upper = specification.hasUpper() ? life(line, specification.upper(), true, t) : null;
        double shelfLife =
                lower == null ? (upper == null ? Double.NaN : upper) : upper == null ? lower : Math.min(lower, upper);
        return new BatchLine(
                name,
                line.intercept(),
                line.slope(),
                line.interceptError(),
                line.slopeError(),
                line.covariance(),
                line.df(),
                line.sigma(),
                t,
                lower,
                upper,
                shelfLife);
    }

    private double life(FittedLine line, double limit, boolean upper, double t) {
        double x = line.crossing(plan.limit(limit), upper, t, start);
        return x <= start ? 0 : plan.time(x);
    }

    /** The line of a batch in a model with its confidence limits at times. */
    List<LimitAt> limits(ModelKind kind, int batch, double[] times) {
        FittedLine line = lineOf(kind, batch);
        double t = line.df() > 0 ? plan.quantile(line.df()) : Double.NaN;
        List<LimitAt> limits = new ArrayList<>();
        for (double time : times) {
            double x = plan.x(time);
            double half = t * line.errorAt(x);
            double mean = line.at(x);
            limits.add(new LimitAt(kind, names.get(batch), time, mean, mean - half, mean + half));
        }
        return limits;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    int n() {
        return n;
    }
}
