package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final int REACHING = 1;

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
                .with(heat(wording))
                .with(reaching())
                .withKey("0", Plot.LIGHTEST)
                .withKey("0.25", Plot.LIGHTEST + 25)
                .withKey("0.5", Plot.LIGHTEST + 50)
                .withKey("0.75", Plot.LIGHTEST + 75)
                .withKey("1", Plot.DARKEST)
                .withKey(wording.of(Phrase.REACHES), REACHING);
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

    /** Each point of the map with its probability. */
    private Layer heat(Wording wording) {
        List<Cell> cells = result.map();
        double[] x = cells.stream().mapToDouble(Cell::x).toArray();
        double[] y = cells.stream().mapToDouble(Cell::y).toArray();
        return new Layer.Heat(
                x,
                y,
                cells.stream().mapToDouble(Cell::probability).toArray(),
                spacing(x),
                spacing(y),
                cells.stream()
                        .map(cell -> wording.number(cell.x()) + ", " + wording.number(cell.y()) + ": "
                                + wording.number(cell.probability()))
                        .toList());
    }

    private static double spacing(double[] places) {
        double[] distinct = Arrays.stream(places).distinct().sorted().toArray();
        return distinct.length < 2 ? 1 : (distinct[distinct.length - 1] - distinct[0]) / (distinct.length - 1);
    }

    private Layer reaching() {
        List<Cell> cells = result.map().stream().filter(Cell::inside).toList();
        return new Layer.Dots(
                cells.stream().mapToDouble(Cell::x).toArray(),
                cells.stream().mapToDouble(Cell::y).toArray(),
                REACHING,
                true,
                List.of());
    }
}
