package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.BadInput;

class NonlinearLeastSquaresTest {

    private interface Formula {
        Gradient of(Gradient[] b, double[] x);
    }

    private static final Map<String, Formula> MODELS = Map.ofEntries(
            Map.entry(
                    "Bennett5",
                    (b, x) -> b[0].multiply(b[1].add(x[0]).pow(b[2].reciprocal().negate()))),
            Map.entry(
                    "BoxBOD",
                    (b, x) -> b[0].multiply(decay(b[1], x[0]).subtract(1).negate())),
            Map.entry("Chwirut1", (b, x) -> decay(b[0], x[0]).divide(b[1].add(b[2].multiply(x[0])))),
            Map.entry("Chwirut2", (b, x) -> decay(b[0], x[0]).divide(b[1].add(b[2].multiply(x[0])))),
            Map.entry(
                    "DanWood",
                    (b, x) -> b[0].multiply(b[1].multiply(Math.log(x[0])).exp())),
            Map.entry(
                    "ENSO",
                    (b, x) -> b[0].add(b[1].multiply(Math.cos(2 * Math.PI * x[0] / 12)))
                            .add(b[2].multiply(Math.sin(2 * Math.PI * x[0] / 12)))
                            .add(wave(b, 3, x[0]))
                            .add(wave(b, 6, x[0]))),
            Map.entry(
                    "Eckerle4",
                    (b, x) -> b[0].divide(b[1])
                            .multiply(b[2].subtract(x[0])
                                    .divide(b[1])
                                    .square()
                                    .multiply(-0.5)
                                    .exp())),
            Map.entry("Gauss1", NonlinearLeastSquaresTest::gauss),
            Map.entry("Gauss2", NonlinearLeastSquaresTest::gauss),
            Map.entry("Gauss3", NonlinearLeastSquaresTest::gauss),
            Map.entry(
                    "Hahn1",
                    (b, x) -> polynomial(b, 0, 4, x[0])
                            .divide(polynomial(b, 4, 7, x[0]).multiply(x[0]).add(1))),
            Map.entry(
                    "Kirby2",
                    (b, x) -> polynomial(b, 0, 3, x[0])
                            .divide(polynomial(b, 3, 5, x[0]).multiply(x[0]).add(1))),
            Map.entry("Lanczos1", NonlinearLeastSquaresTest::lanczos),
            Map.entry("Lanczos2", NonlinearLeastSquaresTest::lanczos),
            Map.entry("Lanczos3", NonlinearLeastSquaresTest::lanczos),
            Map.entry(
                    "MGH09",
                    (b, x) -> b[0].multiply(b[1].multiply(x[0]).add(x[0] * x[0]))
                            .divide(b[2].multiply(x[0]).add(b[3]).add(x[0] * x[0]))),
            Map.entry(
                    "MGH10", (b, x) -> b[0].multiply(b[1].divide(b[2].add(x[0])).exp())),
            Map.entry(
                    "MGH17",
                    (b, x) -> b[0].add(b[1].multiply(decay(b[3], x[0]))).add(b[2].multiply(decay(b[4], x[0])))),
            Map.entry(
                    "Misra1a",
                    (b, x) -> b[0].multiply(decay(b[1], x[0]).subtract(1).negate())),
            Map.entry(
                    "Misra1b",
                    (b, x) -> b[0].multiply(
                            b[1].multiply(x[0] / 2).add(1).pow(-2).subtract(1).negate())),
            Map.entry(
                    "Misra1c",
                    (b, x) -> b[0].multiply(
                            b[1].multiply(2 * x[0]).add(1).pow(-0.5).subtract(1).negate())),
            Map.entry(
                    "Misra1d",
                    (b, x) -> b[0].multiply(b[1])
                            .multiply(x[0])
                            .divide(b[1].multiply(x[0]).add(1))),
            Map.entry("Nelson", (b, x) -> b[0].subtract(b[1].multiply(x[0]).multiply(decay(b[2], x[1])))),
            Map.entry(
                    "Rat42",
                    (b, x) ->
                            b[0].divide(b[1].subtract(b[2].multiply(x[0])).exp().add(1))),
            Map.entry(
                    "Rat43",
                    (b, x) -> b[0].multiply(b[1].subtract(b[2].multiply(x[0]))
                            .exp()
                            .add(1)
                            .pow(b[3].reciprocal().negate()))),
            Map.entry(
                    "Roszman1",
                    (b, x) -> b[0].subtract(b[1].multiply(x[0]))
                            .subtract(
                                    b[2].divide(b[3].negate().add(x[0])).atan().divide(Math.PI))),
            Map.entry(
                    "Thurber",
                    (b, x) -> polynomial(b, 0, 4, x[0])
                            .divide(polynomial(b, 4, 7, x[0]).multiply(x[0]).add(1))));

