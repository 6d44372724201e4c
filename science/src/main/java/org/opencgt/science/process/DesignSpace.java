package org.opencgt.science.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Where in the space of process parameters a batch will meet all its specifications. Each response has a full quadratic surface in
 * the factors, coded to -1 to 1 over the range of the data; a batch at x is then
 *
 * <pre>
 *   y(x) = ŷ(x) + s √(1 + x'(X'X)⁻¹x) t,   t with n - p degrees of freedom
 *   P(x) = Π over responses of P(LSL ≤ y(x) ≤ USL)
 * </pre>
 *
 * <p>so that the uncertainty of the fit counts too: the mean response within its limits would not be enough (Peterson 2004). Residuals
 * of different responses are taken as independent.
 *
 * @param target probability that a point of the design space has to reach
 * @param share of the map that reaches it
 * @param best the point with the highest probability
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DesignSpace(
        List<String> factors, double target, double share, Cell best, List<Surface> surfaces, List<Cell> map)
        implements Result {

    public DesignSpace {
        factors = List.copyOf(factors);
        surfaces = List.copyOf(surfaces);
        map = List.copyOf(map);
    }

    /** A response with its specification; NaN where there is no limit. */
    public record Response(String name, double[] values, double lsl, double usl) {

        public Response {
            new Capability.Specification(lsl, usl, Double.NaN);
        }
    }

    /**
     * A fitted surface.
     *
     * @param coefficients by term, of coded factors
     * @param residualSd s
     * @param adjustedRSquared of the fit
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Surface(
            String response,
            Map<String, Double> coefficients,
            Map<String, Double> p,
            double residualSd,
            int df,
            double rSquared,
            @JsonProperty("adjusted_r_squared") double adjustedRSquared)
            implements Result {

        public Surface {
            coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
            p = Collections.unmodifiableMap(new LinkedHashMap<>(p));
        }
    }

    /**
     * A point of the map.
     *
     * @param x of the first factor
     * @param y of the second
     * @param means predicted responses
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cell(
            double x,
            double y,
            double probability,
            boolean inside,
            @JsonInclude(Include.NON_EMPTY) List<Double> means) implements Result {

        public Cell {
            means = List.copyOf(means);
        }
    }

    /**
     * Maps the first two factors; others stand where {@code fixed} says, else in the middle of their range.
     *
     * @param factors names, at least two
     * @param settings of each factor, run by run
     * @param steps points along each side of the map
     * @throws BadInput if a factor does not vary, there are too few runs, or a response is fitted without any residual
     */
    public static DesignSpace of(
            List<String> factors,
            double[][] settings,
            List<Response> responses,
            Map<String, Double> fixed,
            int steps,
            double target) {
        Check.fraction(ProcessQuantity.CONFIDENCE, target);
        if (factors.size() < 2 || steps < 2) {
            throw Fault.of(ProcessFault.TOO_FEW_GROUPS)
                    .with("n", Math.min(factors.size(), steps))
                    .asException();
        }
        Coding coding = Coding.of(settings);
        List<String> terms = terms(factors);
        double[][] columns = columns(coding, settings);
        List<LinearFit> fits =
                responses.stream().map(response -> fit(columns, response)).toList();
        List<Surface> surfaces = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            surfaces.add(surface(responses.get(i), fits.get(i), terms));
        }
        List<Cell> map = new ArrayList<>();
        double[] at = new double[factors.size()];
        for (int k = 2; k < at.length; k++) {
            at[k] = coding.code(k, fixed.getOrDefault(factors.get(k), coding.middle(k)));
        }
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                at[0] = -1 + 2.0 * i / (steps - 1);
                at[1] = -1 + 2.0 * j / (steps - 1);
                map.add(cell(coding, at, fits, responses, target));
            }
        }
        Cell best = map.stream()
                .reduce((one, other) -> other.probability() > one.probability() ? other : one)
                .orElseThrow();
        double share = map.stream().filter(Cell::inside).count() / (double) map.size();
        return new DesignSpace(factors, target, share, best, surfaces, map);
    }

    private static LinearFit fit(double[][] columns, Response response) {
        LinearFit fit = LinearLeastSquares.fit(columns, response.values());
        if (fit.degreesOfFreedom() < 1 || fit.isExact()) {
            throw Fault.of(ProcessFault.EXACT_FIT)
                    .with("response", response.name())
                    .with("n", fit.points())
                    .with("terms", fit.parameters())
                    .asException();
        }
        return fit;
    }

    private static Cell cell(
            Coding coding, double[] at, List<LinearFit> fits, List<Response> responses, double target) {
        double[] row = row(at);
        double probability = 1;
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            LinearFit fit = fits.get(i);
            Response response = responses.get(i);
            double mean = fit.at(row);
            double error = fit.standardErrorAt(row);
            double sd = Math.sqrt(fit.residualVariance() + error * error);
            StudentT law = new StudentT(fit.degreesOfFreedom());
            double below = Double.isNaN(response.lsl()) ? 0 : law.below((response.lsl() - mean) / sd);
            double above = Double.isNaN(response.usl()) ? 0 : law.above((response.usl() - mean) / sd);
            probability *= Math.max(0, 1 - below - above);
            means.add(mean);
        }
        return new Cell(coding.decode(0, at[0]), coding.decode(1, at[1]), probability, probability >= target, means);
    }

    private static Surface surface(Response response, LinearFit fit, List<String> terms) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        Map<String, Double> p = new LinkedHashMap<>();
        StudentT law = new StudentT(fit.degreesOfFreedom());
        for (int k = 0; k < terms.size(); k++) {
            coefficients.put(terms.get(k), fit.coefficient(k));
            p.put(terms.get(k), law.beyond(fit.coefficient(k) / fit.standardError(k)));
        }
        double mean = Arrays.stream(response.values()).average().orElseThrow();
        double total = Arrays.stream(response.values())
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double unexplained = fit.residualSumOfSquares() / total;
        return new Surface(
                response.name(),
                coefficients,
                p,
                fit.residualSd(),
                fit.degreesOfFreedom(),
                1 - unexplained,
                1 - unexplained * (fit.points() - 1) / fit.degreesOfFreedom());
    }

    // --- The quadratic model ---

    private static List<String> terms(List<String> factors) {
        List<String> terms = new ArrayList<>(List.of("1"));
        terms.addAll(factors);
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i; j < factors.size(); j++) {
                terms.add(i == j ? factors.get(i) + "^2" : factors.get(i) + ":" + factors.get(j));
            }
        }
        return terms;
    }

    private static double[] row(double[] coded) {
        int m = coded.length;
        double[] row = new double[1 + m + m * (m + 1) / 2];
        row[0] = 1;
        int place = 1;
        for (double value : coded) {
            row[place++] = value;
        }
        for (int i = 0; i < m; i++) {
            for (int j = i; j < m; j++) {
                row[place++] = coded[i] * coded[j];
            }
        }
        return row;
    }

    private static double[][] columns(Coding coding, double[][] settings) {
        int runs = settings[0].length;
        double[][] rows = new double[runs][];
        for (int run = 0; run < runs; run++) {
            double[] coded = new double[settings.length];
            for (int k = 0; k < coded.length; k++) {
                coded[k] = coding.code(k, settings[k][run]);
            }
            rows[run] = row(coded);
        }
        double[][] columns = new double[rows[0].length][runs];
        for (int k = 0; k < columns.length; k++) {
            for (int run = 0; run < runs; run++) {
                columns[k][run] = rows[run][k];
            }
        }
        return columns;
    }

    /** The range of each factor. */
    private record Coding(double[] low, double[] high) {

        static Coding of(double[][] settings) {
            double[] low = new double[settings.length];
            double[] high = new double[settings.length];
            for (int k = 0; k < low.length; k++) {
                if (settings[k].length < 2) {
                    throw Fault.of(ProcessFault.TOO_FEW_POINTS)
                            .with("n", settings[k].length)
                            .with("least", 2)
                            .asException();
                }
                Arrays.stream(settings[k]).forEach(value -> Check.finite(ProcessQuantity.VALUE, value));
                low[k] = Arrays.stream(settings[k]).min().orElseThrow();
                high[k] = Arrays.stream(settings[k]).max().orElseThrow();
                if (low[k] == high[k]) {
                    throw Fault.of(ProcessFault.NO_VARIATION).asException();
                }
            }
            return new Coding(low, high);
        }

        double middle(int factor) {
            return low[factor] + (high[factor] - low[factor]) / 2;
        }

        double code(int factor, double value) {
            return 2 * (value - low[factor]) / (high[factor] - low[factor]) - 1;
        }

        double decode(int factor, double coded) {
            return low[factor] + (coded + 1) / 2 * (high[factor] - low[factor]);
        }
    }
}
