package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.Persistence;
import org.opencgt.science.kinetics.Persistence.FollowUp;
import org.opencgt.science.kinetics.Persistence.Loss;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.kinetics.Units.Dimension;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.survival.KaplanMeier;

/** The report of persistence. */
public record PersistenceReport(List<Curve> curves, Loss loss, double confidence, Units units, List<Persistence> rows)
        implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, units);
        return new Content(
                wording.of(Phrase.PERSISTENCE_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.CURVES),
                                Block.Figure.of(wording.of(Phrase.PERSISTENCE_CAPTION), plot(wording))),
                        new Section(wording.of(Phrase.OVERVIEW), table(wording)),
                        Section.of(
                                wording.of(Phrase.METHOD),
                                new Block.Text(wording.of(
                                        Phrase.PERSISTENCE_METHOD,
                                        Map.of(
                                                "loss",
                                                loss.toString(),
                                                "confidence",
                                                wording.number(100 * confidence)))))));
    }

    private Plot plot(Wording wording) {
        Plot plot = Plot.of(Axis.linear(wording.timeAxis()), Axis.linear(wording.of(Phrase.PERSISTENCE_AXIS)))
                .with(new Layer.Line(new double[] {0, 0}, new double[] {0, 1}, 7, Layer.Weight.FAINT, ""));
        Map<String, List<Curve>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.putIfAbsent(row.group(), new ArrayList<>()));
        curves.forEach(curve -> groups.computeIfAbsent(curve.group(), unseen -> new ArrayList<>())
                .add(curve));
        int colour = 0;
        for (Map.Entry<String, List<Curve>> group : groups.entrySet()) {
            FollowUp followed = FollowUp.of(group.getValue(), loss);
            KaplanMeier curve = followed.estimate(confidence);
            int n = curve.size();
            double[] t = new double[n];
            double[] s = new double[n];
            double[] lower = new double[n];
            double[] upper = new double[n];
            for (int i = 0; i < n; i++) {
                KaplanMeier.Estimate at = curve.at(i);
                t[i] = at.time();
                s[i] = at.probability();
                lower[i] = at.probability() >= 1 ? 1 : at.lower();
                upper[i] = at.probability() >= 1 ? 1 : at.upper();
            }
            double end = t[n - 1];
            plot = plot.with(new Layer.Steps(1, t, s, end, colour, Layer.Weight.STRONG))
                    .with(new Layer.Steps(1, t, lower, end, colour, Layer.Weight.DASHED))
                    .with(new Layer.Steps(1, t, upper, end, colour, Layer.Weight.DASHED))
                    .with(censored(followed, curve, colour));
            plot = group.getKey().isEmpty() ? plot : plot.withKey(group.getKey(), colour);
            colour++;
        }
        return plot;
    }

    private static Layer.Dots censored(FollowUp followed, KaplanMeier curve, int colour) {
        List<Double> at = new ArrayList<>();
        for (int i = 0; i < followed.times().length; i++) {
            if (!followed.lost()[i]) {
                at.add(followed.times()[i]);
            }
        }
        double[] t = at.stream().mapToDouble(time -> time).toArray();
        double[] s =
                at.stream().mapToDouble(time -> curve.at(time).probability()).toArray();
        return new Layer.Dots(t, s, colour, true, List.of());
    }

    private List<Block> table(Wording wording) {
        List<Tables.Cell<Persistence>> cells = new ArrayList<>();
        if (rows.stream().anyMatch(row -> !row.group().isEmpty())) {
            cells.add(new Tables.Cell<>(wording.of(Phrase.GROUP), false, Persistence::group));
        }
        cells.add(cell(wording, "months", Dimension.NUMBER, Persistence::months));
        cells.add(cell(wording, "time", Dimension.TIME, Persistence::time));
        cells.add(cell(wording, "subjects", Dimension.NUMBER, Persistence::subjects));
        cells.add(cell(wording, "losses", Dimension.NUMBER, Persistence::losses));
        cells.add(cell(wording, "never_quantified", Dimension.NUMBER, Persistence::neverQuantified));
        cells.add(cell(wording, "at_risk", Dimension.NUMBER, Persistence::atRisk));
        cells.add(cell(wording, "probability", Dimension.NUMBER, Persistence::probability));
        cells.add(cell(wording, "lower", Dimension.NUMBER, Persistence::lower));
        cells.add(cell(wording, "upper", Dimension.NUMBER, Persistence::upper));
        cells.add(cell(wording, "median", Dimension.TIME, Persistence::median));
        cells.add(cell(wording, "median_lower", Dimension.TIME, Persistence::medianLower));
        cells.add(cell(wording, "median_upper", Dimension.TIME, Persistence::medianUpper));
        return Tables.of(wording, rows, cells);
    }

    private static Tables.Cell<Persistence> cell(
            Wording wording, String column, Dimension dimension, ToDoubleFunction<Persistence> value) {
        return new Tables.Cell<>(
                wording.label(Persistence.class, column, dimension),
                true,
                row -> wording.number(value.applyAsDouble(row)));
    }
}