    private static Gradient decay(Gradient rate, double x) {
        return rate.multiply(-x).exp();
    }

    private static Gradient wave(Gradient[] b, int i, double x) {
        Gradient angle = b[i].reciprocal().multiply(2 * Math.PI * x);
        return b[i + 1].multiply(angle.cos()).add(b[i + 2].multiply(angle.sin()));
    }

    private static Gradient gauss(Gradient[] b, double[] x) {
        return b[0].multiply(decay(b[1], x[0])).add(peak(b, 2, x[0])).add(peak(b, 5, x[0]));
    }

    private static Gradient peak(Gradient[] b, int i, double x) {
        return b[i].multiply(
                b[i + 1].subtract(x).divide(b[i + 2]).square().negate().exp());
    }

    private static Gradient lanczos(Gradient[] b, double[] x) {
        return b[0].multiply(decay(b[1], x[0]))
                .add(b[2].multiply(decay(b[3], x[0])))
                .add(b[4].multiply(decay(b[5], x[0])));
    }

    private static Gradient polynomial(Gradient[] b, int from, int to, double x) {
        Gradient sum = b[to - 1];
        for (int i = to - 2; i >= from; i--) {
            sum = sum.multiply(x).add(b[i]);
        }
        return sum;
    }

    /** A dataset: the first column is the response. */
    private record Dataset(double[][] rows, double[][] starts, double[] certified, double[] deviations, double rss) {

        private static final Pattern PARAMETER =
                Pattern.compile("(?m)^\\s*b\\d+\\s*=\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*$");
        private static final Pattern RSS = Pattern.compile("Residual Sum of Squares:\\s+(\\S+)");

        static Dataset read(String name) {
            String text;
            try (InputStream in = Objects.requireNonNull(
                    Dataset.class.getResourceAsStream("/reference/nist/nonlinear/" + name + ".dat"))) {
                text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<double[]> parameters = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(text);
            while (parameter.find()) {
                parameters.add(new double[] {
                    Double.parseDouble(parameter.group(1)),
                    Double.parseDouble(parameter.group(2)),
                    Double.parseDouble(parameter.group(3)),
                    Double.parseDouble(parameter.group(4))
                });
            }
            Matcher rss = RSS.matcher(text);
            assertThat(rss.find()).isTrue();
            double[][] rows = text.substring(text.lastIndexOf("Data:"))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.strip().split("\\s+"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            return new Dataset(
                    rows,
                    new double[][] {column(parameters, 0), column(parameters, 1)},
                    column(parameters, 2),
                    column(parameters, 3),
                    Double.parseDouble(rss.group(1)));
        }

        private static double[] column(List<double[]> rows, int column) {
            return rows.stream().mapToDouble(row -> row[column]).toArray();
        }

        double[] y(String name) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> name.equals("Nelson") ? Math.log(row[0]) : row[0])
                    .toArray();
        }

        ResponseFunction function(Formula formula) {
            int p = certified.length;
            return (row, b, gradient) -> {
                Gradient[] variables = new Gradient[p];
                for (int j = 0; j < p; j++) {
                    variables[j] = Gradient.variable(p, j, b[j]);
                }
                Gradient value = formula.of(variables, Arrays.copyOfRange(rows[row], 1, rows[row].length));
                System.arraycopy(value.getGradient(), 0, gradient, 0, p);
                return value.getValue();
            };
        }
    }

