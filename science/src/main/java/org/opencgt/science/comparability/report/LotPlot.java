package org.opencgt.science.comparability.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.comparability.ComparabilityFlag;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** What several of these reports show: lots side by side, and remarks. */
final class LotPlot {

    private LotPlot() {}

    /** Reference lots, then test lots. */
    static Plot of(Wording wording, double[] test, double[] reference) {
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.LOT)), Axis.linear(wording.of(Phrase.VALUE)))
                .with(dots(reference, 1, 0));
        return test.length == 0
                ? plot
                : plot.with(dots(test, reference.length + 2, 1))
                        .withKey(wording.of(Phrase.REFERENCE), 0)
                        .withKey(wording.of(Phrase.TEST), 1);
    }

    private static Layer dots(double[] values, int first, int colour) {
        return new Layer.Dots(
                IntStream.range(0, values.length).mapToDouble(i -> first + i).toArray(),
                values,
                colour,
                false,
                Arrays.stream(values).mapToObj(Double::toString).toList());
    }

    /** The remarks as a section; none if there are none. */
    static List<Section> remarks(Wording wording, List<ComparabilityFlag> flags) {
        return flags.isEmpty()
                ? List.of()
                : List.of(Section.of(
                        wording.of(Phrase.REMARKS),
                        new Block.Points(flags.stream().map(wording::of).toList())));
    }

    static List<Section> joined(List<Section> first, List<Section> last) {
        List<Section> all = new ArrayList<>(first);
        all.addAll(last);
        return all;
    }
}
