package org.opencgt.science.potency.report;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.potency.CytokineRelease;
import org.opencgt.science.potency.PotencyFlag;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of cytokine release: net release over the dose or ratio, a line for each effector. */
public record CytokineReport(List<CytokineRelease> rows) implements Content.Source {

    public CytokineReport {
        rows = List.copyOf(rows);
    }

    @Override
    public Content in(Language language) {
        Tables words = new Tables(language);
        Plot plot = Plot.of(Axis.log(words.of(Phrase.DOSE_AXIS)), Axis.linear(words.of(Phrase.RELEASE_AXIS)));
        List<String> effectors =
                rows.stream().map(CytokineRelease::effector).distinct().toList();
        for (int k = 0; k < effectors.size(); k++) {
            String effector = effectors.get(k);
            List<CytokineRelease> own =
                    rows.stream().filter(row -> row.effector().equals(effector)).toList();
            double[] x = own.stream().mapToDouble(CytokineRelease::dose).toArray();
            double[] y = own.stream().mapToDouble(CytokineRelease::net).toArray();
            plot = plot.with(new Layer.Line(x, y, k, Layer.Weight.NORMAL, effector))
                    .with(new Layer.Dots(
                            x,
                            y,
                            k,
                            false,
                            own.stream().map(CytokineRelease::effector).toList()))
                    .withKey(effector, k);
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                words.of(Phrase.RESULT),
                words.grid(
                        CytokineRelease.class,
                        rows,
                        List.of(
                                "effector",
                                "dose",
                                "n",
                                "n_below",
                                "mean",
                                "sd",
                                "background",
                                "net",
                                "fold",
                                "area",
                                "ec50",
                                "ec50_lower",
                                "ec50_upper"))));
        sections.add(Section.of(words.of(Phrase.CURVES), Block.Figure.of(words.of(Phrase.CAPTION_RELEASE), plot)));
        List<PotencyFlag> flags =
                rows.stream().flatMap(row -> row.flags().stream()).distinct().toList();
        if (!flags.isEmpty()) {
            sections.add(Section.of(words.of(Phrase.FLAGS), words.points(flags)));
        }
        sections.add(Section.of(words.of(Phrase.METHOD), new Block.Text(words.of(Phrase.METHOD_RELEASE))));
        return new Content(words.of(Phrase.RELEASE_TITLE), sections);
    }
}