    static Stream<Arguments> cases() {
        return MODELS.keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of(Arguments.of(name, 0), Arguments.of(name, 1)));
    }

    /**
     * All digits that NIST certifies, from both starts. In Lanczos1 the residuals are of the size of the rounding of the data, so
     * their sum of squares and what follows from it have none or few digits in a double.
     */
    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("cases")
    void certifiedByNist(String name, int start) {
        Dataset data = Dataset.read(name);
        boolean exact = name.equals("Lanczos1");

        NonlinearFit fit = NonlinearLeastSquares.fit(
                data.function(Objects.requireNonNull(MODELS.get(name))), data.y(name), List.of(data.starts[start]));

        for (int j = 0; j < data.certified.length; j++) {
            assertThat(fit.estimate(j))
                    .as("b%d", j + 1)
                    .isCloseTo(data.certified[j], within(2e-10 * Math.abs(data.certified[j])));
            assertThat(fit.standardError(j))
                    .as("se of b%d", j + 1)
                    .isCloseTo(data.deviations[j], within((exact ? 0.5 : 1e-9) * data.deviations[j]));
        }
        assertThat(fit.rss()).isCloseTo(data.rss, within((exact ? 1 : 1e-9) * data.rss));
    }

    @Test
    void fewerObservationsThanParametersAreRefused() {
        assertThatThrownBy(() -> NonlinearLeastSquares.fit(
                        (row, b, gradient) -> 0, new double[] {1}, List.of(new double[] {1, 2})))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(FitFault.TOO_FEW_OBSERVATIONS));
    }

    @Test
    void aModelThatCanNowhereBeComputedIsRefused() {
        assertThatThrownBy(() -> NonlinearLeastSquares.fit(
                        (row, b, gradient) -> Double.NaN, new double[] {1, 2}, List.of(new double[] {1})))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(FitFault.NO_MINIMUM));
    }

    @Test
    void parametersThatOnlyCountTogetherAreSaidNotToBeDetermined() {
        NonlinearFit fit = NonlinearLeastSquares.fit(
                (row, b, gradient) -> {
                    gradient[0] = 1;
                    gradient[1] = 1;
                    return b[0] + b[1];
                },
                new double[] {1, 2, 3},
                List.of(new double[] {0, 0}));

        assertThat(fit.isDetermined()).isFalse();
        assertThat(fit.estimate(0) + fit.estimate(1)).isCloseTo(2, within(1e-8));
    }

    @Test
    void weightsCountAsRepetitions() {
        ResponseFunction exponential = (row, b, gradient) -> {
            int x = row % 4;
            double e = Math.exp(-b[1] * x);
            gradient[0] = e;
            gradient[1] = -b[0] * x * e;
            return b[0] * e;
        };
        double[] y = {3.1, 1.7, 1.2, 0.4};
        double[] twice = {3.1, 1.7, 1.2, 0.4, 3.1, 1.7, 1.2, 0.4};

        NonlinearFit weighted =
                NonlinearLeastSquares.fit(exponential, y, new double[] {2, 2, 2, 2}, List.of(new double[] {3, 0.5}));
        NonlinearFit repeated = NonlinearLeastSquares.fit(exponential, twice, List.of(new double[] {3, 0.5}));

        assertThat(weighted.estimates()).containsExactly(repeated.estimates(), within(1e-12));
        assertThat(weighted.rss()).isCloseTo(repeated.rss(), within(1e-12));
    }

    @Test
    void theHessianOfALinearModelIsItsSquare() {
        ResponseFunction line = (row, b, gradient) -> {
            gradient[0] = 1;
            gradient[1] = row;
            return b[0] + b[1] * row;
        };
        double[] y = {1, 3, 2, 5};
        double[] ones = {1, 1, 1, 1};
        NonlinearFit fit = NonlinearLeastSquares.fit(line, y, ones, List.of(new double[] {0, 0}));

        double[][] hessian = NonlinearLeastSquares.halfHessian(line, y, ones, fit);

        assertThat(hessian[0]).containsExactly(new double[] {4, 6}, within(1e-9));
        assertThat(hessian[1]).containsExactly(new double[] {6, 14}, within(1e-9));
    }
}
