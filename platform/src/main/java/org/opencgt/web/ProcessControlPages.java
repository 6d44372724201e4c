package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.act.Subject;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.process.ControlChart;
import org.opencgt.subject.MonitoringPlan;
import org.opencgt.subject.MonitoringPlan.Attribute;
import org.opencgt.subject.ProcessMonitoring;
import org.opencgt.subject.ProcessMonitoring.Answer;
import org.opencgt.subject.ProcessMonitoring.Control;
import org.opencgt.subject.ProcessMonitoring.Line;
import org.opencgt.subject.ProcessMonitoring.LotLine;
import org.opencgt.subject.ProcessMonitoring.Signal;
import org.opencgt.subject.ProcessMonitoring.Sources;
import org.opencgt.subject.ProcessMonitoring.Variation;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Control charts of a product's lots: what they signal and what became of it, capability, sources of variation; lots as files. */
@Controller
public class ProcessControlPages {

    private static final String KIND = "process-monitoring";
    private static final double LEFT = 60;
    private static final double RIGHT = 610;
    private static final double TOP = 16;
    private static final double BOTTOM = 176;
    private static final int LABELS = 8;

    private final Pages pages;
    private final SubjectReading subjects;
    private final LedgerTables tables;

    ProcessControlPages(Pages pages, SubjectReading subjects, LedgerTables tables) {
        this.pages = pages;
        this.subjects = subjects;
        this.tables = tables;
    }

    /** A signal in words. */
    public record SignalRow(
            String attribute, String lot, String rule, String lots, Tone tone, String answer, String conclusion) {}

    /** A lot in a drawing. */
    public record Point(double x, double y, boolean hit, String title, String label) {}

    /** A level in a drawing; dashed where it is no control limit. */
    public record Level(double y, String name, boolean dashed) {}

    /** A chart; {@code beyond} names limits that lie outside the drawing. */
    public record Chart(
            String attribute,
            String type,
            String path,
            List<Point> points,
            List<Level> levels,
            double baselineEnd,
            String beyond) {}

    /** An attribute, as words. */
    public record Row(
            String attribute,
            String n,
            String mean,
            String sd,
            String cv,
            String control,
            String specification,
            String ppk,
            String tolerance,
            String donors,
            Tone tone,
            String verdict) {}

    /** A source of variation, as words. */
    public record Source(String attribute, String source, String lots, String share, String p, Tone tone) {}

    /** A lot with its numbers. */
    public record LotRow(String lot, @Nullable String href, String scale, String donor, List<String> values) {}

    /** All of the page. */
    public record View(
            Shown.Link monitoring,
            Tone tone,
            String verdict,
            String lots,
            List<String> notes,
            List<SignalRow> signals,
            List<Chart> charts,
            List<Row> rows,
            List<Source> sources,
            List<String> attributes,
            List<LotRow> lotRows) {}

    @GetMapping("/subjects/process-monitoring/{id}/control")
    ModelAndView show(Page page, @PathVariable String id) {
        ProcessMonitoring monitoring = monitoring(id);
        Words words = page.words();
        States states = states();
        Control control = monitoring.control(states);
        Variation variation = monitoring.variation(states);
        List<Chart> charts = new ArrayList<>();
        for (Attribute attribute : monitoring.plan().attributes()) {
            Line line = control.attributes().get(attribute.name());
            if (line != null) {
                monitoring
                        .chart(attribute.name(), states)
                        .ifPresent(
                                chart -> charts.add(chart(attribute, line, chart, monitoring.plan(), control, words)));
            }
        }
        return pages.show(
                page,
                "process-control",
                new View(
                        new Shown.Link(KIND + ":" + id, id, monitoring.title(), words.kind(KIND)),
                        control.inControl() ? Tone.DONE : Tone.STOPPED,
                        control.inControl()
                                ? words.of("process-control.in-control")
                                : words.of(
                                        "process-control.open", control.open().size()),
                        words.of(
                                "process-control.lots",
                                control.lots().size(),
                                monitoring.plan().baselineLots()),
                        notes(control, variation, words),
                        control.signals().stream()
                                .map(signal -> signal(signal, monitoring, control, words))
                                .toList(),
                        charts,
                        monitoring.plan().attributes().stream()
                                .map(attribute -> row(attribute, control, variation, words))
                                .toList(),
                        sources(variation, words),
                        List.copyOf(control.attributes().keySet()),
                        control.lots().entrySet().stream()
                                .map(lot -> lot(lot.getKey(), lot.getValue(), control, variation, words))
                                .toList()));
    }

