package org.opencgt.science.stability.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.opencgt.science.Language;
import org.opencgt.science.TextKey;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.stability.AcceleratedStability;
import org.opencgt.science.stability.Arrhenius;
import org.opencgt.science.stability.RateFlag;

/** The reports of rates against temperature: Arrhenius' plot and what it predicts. */
public final class RateReport implements Content.Source {

    private static final double ZERO_CELSIUS = 273.15;
    private static final double R = 8.314462618e-3;
    private static final int STEPS = 40;

    private final Phrase title;
    private final Phrase method;
    private final double[] celsius;
    private final double[] rates;
    private final DoubleUnaryOperator rate;
    private final double activationEnergy;
    private final List<Arrhenius.Prediction> predictions;
    private final List<RateFlag> flags;

    private RateReport(
            Phrase title,
            Phrase method,
            double[] celsius,
            double[] rates,
            DoubleUnaryOperator rate,
            double activationEnergy,
            List<Arrhenius.Prediction> predictions,
            List<RateFlag> flags) {
        this.title = title;
        this.method = method;
        this.celsius = celsius.clone();
        this.rates = rates.clone();
        this.rate = rate;
        this.activationEnergy = activationEnergy;
        this.predictions = predictions;
        this.flags = flags;
    }

    public static RateReport of(double[] celsius, double[] rates, Arrhenius found) {
        return new RateReport(
                Phrase.ARRHENIUS_TITLE,
                Phrase.ARRHENIUS_METHOD,
                celsius,
                rates,
                temperature -> Math.exp(found.lnA() - found.ea() / (R * (temperature + ZERO_CELSIUS))),
                found.ea(),
                found.predictions(),
                found.flags());
    }

    public static RateReport of(AcceleratedStability found) {
        AcceleratedStability.OneStep fit = found.oneStep();
        return new RateReport(
                Phrase.ACCELERATED_TITLE,
                Phrase.ACCELERATED_METHOD,
                found.stepOne().stream()
                        .mapToDouble(AcceleratedStability.Step::tempC)
                        .toArray(),
                found.stepOne().stream()
                        .mapToDouble(AcceleratedStability.Step::k)
                        .toArray(),
                temperature -> Math.exp(
                        fit.lnK25() - fit.ea() / R * (1 / (temperature + ZERO_CELSIUS) - 1 / (25 + ZERO_CELSIUS))),
                fit.ea(),
                found.predictions(),
                found.flags());
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Block> overview = new ArrayList<>();
        overview.add(new Block.Facts(
                List.of(new Block.Fact(wording.of(Phrase.ACTIVATION_ENERGY), wording.number(activationEnergy)))));
        if (!flags.isEmpty()) {
            overview.add(new Block.Points(
                    flags.stream().map(flag -> wording.of((TextKey) flag)).toList()));
        }
        Block table = Wording.grid(
                List.of("temp_c", "k", "k_lo", "k_hi", "t90_first_order", "t90_lo", "t90_hi").stream()
                        .map(column -> wording.label(Arrhenius.Prediction.class, column))
                        .toList(),
                0,
                predictions.stream()
                        .map(each -> List.of(
                                wording.number(each.tempC()),
                                wording.number(each.k()),
                                wording.number(each.kLo()),
                                wording.number(each.kHi()),
                                wording.number(each.t90()),
                                wording.number(each.t90Lo()),
                                wording.number(each.t90Hi())))
                        .toList());
        return new Content(
                wording.of(title),
                List.of(
                        new Section(wording.of(Phrase.OVERVIEW), overview),
                        Section.of(
                                wording.of(Phrase.FIGURE),
                                Block.Figure.of(wording.of(Phrase.RATE_CAPTION), plot(wording))),
                        Section.of(wording.of(Phrase.PREDICTIONS), table),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(method)))));
    }

    private Plot plot(Wording wording) {
        double[] all = DoubleStream.concat(
                        Arrays.stream(celsius).filter(value -> !Double.isNaN(value)),
                        predictions.stream().mapToDouble(Arrhenius.Prediction::tempC))
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double[] temperatures = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            temperatures[i] = low + (high - low) * i / STEPS;
        }
        return Plot.of(Axis.linear(wording.of(Phrase.INVERSE_TEMPERATURE_AXIS)), Axis.log(wording.of(Phrase.RATE_AXIS)))
                .with(new Layer.Line(
                        inverse(temperatures),
                        Arrays.stream(temperatures).map(rate).toArray(),
                        1,
                        Layer.Weight.NORMAL,
                        ""))
                .with(new Layer.Bars(
                        inverse(predictions.stream()
                                .mapToDouble(Arrhenius.Prediction::tempC)
                                .toArray()),
                        predictions.stream()
                                .mapToDouble(Arrhenius.Prediction::kLo)
                                .toArray(),
                        predictions.stream()
                                .mapToDouble(Arrhenius.Prediction::kHi)
                                .toArray(),
                        1))
                .with(new Layer.Dots(
                        inverse(celsius),
                        rates,
                        0,
                        false,
                        Arrays.stream(celsius)
                                .mapToObj(value -> wording.number(value) + " °C")
                                .toList()));
    }

    private static double[] inverse(double[] temperatures) {
        return Arrays.stream(temperatures)
                .map(value -> 1000 / (value + ZERO_CELSIUS))
                .toArray();
    }
}
