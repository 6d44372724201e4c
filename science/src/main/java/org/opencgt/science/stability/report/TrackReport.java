package org.opencgt.science.stability.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.stability.ShelfLifeLook;

/**
 * The report of a shelf life tracked as data arrive.
 *
 * @param claim the shelf life claimed; null if none is
 */
public record TrackReport(
        List<ShelfLifeLook> looks, @Nullable Double claim) implements Content.Source {

    public TrackReport {
        looks = List.copyOf(looks);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        double[] times = looks.stream().mapToDouble(ShelfLifeLook::time).toArray();
        double[] lives = looks.stream().mapToDouble(ShelfLifeLook::shelfLife).toArray();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.TIME_AXIS)), Axis.linear(wording.of(Phrase.SHELF_LIFE)))
                .with(new Layer.Line(times, lives, 0, Layer.Weight.NORMAL, wording.of(Phrase.SHELF_LIFE)))
                .with(new Layer.Dots(
                        times,
                        lives,
                        0,
                        false,
                        looks.stream()
                                .map(look -> wording.number(look.shelfLife()) + " (" + look.worstBatch() + ")")
                                .toList()));
        if (claim != null) {
            plot = plot.with(new Layer.Across(claim, wording.of(Phrase.CLAIM)));
        }
        Block table = Wording.grid(
                List.of("time", "n", "batches", "model", "shelf_life", "change", "worst_batch").stream()
                        .map(column -> wording.label(ShelfLifeLook.class, column))
                        .toList(),
                0,
                looks.stream()
                        .map(look -> List.of(
                                wording.number(look.time()),
                                Integer.toString(look.n()),
                                Integer.toString(look.batches()),
                                look.model() == null ? "–" : wording.of(look.model()),
                                wording.number(look.shelfLife()),
                                wording.number(look.change()),
                                look.worstBatch()))
                        .toList());
        return new Content(
                wording.of(Phrase.TRACK_TITLE),
                List.of(
                        Section.of(wording.of(Phrase.OVERVIEW), table),
                        Section.of(wording.of(Phrase.FIGURE), Block.Figure.of(wording.of(Phrase.TRACK_CAPTION), plot)),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.TRACK_METHOD)))));
    }
}
