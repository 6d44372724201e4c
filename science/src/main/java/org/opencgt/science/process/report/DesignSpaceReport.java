package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.opencgt.science.Language;
import org.opencgt.science.process.DesignSpace;
import org.opencgt.science.process.DesignSpace.Cell;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of a design space: the map of probabilities and the fitted surfaces. */
public record DesignSpaceReport(DesignSpace result) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Block> surfaces = new ArrayList<>();
        for (DesignSpace.Surface surface : result.surfaces()) {
            surfaces.add(new Block.Text(surface.response()));
            surfaces.add(new Block.Facts(List.of(
                    wording.fact(DesignSpace.Surface.class, "residual_sd", surface.residualSd()),
                    wording.fact(DesignSpace.Surface.class, "df", surface.df()),
                    wording.fact(DesignSpace.Surface.class, "r_squared", surface.rSquared()),
                    wording.fact(DesignSpace.Surface.class, "adjusted_r_squared", surface.adjustedRSquared()))));
            surfaces.add(new Block.Grid(
                    "",
                    List.of(
                            new Block.Column(wording.label(DesignSpace.class, "factors"), false),
                            new Block.Column(wording.label(DesignSpace.Surface.class, "coefficients"), true),
                            new Block.Column(wording.label(DesignSpace.Surface.class, "p"), true)),
                    surface.coefficients().entrySet().stream()
                            .map(term -> List.of(
                                    term.getKey(),
                                    wording.number(term.getValue()),
                                    wording.number(surface.p().getOrDefault(term.getKey(), Double.NaN))))
                            .toList()));
        }
        double target = result.target();
        Plot map = Plot.of(
                        Axis.linear(result.factors().get(0)),
                        Axis.linear(result.factors().get(1)))
                .with(dots(cell -> cell.probability() < target / 2, 7))
                .with(dots(cell -> cell.probability() >= target / 2 && !cell.inside(), 1))
                .with(dots(Cell::inside, 2))
                .withKey(wording.of(Phrase.REACHES), 2)
                .withKey(wording.of(Phrase.HALF_REACHES), 1)
                .withKey(wording.of(Phrase.BELOW), 7);
        return new Content(
                wording.of(Phrase.DESIGN_SPACE_TITLE),
                List.of(
                        Section.of(
                                wording.of(Phrase.MAP),
                                Block.Figure.of(wording.of(Phrase.MAP_CAPTION), map),
                                new Block.Facts(List.of(
                                        wording.fact(DesignSpace.class, "target", target),
                                        wording.fact(DesignSpace.class, "share", result.share()),
                                        new Block.Fact(
                                                wording.of(Phrase.BEST),
                                                result.factors().get(0) + " "
                                                        + wording.number(
                                                                result.best().x()) + ", "
                                                        + result.factors().get(1) + " "
                                                        + wording.number(
                                                                result.best().y()) + ": "
                                                        + wording.number(
                                                                result.best().probability()))))),
                        new Section(wording.of(Phrase.SURFACES), surfaces),
                        Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.DESIGN_SPACE_METHOD)))));
    }

    private Layer dots(Predicate<Cell> wanted, int colour) {
        List<Cell> cells = result.map().stream().filter(wanted).toList();
        return new Layer.Dots(
                cells.stream().mapToDouble(Cell::x).toArray(),
                cells.stream().mapToDouble(Cell::y).toArray(),
                colour,
                false,
                cells.stream().map(cell -> Double.toString(cell.probability())).toList());
    }
}
