package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.States;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.comparability.ToleranceInterval;
import org.opencgt.science.process.Capability;
import org.opencgt.science.process.ChartMaker;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.ControlChart;
import org.opencgt.science.process.RuleSet;
import org.opencgt.science.process.VarianceShares;
import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.statistics.StudentT;
import org.opencgt.subject.MonitoringPlan.Attribute;
import org.opencgt.subject.MonitoringPlan.BatchSize;
import org.opencgt.subject.MonitoringPlan.Source;
import org.opencgt.subject.ProcessMonitoring.Control;
import org.opencgt.subject.ProcessMonitoring.Level;
import org.opencgt.subject.ProcessMonitoring.Line;
import org.opencgt.subject.ProcessMonitoring.Link;
import org.opencgt.subject.ProcessMonitoring.Lot;
import org.opencgt.subject.ProcessMonitoring.LotLine;
import org.opencgt.subject.ProcessMonitoring.MaterialEffect;
import org.opencgt.subject.ProcessMonitoring.Rule;
import org.opencgt.subject.ProcessMonitoring.Signal;
import org.opencgt.subject.ProcessMonitoring.Sources;
import org.opencgt.subject.ProcessMonitoring.Variation;

/**
 * What the engines of process control find of the lots that are monitored. Numbers of batches are read from the batches, limits
 * from the product, as both stand.
 */
final class ProcessControl {

    private static final double CONFIDENCE = 0.95;
    private static final double COVERAGE = 0.95;
    private static final double MARKED = 0.05;
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final ProcessMonitoring monitoring;
    private final States states;
    private final @Nullable Product product;
    private final List<Known> lots;

    ProcessControl(ProcessMonitoring monitoring, States states) {
        this.monitoring = monitoring;
        this.states = states;
        this.product = states.find(monitoring.product(), Product.class);
        this.lots = monitoring.lots().stream().map(this::known).toList();
    }

    /** A lot with its numbers. */
    private record Known(Lot lot, @Nullable Batch batch, Map<String, BigDecimal> values) {}

    /** The lots that have a number of an attribute, in order. */
    private record Series(List<Known> lots, double[] values) {

        List<String> codes() {
            return lots.stream().map(known -> known.lot().code()).toList();
        }
    }

    Control control() {
        Map<String, Line> lines = new LinkedHashMap<>();
        List<Signal> signals = new ArrayList<>();
        for (Attribute attribute : monitoring.plan().attributes()) {
            List<Signal> own = new ArrayList<>();
            lines.put(attribute.name(), line(attribute, own));
            signals.addAll(own);
        }
        Set<Signal> answered = new HashSet<>();
        monitoring.answers().forEach(answer -> answered.addAll(answer.signals()));
        List<Signal> open =
                signals.stream().filter(signal -> !answered.contains(signal)).toList();
        return new Control(
                open.isEmpty(),
                !lines.isEmpty()
                        && lines.values().stream()
                                .allMatch(line -> line.n() >= monitoring.plan().baselineLots()),
                List.copyOf(signals),
                open,
                monitoring.plan().attributes().stream()
                        .filter(attribute -> isIncapable(attribute, lines.get(attribute.name())))
                        .map(Attribute::name)
                        .toList(),
                unbacked(lines),
                lines,
                lotLines());
    }

    Optional<ControlChart> chart(String name) {
        return attribute(name).flatMap(attribute -> {
            Series series = series(attribute.name());
            try {
                return series.values().length < 2
                        ? Optional.empty()
                        : Optional.of(maker(attribute, series.values().length)
                                .chart(
                                        series.codes(),
                                        Arrays.stream(series.values())
                                                .mapToObj(value -> new double[] {value})
                                                .toList()));
            } catch (BadInput undrawable) {
                return Optional.empty(); // the line of the attribute says why
            }
        });
    }

    private Optional<Attribute> attribute(String name) {
        return monitoring.plan().attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    private ChartMaker maker(Attribute attribute, int n) {
        int baseline = monitoring.plan().baselineLots();
        return ChartMaker.of(
                        switch (attribute.chart()) {
                            case I_MR -> ChartType.I_MR;
                            case EWMA -> ChartType.EWMA;
                            case CUSUM -> ChartType.CUSUM;
                        })
                .withRules(
                        switch (attribute.rules()) {
                            case NELSON -> RuleSet.NELSON;
                            case WESTERN_ELECTRIC -> RuleSet.WESTERN_ELECTRIC;
                        })
                .withBaseline(n >= baseline ? baseline : 0);
    }

    // --- Lots ---

    private Known known(Lot lot) {
        Batch batch = lot.batch() == null ? null : states.find(lot.batch(), Batch.class);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Attribute attribute : monitoring.plan().attributes()) {
            BigDecimal value = batch == null ? stated(lot, attribute.name()) : held(batch, attribute);
            if (value != null) {
                values.put(attribute.name(), value);
            }
        }
        return new Known(lot, batch, values);
    }

