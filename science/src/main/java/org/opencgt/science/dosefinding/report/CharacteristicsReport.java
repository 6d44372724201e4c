package org.opencgt.science.dosefinding.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.trial.Compared;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics.CalendarFigures;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/**
 * The report of operating characteristics, of one design or of several side by side.
 *
 * @param designs as under the first scenario
 * @param plans of these designs, as under the first scenario
 * @param figures by design and scenario
 * @param target toxicity above which a dose counts as too high
 * @param time how trials run in time, by name; empty if time plays no part
 */
public record CharacteristicsReport(
        List<Design> designs,
        List<TrialPlan> plans,
        List<List<OperatingCharacteristics>> figures,
        double target,
        Map<TimeSetting, Object> time)
        implements Content.Source {

    /** More scenarios by themselves are not read on paper. */
    private static final int MOST_SCENARIOS = 20;

    private static final double NORMAL_95 = 1.959963984540054;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(wording.of(Phrase.OVERVIEW), new Block.Facts(overview(wording))));
        if (scenarios() > 1) {
            sections.add(new Section(wording.of(Phrase.ALL_SCENARIOS), together(wording)));
        }
        for (int scenario = 0; scenario < Math.min(scenarios(), MOST_SCENARIOS); scenario++) {
            String name = Objects.requireNonNullElse(at(0, scenario).scenario(), Integer.toString(scenario + 1));
            sections.add(new Section(
                    wording.of(Phrase.SCENARIO_HEADING, Map.of("scenario", name)), scenario(wording, scenario)));
        }
        if (!time.isEmpty()) {
            sections.add(new Section(wording.of(Phrase.TIME), inTime(wording)));
        }
        sections.add(Section.of(
                wording.of(Phrase.PRECISION),
                new Block.Text(precision(wording)),
                new Block.Text(wording.of(Phrase.DEFINITIONS)),
                new Block.Points(List.of(
                        wording.of(Phrase.DEFINITION_SELECTED),
                        wording.of(Phrase.DEFINITION_IDEAL),
                        wording.of(Phrase.DEFINITION_OVERDOSE),
                        wording.of(Phrase.DEFINITION_POOR),
                        wording.of(Phrase.DEFINITION_CONDUCT)))));
        designs.forEach(design -> sections.add(DesignSection.of(wording, design)));
        return new Content(
                designs.size() == 1
                        ? wording.of(
                                Phrase.CHARACTERISTICS_TITLE,
                                Map.of("design", designs.getFirst().name()))
                        : wording.of(Phrase.COMPARISON_TITLE),
                sections);
    }

    private List<Block.Fact> overview(Wording wording) {
        OperatingCharacteristics first = at(0, 0);
        TrialPlan plan = plans.getFirst();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                wording.of(Phrase.DESIGNS), designs.stream().map(Design::name).collect(Collectors.joining(", "))));
        facts.add(new Block.Fact(wording.of(Phrase.SCENARIOS), Integer.toString(scenarios())));
        facts.add(new Block.Fact(
                wording.of(Phrase.DOSES),
                each(figures.getFirst(), one -> one.truth().size())));
        facts.add(new Block.Fact(wording.of(Phrase.JUDGED_BY), Wording.number(target)));
        facts.add(new Block.Fact(wording.of(Phrase.COHORT_SIZE), Integer.toString(plan.cohortSize())));
        facts.add(new Block.Fact(wording.of(Phrase.MOST_PATIENTS), each(plans, TrialPlan::maximumPatients)));
        facts.add(new Block.Fact(wording.of(Phrase.START_DOSE), Integer.toString(plan.startDose())));
        if (plan.earlyStop() != TrialPlan.NEVER) {
            facts.add(new Block.Fact(wording.of(Phrase.EARLY_STOP), Integer.toString(plan.earlyStop())));
        }
        facts.add(new Block.Fact(wording.of(Phrase.TITRATION), wording.of(plan.titration() ? Phrase.YES : Phrase.NO)));
        Integer trials = first.trials();
        facts.add(new Block.Fact(
                wording.of(Phrase.FOUND_BY),
                trials == null
                        ? wording.of(Phrase.BY_ENUMERATION)
                        : wording.of(
                                Phrase.BY_SIMULATION,
                                Map.of("trials", trials, "seed", Objects.requireNonNull(first.seed())))));
        time.forEach((name, value) -> facts.add(new Block.Fact(wording.of(name), wording.value(value))));
        return facts;
    }

    private static <T> String each(List<T> things, Function<T, Integer> number) {
        return things.stream().map(number).distinct().map(String::valueOf).collect(Collectors.joining(", "));
    }

    // --- All scenarios ---

    private List<Block> together(Wording wording) {
        List<Compared> rows = Compared.rows(figures).stream()
                .filter(row -> row.scenario() == null)
                .toList();
        double[] numbers =
                IntStream.rangeClosed(1, scenarios()).mapToDouble(i -> i).toArray();
        Plot plot = Plot.of(
                Axis.linear(wording.of(Phrase.SCENARIO_NUMBER)),
                Axis.linear(wording.label(Compared.class, "idealSelectedPercent")));
        for (int design = 0; design < designs.size(); design++) {
            double[] percents = figures.get(design).stream()
                    .mapToDouble(one -> one.ideal().selectedPercent())
                    .toArray();
            plot = plot.with(new Layer.Line(numbers, percents, design, Layer.Weight.FAINT, ""))
                    .with(new Layer.Dots(
                            numbers,
                            percents,
                            design,
                            false,
                            Collections.nCopies(scenarios(), designs.get(design).name())))
                    .withKey(designs.get(design).name(), design);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(compared(wording, wording.of(Phrase.MEANS_CAPTION), rows));
        blocks.add(Block.Figure.of(wording.of(Phrase.ALL_CAPTION), plot));
        if (scenarios() > MOST_SCENARIOS) {
            blocks.add(
                    new Block.Text(wording.of(Phrase.SOME_SHOWN, Map.of("shown", MOST_SCENARIOS, "all", scenarios()))));
        }
        return blocks;
    }

    private Block compared(Wording wording, String caption, List<Compared> rows) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(wording.label(Compared.class, "design"), false));
        for (String column : List.of(
                "idealSelectedPercent",
                "idealPatientsPercent",
                "poorAllocationPercent",
                "overdoseSelectedPercent",
                "overdosePatientsPercent",
                "overdose60",
                "earlyStopPercent",
                "totalPatients",
                "totalDlts")) {
            columns.add(new Block.Column(wording.label(Compared.class, column), true));
        }
        return new Block.Grid(
                caption,
                columns,
                rows.stream()
                        .map(row -> List.of(
                                row.design(),
                                Wording.number(row.idealSelectedPercent(), 1),
                                Wording.number(row.idealPatientsPercent(), 1),
                                Wording.number(row.poorAllocationPercent(), 1),
                                Wording.number(row.overdoseSelectedPercent(), 1),
                                Wording.number(row.overdosePatientsPercent(), 1),
                                Wording.number(row.overdose60(), 1),
                                Wording.number(row.earlyStopPercent(), 1),
                                Wording.number(row.totalPatients(), 1),
                                Wording.number(row.totalDlts(), 1)))
                        .toList());
    }

    // --- One scenario ---

    private List<Block> scenario(Wording wording, int scenario) {
        List<OperatingCharacteristics> each =
                figures.stream().map(design -> design.get(scenario)).toList();
        return List.of(
                byDose(wording, each),
                compared(
                        wording,
                        wording.of(Phrase.AS_A_WHOLE),
                        each.stream()
                                .flatMap(one -> Compared.rows(List.of(List.of(one))).stream())
                                .toList()),
                new Block.Figure(
                        wording.of(
                                each.getFirst().standardError() == null
                                        ? Phrase.BY_DOSE_CAPTION
                                        : Phrase.BY_DOSE_CAPTION_SIMULATED),
                        List.of(
                                selections(wording, each),
                                byDose(wording, each, "patients", OperatingCharacteristics::patients))));
    }

    private static Block byDose(Wording wording, List<OperatingCharacteristics> each) {
        OperatingCharacteristics first = each.getFirst();
        int doses = first.truth().size();
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(wording.of(Phrase.FIGURE), false));
        columns.add(new Block.Column(wording.label(OperatingCharacteristics.class, "design"), false));
        for (int dose = 1; dose <= doses; dose++) {
            columns.add(new Block.Column(wording.of(Phrase.DOSE_NUMBER, Map.of("dose", dose)), true));
        }
        columns.add(new Block.Column(wording.of(Phrase.TOTAL_OR_NONE), true));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(label(wording, "truth"), "", first.truth(), 3, ""));
        List<Double> efficacy = first.truthEfficacy();
        if (efficacy != null) {
            rows.add(row(label(wording, "truthEfficacy"), "", efficacy, 3, ""));
        }
        for (OperatingCharacteristics one : each) {
            rows.add(row(
                    label(wording, "selectionPercent"),
                    one.design(),
                    one.selectionPercent(),
                    1,
                    Wording.number(one.earlyStopPercent(), 1)));
        }
        for (OperatingCharacteristics one : each) {
            rows.add(row(
                    label(wording, "patients"),
                    one.design(),
                    one.patients(),
                    1,
                    Wording.number(one.totalPatients(), 1)));
        }
        for (OperatingCharacteristics one : each) {
            rows.add(row(label(wording, "dlts"), one.design(), one.dlts(), 1, Wording.number(one.totalDlts(), 1)));
        }
        for (OperatingCharacteristics one : each) {
            List<Double> responses = one.responses();
            Double total = one.totalResponses();
            if (responses != null && total != null) {
                rows.add(row(label(wording, "responses"), one.design(), responses, 1, Wording.number(total, 1)));
            }
        }
        String ideal = each.stream()
                .map(one -> one.ideal().dose())
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new Block.Grid(wording.of(Phrase.IDEAL_IS, Map.of("dose", ideal)), columns, rows);
    }

    private static List<String> row(String figure, String design, List<Double> values, int digits, String last) {
        List<String> row = new ArrayList<>(List.of(figure, design));
        values.forEach(value -> row.add(Wording.number(value, digits)));
        row.add(last);
        return row;
    }

    /** With 95% intervals where they were simulated. */
    private static Plot selections(Wording wording, List<OperatingCharacteristics> each) {
        Plot plot = byDose(wording, each, "selectionPercent", OperatingCharacteristics::selectionPercent);
        for (int design = 0; design < each.size(); design++) {
            OperatingCharacteristics one = each.get(design);
            OperatingCharacteristics.StandardError errors = one.standardError();
            if (errors != null) {
                double[] low = new double[one.truth().size()];
                double[] high = new double[low.length];
                for (int dose = 0; dose < low.length; dose++) {
                    double margin = NORMAL_95 * errors.selectionPercent().get(dose);
                    low[dose] = Math.max(0, one.selectionPercent().get(dose) - margin);
                    high[dose] = Math.min(100, one.selectionPercent().get(dose) + margin);
                }
                plot = plot.with(new Layer.Bars(numbers(low.length), low, high, design));
            }
        }
        return plot;
    }

    private static Plot byDose(
            Wording wording,
            List<OperatingCharacteristics> each,
            String property,
            Function<OperatingCharacteristics, List<Double>> values) {
        Plot plot = Plot.of(Axis.linear(wording.of(Phrase.DOSE)), Axis.linear(label(wording, property)))
                .sized(Plot.Size.HALF);
        for (int design = 0; design < each.size(); design++) {
            OperatingCharacteristics one = each.get(design);
            double[] y =
                    values.apply(one).stream().mapToDouble(Double::doubleValue).toArray();
            plot = plot.with(new Layer.Line(numbers(y.length), y, design, Layer.Weight.NORMAL, one.design()))
                    .with(new Layer.Dots(
                            numbers(y.length), y, design, false, Collections.nCopies(y.length, one.design())))
                    .withKey(one.design(), design);
        }
        return plot;
    }

    private static double[] numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray();
    }

    // --- Time and precision ---

    private List<Block> inTime(Wording wording) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(label(wording, "scenario"), false));
        columns.add(new Block.Column(label(wording, "design"), false));
        for (Phrase column : List.of(
                Phrase.DAYS,
                Phrase.DAYS_SD,
                Phrase.DAYS_QUANTILES,
                Phrase.ASSIGNED,
                Phrase.NOT_MADE,
                Phrase.BELOW_ASSIGNED,
                Phrase.BACKFILLED,
                Phrase.TURNED_AWAY)) {
            columns.add(new Block.Column(wording.of(column), true));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int scenario = 0; scenario < Math.min(scenarios(), MOST_SCENARIOS); scenario++) {
            for (int design = 0; design < designs.size(); design++) {
                CalendarFigures calendar = at(design, scenario).calendar();
                if (calendar != null) {
                    rows.add(List.of(
                            Objects.requireNonNullElse(at(design, scenario).scenario(), Integer.toString(scenario + 1)),
                            designs.get(design).name(),
                            Wording.number(calendar.days(), 0),
                            Wording.number(calendar.daysSd(), 0),
                            Wording.number(calendar.days10(), 0) + " / " + Wording.number(calendar.days50(), 0) + " / "
                                    + Wording.number(calendar.days90(), 0),
                            Wording.number(calendar.assigned(), 1),
                            Wording.number(calendar.notMade(), 1),
                            Wording.number(calendar.belowAssigned(), 1),
                            Wording.number(
                                    calendar.backfilled().stream()
                                            .mapToDouble(Double::doubleValue)
                                            .sum(),
                                    1),
                            Wording.number(calendar.turnedAway(), 1)));
                }
            }
        }
        return List.of(new Block.Grid("", columns, rows), new Block.Text(wording.of(Phrase.TIME_METHOD)));
    }

    private String precision(Wording wording) {
        double largest = figures.stream()
                .flatMap(List::stream)
                .map(OperatingCharacteristics::standardError)
                .filter(Objects::nonNull)
                .flatMap(errors -> errors.selectionPercent().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Integer trials = at(0, 0).trials();
        return trials == null
                ? wording.of(Phrase.PRECISION_EXACT)
                : wording.of(Phrase.PRECISION_SIMULATED, Map.of("error", Wording.number(largest, 2)));
    }

    private static String label(Wording wording, String property) {
        return wording.label(OperatingCharacteristics.class, property);
    }

    private int scenarios() {
        return figures.getFirst().size();
    }

    private OperatingCharacteristics at(int design, int scenario) {
        return figures.get(design).get(scenario);
    }
}