    /** Numbers or limits as the command {@code process monitor} reads them. */
    @GetMapping("/subjects/process-monitoring/{id}/control/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String table) {
        byte[] file = tables.find("process-" + table)
                .flatMap(found -> found.read(KIND + ":" + id))
                .orElseThrow(NoSuchPage::new)
                .content();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + table + ".csv\"")
                .body(file);
    }

    private ProcessMonitoring monitoring(String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null)
                instanceof ProcessMonitoring monitoring)) {
            throw new NoSuchPage();
        }
        return monitoring;
    }

    /** Each state is read once for a page. */
    private States states() {
        Map<Ref<? extends Subject>, Optional<Subject>> read = new HashMap<>();
        return ref -> read.computeIfAbsent(ref, one -> subjects.now(one).map(SubjectReading.Standing::state))
                .orElse(null);
    }

    private static List<String> notes(Control control, Variation variation, Words words) {
        List<String> notes = new ArrayList<>();
        if (!control.baselineComplete()) {
            notes.add(words.of("process-control.baseline-incomplete"));
        }
        if (!control.incapable().isEmpty()) {
            notes.add(words.of("process-control.incapable") + " " + terms(control.incapable(), words));
        }
        if (!control.unbacked().isEmpty()) {
            notes.add(words.of("process-control.unbacked") + " " + terms(control.unbacked(), words));
        }
        if (!variation.markedMaterials().isEmpty()) {
            notes.add(words.of("process-control.marked") + " " + String.join(", ", variation.markedMaterials()));
        }
        return notes;
    }

    private static String terms(List<String> names, Words words) {
        return String.join(", ", names.stream().map(words::term).toList());
    }

    private static SignalRow signal(Signal signal, ProcessMonitoring monitoring, Control control, Words words) {
        Optional<Answer> answer = monitoring.answers().stream()
                .filter(one -> one.signals().contains(signal))
                .reduce((first, second) -> second);
        return new SignalRow(
                words.term(signal.attribute()),
                signal.lot(),
                words.choice(ProcessMonitoring.Rule.class, signal.rule().name().toLowerCase(Locale.ROOT)),
                String.join(", ", pattern(signal, control)),
                answer.isPresent() ? Tone.DONE : Tone.STOPPED,
                answer.map(one -> words.choice(
                                        ProcessMonitoring.Cause.class,
                                        one.cause().name().toLowerCase(Locale.ROOT))
                                + (one.deviation() == null
                                        ? ""
                                        : " · " + one.deviation().id()))
                        .orElse(words.of("process-control.unanswered")),
                answer.map(Answer::conclusion).orElse(""));
    }

    /** The lots that make the pattern, the last one completes it. */
    private static List<String> pattern(Signal signal, Control control) {
        List<String> with = control.lots().entrySet().stream()
                .filter(lot -> lot.getValue().values().containsKey(signal.attribute()))
                .map(Map.Entry::getKey)
                .toList();
        int last = with.indexOf(signal.lot());
        return last < 0
                ? List.of()
                : with.subList(Math.max(0, last + 1 - signal.rule().span()), last + 1);
    }

    // --- Charts ---

    private static Chart chart(
            Attribute attribute, Line line, ControlChart chart, MonitoringPlan plan, Control control, Words words) {
        List<ControlChart.Point> points = chart.points();
        Map<String, Double> levels = new LinkedHashMap<>();
        ControlChart.Point last = points.getLast();
        levels.put(words.of("process-control.ucl"), last.ucl());
        levels.put(words.of("process-control.center"), last.center());
        levels.put(words.of("process-control.lcl"), last.lcl());
        double low = DoubleStream.concat(
                        points.stream().mapToDouble(ControlChart.Point::value), DoubleStream.of(last.lcl()))
                .min()
                .orElse(0);
        double high = DoubleStream.concat(
                        points.stream().mapToDouble(ControlChart.Point::value), DoubleStream.of(last.ucl()))
                .max()
                .orElse(1);
        double span = high > low ? high - low : 1;
        List<Level> drawn = new ArrayList<>();
        List<String> beyond = new ArrayList<>();
        Map<String, BigDecimal> limits = new LinkedHashMap<>();
        if (attribute.chart() == MonitoringPlan.Chart.I_MR) {
            if (line.lsl() != null) {
                limits.put(words.of("process-control.lsl"), line.lsl());
            }
            if (line.usl() != null) {
                limits.put(words.of("process-control.usl"), line.usl());
            }
        }
        double least = low - span / 10;
        double most = high + span / 10;
        // limits of the specification that lie far off would press the lots into a line: they are told instead
        for (BigDecimal limit : limits.values()) {
            if (limit.doubleValue() > low - span && limit.doubleValue() < high + span) {
                least = Math.min(least, limit.doubleValue() - span / 10);
                most = Math.max(most, limit.doubleValue() + span / 10);
            }
        }
        double from = least;
        double reach = most - least;
        limits.forEach((name, limit) -> {
            String text = name + " " + figure(limit, words);
            double y = height(limit.doubleValue(), from, reach);
            if (y >= TOP && y <= BOTTOM) {
                drawn.add(new Level(y, text, true));
            } else {
                beyond.add(text);
            }
        });
        levels.forEach((name, value) ->
                drawn.add(new Level(height(value, from, reach), name + " " + figure(decimal(value), words), false)));
        List<Point> shown = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        int every = Math.ceilDiv(points.size(), LABELS);
        double step = points.size() > 1 ? (RIGHT - LEFT - 20) / (points.size() - 1) : 0;
        for (ControlChart.Point point : points) {
            double x = tenth(LEFT + 10 + step * (point.index() - 1));
            double y = height(point.value(), from, reach);
            List<String> rules = control.signals().stream()
                    .filter(signal -> signal.attribute().equals(attribute.name())
                            && signal.lot().equals(point.label()))
                    .map(signal -> words.choice(
                            ProcessMonitoring.Rule.class, signal.rule().name().toLowerCase(Locale.ROOT)))
                    .toList();
            path.append(path.isEmpty() ? "M" : " L").append(x).append(' ').append(y);
            shown.add(new Point(
                    x,
                    y,
                    !rules.isEmpty(),
                    point.label() + ": " + figure(decimal(point.value()), words)
                            + (rules.isEmpty() ? "" : " · " + String.join("; ", rules)),
                    (points.size() - point.index()) % every == 0 ? point.label() : ""));
        }
        int baseline = Math.min(plan.baselineLots(), points.size());
        return new Chart(
                words.term(attribute.name()),
                words.choice(
                                MonitoringPlan.Chart.class,
                                attribute.chart().name().toLowerCase(Locale.ROOT))
                        + (attribute.chart() == MonitoringPlan.Chart.I_MR
                                ? " · "
                                        + words.choice(
                                                MonitoringPlan.RunRules.class,
                                                attribute.rules().name().toLowerCase(Locale.ROOT))
                                : ""),
                path.toString(),
                shown,
                drawn,
                tenth(LEFT + 10 + step * (baseline - 0.5)),
                String.join(" · ", beyond));
    }

    private static double height(double value, double from, double reach) {
        return tenth(BOTTOM - (BOTTOM - TOP) * (value - from) / reach);
    }

    private static double tenth(double value) {
        return Math.round(10 * value) / 10.0;
    }

    // --- Tables ---

    private static Row row(Attribute attribute, Control control, Variation variation, Words words) {
        Line line = control.attributes().get(attribute.name());
        if (line == null) {
            throw new IllegalStateException("an attribute of the plan has no line: " + attribute.name());
        }
        boolean open =
                control.open().stream().anyMatch(signal -> signal.attribute().equals(attribute.name()));
        boolean incapable = control.incapable().contains(attribute.name());
        return new Row(
                words.term(attribute.name()),
                Integer.toString(line.n()),
                figure(line.mean(), words),
                figure(line.sd(), words),
                line.cvPercent() == null ? "–" : figure(line.cvPercent(), words) + " %",
                span(line.lcl(), line.ucl(), words),
                line.lsl() == null && line.usl() == null
                        ? "–"
                        : (line.lsl() == null ? "" : "≥ " + figure(line.lsl(), words) + " ")
                                + (line.usl() == null ? "" : "≤ " + figure(line.usl(), words)),
                line.ppk() == null
                        ? "–"
                        : figure(line.ppk(), words) + " (" + span(line.ppkLower(), line.ppkUpper(), words) + ")",
                span(line.toleranceLower(), line.toleranceUpper(), words),
                donors(variation.attributes().get(attribute.name()), words),
                open ? Tone.STOPPED : incapable || line.fault() != null ? Tone.ATTENTION : Tone.DONE,
                words.of(
                        open
                                ? "process-control.signal"
                                : incapable
                                        ? "process-control.not-capable"
                                        : line.fault() != null
                                                ? "process-control.not-computed"
                                                : "process-control.quiet"));
    }

    private static String donors(@Nullable Sources sources, Words words) {
        if (sources == null) {
            return "–";
        }
        return sources.donorSharePercent() == null
                ? Integer.toString(sources.donors())
                : sources.donors() + " · " + figure(sources.donorSharePercent(), words) + " %";
    }

    private static List<Source> sources(Variation variation, Words words) {
        List<Source> sources = new ArrayList<>();
        variation.attributes().forEach((name, line) -> {
            line.materials()
                    .forEach((material, effect) -> sources.add(new Source(
                            words.term(name),
                            material,
                            Integer.toString(effect.lots()),
                            figure(effect.sharePercent(), words) + " %",
                            figure(effect.p(), words),
                            effect.marked() ? Tone.ATTENTION : Tone.DONE)));
            line.parameters()
                    .forEach((parameter, link) -> sources.add(new Source(
                            words.term(name),
                            parameter,
                            Integer.toString(link.n()),
                            "r " + figure(link.correlation(), words),
                            figure(link.p(), words),
                            Tone.NONE)));
            if (line.scales().size() > 1) {
                line.scales()
                        .forEach((scale, level) -> sources.add(new Source(
                                words.term(name),
                                scale,
                                Integer.toString(level.n()),
                                figure(level.mean(), words) + " ± " + figure(level.sd(), words),
                                "–",
                                Tone.NONE)));
            }
        });
        return sources;
    }

    private static LotRow lot(String code, LotLine line, Control control, Variation variation, Words words) {
        return new LotRow(
                code,
                line.batch() == null ? null : Page.subject(line.batch().toString()),
                line.scale(),
                variation.donors().getOrDefault(code, "–"),
                control.attributes().keySet().stream()
                        .map(name -> figure(line.values().get(name), words))
                        .toList());
    }

    private static String span(@Nullable BigDecimal from, @Nullable BigDecimal to, Words words) {
        return from == null || to == null ? "–" : figure(from, words) + " … " + figure(to, words);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, MathContext.DECIMAL64) : null;
    }

    /** Four significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(4)).stripTrailingZeros());
    }
}
