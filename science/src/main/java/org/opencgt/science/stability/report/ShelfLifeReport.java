package org.opencgt.science.stability.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.stability.BatchLine;
import org.opencgt.science.stability.LimitAt;
import org.opencgt.science.stability.ModelKind;
import org.opencgt.science.stability.Poolability;
import org.opencgt.science.stability.ShelfLife;
import org.opencgt.science.stability.ShelfLifePlan;
import org.opencgt.science.stability.ShelfLifeRow;
import org.opencgt.science.stability.StabilityData;
import org.opencgt.science.stability.StabilityModel;
import org.opencgt.science.stability.Transformation;
import org.opencgt.science.statistics.FTest;

/** The report of a shelf life: results, lines, limits and where they meet the specification. */
public record ShelfLifeReport(StabilityData data, ShelfLifePlan plan, ShelfLife found) implements Content.Source {

    private static final int STEPS = 80;
    /** No axis reaches further than so many times the data. */
    private static final double FURTHEST = 4;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(wording.of(Phrase.OVERVIEW), overview(wording)));
        sections.add(Section.of(
                wording.of(Phrase.FIGURE), Block.Figure.of(wording.of(Phrase.SHELF_LIFE_CAPTION), plot(wording))));
        Poolability ancova = found.ancova();
        if (ancova != null) {
            sections.add(Section.of(wording.of(Phrase.POOLABILITY), poolability(wording, ancova)));
        }
        sections.add(Section.of(wording.of(Phrase.MODELS), models(wording)));
        if (!found.supportive().isEmpty()) {
            sections.add(Section.of(wording.of(Phrase.SUPPORTIVE), supportive(wording)));
        }
        sections.add(Section.of(wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.SHELF_LIFE_METHOD))));
        return new Content(wording.of(Phrase.SHELF_LIFE_TITLE), sections);
    }

    private List<Block> overview(Wording wording) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(wording.of(Phrase.MODEL), wording.of(found.model())));
        facts.add(new Block.Fact(wording.of(Phrase.SHELF_LIFE), wording.number(found.shelfLife())));
        facts.add(new Block.Fact(wording.of(Phrase.WORST_BATCH), found.worstBatch()));
        facts.add(new Block.Fact(wording.of(Phrase.COVERED), wording.number(found.coveredTime())));
        if (found.extrapolation() != null && found.proposedShelfLife() != null) {
            facts.add(new Block.Fact(
                    wording.of(Phrase.RULE),
                    wording.of(found.extrapolation().rule()) + " ("
                            + wording.number(found.extrapolation().limit()) + ")"));
            found.extrapolation()
                    .needs()
                    .forEach(need -> facts.add(new Block.Fact(wording.of(Phrase.NEEDED), wording.of(need))));
            facts.add(new Block.Fact(wording.of(Phrase.PROPOSED), wording.number(found.proposedShelfLife())));
        }
        facts.add(new Block.Fact(wording.of(Phrase.RESULTS), Integer.toString(found.n())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        if (!found.flags().isEmpty()) {
            blocks.add(new Block.Points(found.flags().stream().map(wording::of).toList()));
        }
        return blocks;
    }

    private Plot plot(Wording wording) {
        double last = data.lastTime();
        double shelfLife = found.shelfLife();
        double end =
                Double.isFinite(shelfLife) ? Math.min(FURTHEST * last, Math.max(last, 1.1 * shelfLife)) : 1.5 * last;
        double first = Arrays.stream(starts()).min().orElse(0);
        double[] times = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> first + (end - first) * i / STEPS)
                .toArray();
        List<LimitAt> limits = ShelfLife.of(data, plan, times).predictions().stream()
                .filter(limit -> limit.model() == found.model())
                .toList();
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.TIME_AXIS)), Axis.linear(wording.of(Phrase.RESULT_AXIS)));
        boolean common = found.model() == ModelKind.CICS || found.model() == ModelKind.SINGLE;
        for (int i = 0; i < data.batches().size(); i++) {
            StabilityData.Batch batch = data.batches().get(i);
            if (i == 0 || !common) {
                List<LimitAt> own = limits.stream()
                        .filter(limit -> limit.batch().equals(batch.name()))
                        .toList();
                plot = lines(plot, times, own, i, batch.name());
            }
        }
        for (int i = 0; i < data.batches().size(); i++) {
            StabilityData.Batch batch = data.batches().get(i);
            plot = plot.with(new Layer.Dots(
                            batch.times(),
                            batch.values(),
                            i,
                            false,
                            Arrays.stream(batch.values())
                                    .mapToObj(value -> batch.name() + ": " + wording.number(value))
                                    .toList()))
                    .withKey(batch.name(), i);
        }
        double low = Arrays.stream(limitsShown(limits)).min().orElse(0);
        double high = Arrays.stream(limitsShown(limits)).max().orElse(1);
        if (plan.specification().hasLower()) {
            plot = plot.with(new Layer.Across(plan.specification().lower(), wording.of(Phrase.LOWER_LIMIT)));
        }
        if (plan.specification().hasUpper()) {
            plot = plot.with(new Layer.Across(plan.specification().upper(), wording.of(Phrase.UPPER_LIMIT)));
        }
        if (Double.isFinite(shelfLife) && shelfLife <= end) {
            plot = plot.with(new Layer.Line(
                    new double[] {shelfLife, shelfLife},
                    new double[] {low, high},
                    7,
                    Layer.Weight.STRONG,
                    wording.of(Phrase.SHELF_LIFE) + ": " + wording.number(shelfLife)));
        }
        return plot;
    }

    /** From zero, or from the first time where zero has no place on the scale of time. */
    private double[] starts() {
        return plan.timeScale() == Transformation.LOG && plan.timeShift() == 0
                ? data.batches().stream()
                        .flatMapToDouble(batch -> Arrays.stream(batch.times()))
                        .toArray()
                : new double[] {0};
    }

    private double[] limitsShown(List<LimitAt> limits) {
        return limits.stream().mapToDouble(limit -> plan.value(limit.fit())).toArray();
    }

    private Plot lines(Plot plot, double[] times, List<LimitAt> limits, int colour, String batch) {
        Plot more = plot.with(new Layer.Line(
                times,
                limits.stream().mapToDouble(limit -> plan.value(limit.fit())).toArray(),
                colour,
                Layer.Weight.NORMAL,
                batch));
        if (plan.specification().hasLower()) {
            more = more.with(new Layer.Line(
                    times,
                    limits.stream()
                            .mapToDouble(limit -> plan.value(limit.lower()))
                            .toArray(),
                    colour,
                    Layer.Weight.DASHED,
                    batch));
        }
        if (plan.specification().hasUpper()) {
            more = more.with(new Layer.Line(
                    times,
                    limits.stream()
                            .mapToDouble(limit -> plan.value(limit.upper()))
                            .toArray(),
                    colour,
                    Layer.Weight.DASHED,
                    batch));
        }
        return more;
    }

    private static Block poolability(Wording wording, Poolability ancova) {
        return Wording.grid(
                List.of(
                        wording.of(Phrase.TEST),
                        wording.of(Phrase.DEGREES),
                        wording.of(Phrase.F),
                        wording.of(Phrase.P)),
                1,
                List.of(
                        test(wording, Phrase.SLOPES, ancova.slopes()),
                        test(wording, Phrase.INTERCEPTS, ancova.intercepts()),
                        test(wording, Phrase.COINCIDENCE, ancova.coincidence())));
    }

    private static List<String> test(Wording wording, Phrase name, FTest test) {
        return List.of(
                wording.of(name), test.df1() + ", " + test.df2(), wording.number(test.f()), wording.number(test.p()));
    }

    private Block models(Wording wording) {
        List<List<String>> rows = new ArrayList<>();
        for (StabilityModel model : found.models().values()) {
            for (BatchLine line : model.batches()) {
                rows.add(List.of(
                        wording.of(model.model()) + (model.model() == found.model() ? " ✓" : ""),
                        line.batch(),
                        wording.brief(line.intercept()),
                        wording.brief(line.slope()),
                        wording.brief(line.seSlope()),
                        wording.brief(line.sigma()),
                        Integer.toString(line.df()),
                        wording.number(line.shelfLife())));
            }
        }
        return Wording.grid(
                List.of("model", "batch", "intercept", "slope", "se_slope", "sigma", "df", "shelf_life").stream()
                        .map(column -> wording.label(ShelfLifeRow.class, column))
                        .toList(),
                2,
                rows);
    }

    private Block supportive(Wording wording) {
        return Wording.grid(
                List.of(
                        wording.of(Phrase.CONDITION),
                        wording.of(Phrase.MODEL),
                        wording.of(Phrase.RESULTS),
                        wording.of(Phrase.SHELF_LIFE)),
                2,
                found.supportive().stream()
                        .map(each -> List.of(
                                each.condition(),
                                wording.of(each.model()),
                                Integer.toString(each.n()),
                                wording.number(each.shelfLife())))
                        .toList());
    }
}
