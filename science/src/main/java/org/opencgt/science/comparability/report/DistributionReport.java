package org.opencgt.science.comparability.report;

import java.util.Comparator;
import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.DistributionComparison;
import org.opencgt.science.comparability.DistributionComparison.Observation;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of two distributions. */
public record DistributionReport(DistributionComparison result, List<Observation> observations)
        implements Content.Source {

    /** More points than this cannot be told apart on paper. */
    private static final int MOST_POINTS = 2000;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        return new Content(
                wording.of(Phrase.DISTRIBUTION_TITLE),
                LotPlot.joined(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.FIGURES),
                                        Block.Figure.of(
                                                wording.of(Phrase.DISTRIBUTION_CAPTION),
                                                Plot.of(
                                                                Axis.linear(wording.of(Phrase.VALUE)),
                                                                Axis.linear(wording.of(Phrase.FRACTION_BELOW)))
                                                        .with(line(Group.REFERENCE, 0))
                                                        .with(line(Group.TEST, 1))
                                                        .withKey(wording.of(Phrase.REFERENCE), 0)
                                                        .withKey(wording.of(Phrase.TEST), 1)),
                                        new Block.Facts(List.of(
                                                fact(wording, "n_test", result.nTest()),
                                                fact(wording, "n_reference", result.nReference()),
                                                fact(wording, "units_test", result.unitsTest()),
                                                fact(wording, "units_reference", result.unitsReference()),
                                                fact(wording, "d", result.d()),
                                                fact(wording, "p_exact", result.pExact()),
                                                fact(wording, "p_ks_permutation", result.pKsPermutation()),
                                                fact(wording, "wasserstein", result.wasserstein()),
                                                fact(
                                                        wording,
                                                        "p_wasserstein_permutation",
                                                        result.pWassersteinPermutation()),
                                                fact(wording, "permutations", result.permutations())))),
                                Section.of(
                                        wording.of(Phrase.METHOD),
                                        new Block.Text(wording.of(Phrase.DISTRIBUTION_METHOD)))),
                        LotPlot.remarks(wording, result.flags())));
    }

    private Layer line(Group group, int colour) {
        List<Observation> own = observations.stream()
                .filter(one -> one.group() == group)
                .sorted(Comparator.comparingDouble(Observation::value))
                .toList();
        double total = own.stream().mapToDouble(Observation::count).sum();
        int stride = 1 + own.size() / MOST_POINTS;
        int points = (own.size() + stride - 1) / stride;
        double[] x = new double[2 * points];
        double[] y = new double[2 * points];
        double below = 0;
        for (int i = 0, k = 0; i < own.size(); i++) {
            double before = below;
            below += own.get(i).count() / total;
            if (i % stride == 0) {
                x[k] = own.get(i).value();
                y[k++] = before;
                x[k] = own.get(i).value();
                y[k++] = below;
            }
        }
        return new Layer.Line(x, y, colour, Layer.Weight.NORMAL, "");
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(DistributionComparison.class, property, value);
    }
}