    private static @Nullable BigDecimal stated(Lot lot, String attribute) {
        return lot.results().stream()
                .filter(result -> result.attribute().equals(attribute))
                .map(ProcessMonitoring.Measured::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal held(Batch batch, Attribute attribute) {
        return switch (attribute.source()) {
            case RELEASE_TEST -> number(batch.releaseTests().get(attribute.name()));
            case IN_PROCESS -> number(batch.inProcess().get(attribute.name()));
            case STEP_PARAMETER ->
                step(batch, attribute.step())
                        .map(step -> step.parameters().get(attribute.name()))
                        .orElse(null);
            case STEP_CELLS ->
                step(batch, attribute.step()).map(Batch.Step::viableCells).orElse(null);
            case STEP_YIELD ->
                stepYield(
                        step(batch, attribute.from())
                                .map(Batch.Step::viableCells)
                                .orElse(null),
                        step(batch, attribute.step())
                                .map(Batch.Step::viableCells)
                                .orElse(null));
        };
    }

    private static @Nullable BigDecimal number(@Nullable TestResult result) {
        return result == null ? null : result.value();
    }

    private static Optional<Batch.Step> step(Batch batch, @Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(batch.steps().get(name));
    }

    private static @Nullable BigDecimal stepYield(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null || before.signum() <= 0
                ? null
                : after.multiply(BigDecimal.valueOf(100)).divide(before, DIGITS);
    }

    private @Nullable String donor(Known known) {
        Batch batch = known.batch();
        if (batch == null) {
            return known.lot().donor();
        }
        Collection collection = batch.collection() == null ? null : states.find(batch.collection(), Collection.class);
        return collection == null ? null : collection.donor().id();
    }

    /** By material: its lot in the lot, several together. */
    private Map<String, String> materials(Known known) {
        Map<String, String> lots = new LinkedHashMap<>();
        Batch batch = known.batch();
        if (batch == null) {
            known.lot().materials().forEach(one -> lots.merge(one.material(), one.lot(), ProcessControl::both));
            return lots;
        }
        for (Batch.MaterialUse use : batch.materials()) {
            MaterialLot lot = states.find(use.lot(), MaterialLot.class);
            if (lot != null) {
                lots.merge(lot.material(), lot.lotNumber(), ProcessControl::both);
            }
        }
        return lots;
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " + " + other;
    }

    private Map<String, LotLine> lotLines() {
        Map<String, LotLine> lines = new LinkedHashMap<>();
        for (Known known : lots) {
            lines.put(
                    known.lot().code(),
                    new LotLine(
                            known.lot().batch(),
                            known.lot().scale(),
                            known.values(),
                            monitoring.plan().attributes().stream()
                                    .map(Attribute::name)
                                    .filter(name -> !known.values().containsKey(name))
                                    .toList()));
        }
        return lines;
    }

    private Series series(String attribute) {
        List<Known> own = lots.stream()
                .filter(known -> known.values().containsKey(attribute))
                .toList();
        return new Series(
                own,
                own.stream()
                        .mapToDouble(known -> number(known.values().get(attribute)))
                        .toArray());
    }

    // --- Attributes ---

    private Line line(Attribute attribute, List<Signal> signals) {
        Series series = series(attribute.name());
        double[] values = series.values();
        SampleSummary summary = SampleSummary.of(values);
        Product.@Nullable Criterion limits = limits(attribute);
        double lsl = number(limits == null ? null : limits.minimum());
        double usl = number(limits == null ? null : limits.maximum());
        outside(attribute.name(), series, lsl, usl, Rule.SPECIFICATION, signals);
        BatchSize size = monitoring.plan().batchSize();
        if (size.attribute().equals(attribute.name())) {
            outside(
                    attribute.name(),
                    series,
                    size.minimum().doubleValue(),
                    size.maximum().doubleValue(),
                    Rule.BATCH_SIZE,
                    signals);
        }
        ControlChart chart = null;
        Capability capability = null;
        ToleranceInterval tolerance = null;
        String fault = null;
        try {
            if (values.length >= 2) {
                chart = maker(attribute, values.length)
                        .chart(
                                series.codes(),
                                Arrays.stream(values)
                                        .mapToObj(value -> new double[] {value})
                                        .toList());
                if (values.length >= monitoring.plan().baselineLots()) {
                    run(attribute, chart, signals);
                }
                tolerance = ToleranceInterval.of(
                        values, COVERAGE, CONFIDENCE, ToleranceInterval.Side.TWO, ToleranceInterval.Method.NORMAL);
                if (!Double.isNaN(lsl) || !Double.isNaN(usl)) {
                    capability = Capability.of(
                            values,
                            chart.sigma(),
                            new Capability.Specification(lsl, usl, Double.NaN),
                            CONFIDENCE,
                            signals.isEmpty());
                }
            }
        } catch (BadInput refused) {
            // lots that do not vary, for instance: what can be computed stands, and the page says why the rest is not
            fault = refused.fault().text(Language.ENGLISH);
        }
        ControlChart.@Nullable Point last =
                chart == null ? null : chart.points().getLast();
        return new Line(
                values.length,
                decimal(summary.mean()),
                decimal(summary.sd()),
                decimal(summary.cvPercent()),
                chart == null ? null : decimal(chart.center()),
                chart == null ? null : decimal(chart.sigma()),
                last == null ? null : decimal(last.lcl()),
                last == null ? null : decimal(last.ucl()),
                decimal(lsl),
                decimal(usl),
                capability == null ? null : decimal(capability.ppk()),
                capability == null ? null : decimal(capability.intervals().ppk().getFirst()),
                capability == null ? null : decimal(capability.intervals().ppk().getLast()),
                tolerance == null ? null : decimal(tolerance.lower()),
                tolerance == null ? null : decimal(tolerance.upper()),
                fault);
    }

    private Product.@Nullable Criterion limits(Attribute attribute) {
        if (product == null) {
            return null;
        }
        return attribute.source() == Source.RELEASE_TEST
                ? product.specification().get(attribute.name())
                : product.processLimits().get(attribute.name());
    }

    private static void outside(
            String attribute, Series series, double least, double most, Rule rule, List<Signal> signals) {
        for (int i = 0; i < series.values().length; i++) {
            if (series.values()[i] < least || series.values()[i] > most) {
                signals.add(new Signal(attribute, series.lots().get(i).lot().code(), rule));
            }
        }
    }

    private static void run(Attribute attribute, ControlChart chart, List<Signal> signals) {
        for (ControlChart.Point point : chart.points()) {
            for (String rule : point.rules()) {
                signals.add(new Signal(attribute.name(), point.label(), rule(attribute, rule)));
            }
        }
    }

    /** The engine calls the rules of a set {@code rule1}, those of sums and averages by what they leave. */
    private static Rule rule(Attribute attribute, String name) {
        String set = switch (attribute.chart()) {
            case EWMA -> "EWMA_";
            case CUSUM -> "CUSUM_";
            case I_MR -> attribute.rules().name() + "_";
        };
        return Rule.valueOf(set + name.replace("rule", "").toUpperCase(Locale.ROOT));
    }

    /** Of the lots of which the group is known by their code; empty where groups do not repeat or nothing varies within them. */
    private static Optional<VarianceShares> shares(Series series, Function<String, @Nullable String> group) {
        List<String> groups = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < series.values().length; i++) {
            String own = group.apply(series.lots().get(i).lot().code());
            if (own != null) {
                groups.add(own);
                values.add(series.values()[i]);
            }
        }
        try {
            return groups.size() < 3
                    ? Optional.empty()
                    : Optional.of(VarianceShares.of(
                            groups, values.stream().mapToDouble(value -> value).toArray(), CONFIDENCE));
        } catch (BadInput notSplit) {
            return Optional.empty(); // one group, or none with two lots: there is nothing to split
        }
    }

    private static Map<String, Level> scales(Series series) {
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        for (int i = 0; i < series.values().length; i++) {
            groups.computeIfAbsent(series.lots().get(i).lot().scale(), unseen -> new ArrayList<>())
                    .add(series.values()[i]);
        }
        Map<String, Level> levels = new LinkedHashMap<>();
        groups.forEach((scale, values) -> {
            SampleSummary summary =
                    SampleSummary.of(values.stream().mapToDouble(value -> value).toArray());
            levels.put(scale, new Level(summary.n(), decimal(summary.mean()), decimal(summary.sd())));
        });
        return levels;
    }

    /** Marked at 5% over all attributes together (Bonferroni): among many attributes one is always out by chance. */
    private Map<String, MaterialEffect> effects(Series series, Map<String, Map<String, String>> materials) {
        Set<String> names = new TreeSet<>();
        series.codes()
                .forEach(code ->
                        names.addAll(materials.getOrDefault(code, Map.of()).keySet()));
        double level = MARKED / monitoring.plan().attributes().size();
        Map<String, MaterialEffect> effects = new LinkedHashMap<>();
        for (String name : names) {
            shares(series, code -> materials.getOrDefault(code, Map.of()).get(name))
                    .ifPresent(found -> {
                        BigDecimal share = decimal(100 * found.donorShare());
                        BigDecimal p = decimal(found.p());
                        if (share != null && p != null) {
                            effects.put(name, new MaterialEffect(found.donors(), share, p, found.p() < level));
                        }
                    });
        }
        return effects;
    }

    /** By the process parameters of the plan that are to act on the attribute. */
    private Map<String, Link> links(String attribute) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Attribute parameter : monitoring.plan().attributes()) {
            if (parameter.role() == MonitoringPlan.Role.PROCESS_PARAMETER
                    && parameter.affects().contains(attribute)) {
                link(parameter.name(), attribute).ifPresent(link -> links.put(parameter.name(), link));
            }
        }
        return links;
    }

    /** {@code r = s_xy / (s_x s_y)}, {@code t = r √((n - 2)/(1 - r²))}; empty where either does not vary or lots are too few. */
    private Optional<Link> link(String parameter, String attribute) {
        List<Known> both = lots.stream()
                .filter(known ->
                        known.values().containsKey(parameter) && known.values().containsKey(attribute))
                .toList();
        double[] x = both.stream()
                .mapToDouble(known -> number(known.values().get(parameter)))
                .toArray();
        double[] y = both.stream()
                .mapToDouble(known -> number(known.values().get(attribute)))
                .toArray();
        int n = x.length;
        SampleSummary first = SampleSummary.of(x);
        SampleSummary second = SampleSummary.of(y);
        if (n < 3 || first.min() == first.max() || second.min() == second.max()) {
            return Optional.empty();
        }
        double products = 0;
        for (int i = 0; i < n; i++) {
            products += (x[i] - first.mean()) * (y[i] - second.mean());
        }
        double covariance = products / (n - 1);
        double r = Math.clamp(covariance / (first.sd() * second.sd()), -1, 1);
        double p = Math.abs(r) == 1 ? 0 : 2 * new StudentT(n - 2).above(Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r)));
        return Optional.of(new Link(
                n,
                new BigDecimal(covariance / (first.sd() * first.sd()), DIGITS),
                new BigDecimal(r, DIGITS),
                new BigDecimal(p, DIGITS)));
    }

    Variation variation() {
        Map<String, String> donors = new LinkedHashMap<>();
        Map<String, Map<String, String>> materials = new LinkedHashMap<>();
        for (Known known : lots) {
            String donor = donor(known);
            if (donor != null) {
                donors.put(known.lot().code(), donor);
            }
            materials.put(known.lot().code(), materials(known));
        }
        Map<String, Sources> sources = new LinkedHashMap<>();
        for (Attribute attribute : monitoring.plan().attributes()) {
            Series series = series(attribute.name());
            Optional<VarianceShares> split = shares(series, donors::get);
            sources.put(
                    attribute.name(),
                    new Sources(
                            (int) series.codes().stream()
                                    .map(donors::get)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count(),
                            split.map(found -> decimal(100 * found.donorShare()))
                                    .orElse(null),
                            split.map(found -> decimal(found.sdProcess())).orElse(null),
                            scales(series),
                            effects(series, materials),
                            links(attribute.name())));
        }
        return new Variation(marked(sources), donors, sources);
    }

    // --- All together ---

    private static boolean isIncapable(Attribute attribute, @Nullable Line line) {
        return attribute.leastPpk() != null
                && line != null
                && line.ppk() != null
                && line.ppk().compareTo(attribute.leastPpk()) < 0;
    }

    private List<String> unbacked(Map<String, Line> lines) {
        if (product == null) {
            return List.of();
        }
        Set<String> backed = new HashSet<>();
        for (Attribute attribute : monitoring.plan().attributes()) {
            Line line = lines.get(attribute.name());
            if (attribute.source() == Source.RELEASE_TEST && line != null && line.toleranceLower() != null) {
                backed.add(attribute.name());
            }
        }
        return product.specification().entrySet().stream()
                .filter(test ->
                        test.getValue().minimum() != null || test.getValue().maximum() != null)
                .map(Map.Entry::getKey)
                .filter(test -> !backed.contains(test))
                .sorted()
                .toList();
    }

    private static List<String> marked(Map<String, Sources> sources) {
        Set<String> marked = new TreeSet<>();
        for (Sources own : sources.values()) {
            own.materials().forEach((name, effect) -> {
                if (effect.marked()) {
                    marked.add(name);
                }
            });
        }
        return List.copyOf(marked);
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, DIGITS) : null;
    }
}
