package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.ComparabilityPlan;
import org.opencgt.subject.ComparabilityPlan.Attribute;
import org.opencgt.subject.ComparabilityPlan.Criterion;
import org.opencgt.subject.ProcessChange;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The comparability study of a change: verdict, equivalence bars, attributes; lots and plan as files. */
@Controller
public class ComparabilityPages {

    private static final String KIND = "process-change";
    private static final double MIDDLE = 420;
    private static final double MARGIN = 130;
    private static final double REACH = 2;

    private final Pages pages;
    private final SubjectReading subjects;
    private final LedgerTables tables;

    ComparabilityPages(Pages pages, SubjectReading subjects, LedgerTables tables) {
        this.pages = pages;
        this.subjects = subjects;
        this.tables = tables;
    }

    /** An attribute, as words. */
    public record Row(
            String attribute,
            String criterion,
            String lots,
            String before,
            String after,
            String estimate,
            String interval,
            String margins,
            String inside,
            Tone tone,
            String verdict) {}

    /** An interval in the drawing: margins stand at the same places for all. */
    public record Bar(String attribute, double y, double from, double to, double at, boolean met, String title) {}

    /** All of the page. */
    public record View(
            Shown.Link change,
            boolean planned,
            Tone openTone,
            String open,
            List<String> reasons,
            String lots,
            List<Row> rows,
            List<Bar> bars,
            double lowerMargin,
            double upperMargin) {}

    @GetMapping("/subjects/process-change/{id}/comparability")
    ModelAndView show(Page page, @PathVariable String id) {
        ProcessChange change = change(id);
        Words words = page.words();
        ProcessChange.Verdict verdict = change.verdict();
        ComparabilityPlan plan = change.plan();
        List<Row> rows = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        if (plan != null && verdict != null) {
            for (Attribute attribute : plan.attributes()) {
                ProcessChange.Line line = verdict.attributes().get(attribute.name());
                if (line != null) {
                    rows.add(row(attribute, line, words));
                    bar(attribute, line, 34 + 26.0 * bars.size(), words).ifPresent(bars::add);
                }
            }
            if (verdict.comparable()) {
                reasons.add(words.of("comparability.comparable"));
            }
            if (!verdict.complete()) {
                reasons.add(words.of("comparability.incomplete"));
            }
            if (!verdict.unmet().isEmpty()) {
                reasons.add(words.of("comparability.unmet") + " "
                        + String.join(
                                ", ", verdict.unmet().stream().map(words::term).toList()));
            }
        }
        boolean open = change.opensUse();
        return pages.show(
                page,
                "comparability",
                new View(
                        new Shown.Link(KIND + ":" + id, id, change.title(), words.kind(KIND)),
                        plan != null,
                        open ? Tone.DONE : Tone.STOPPED,
                        words.of(open ? "comparability.open" : "comparability.shut"),
                        reasons,
                        plan == null || verdict == null
                                ? ""
                                : words.of(
                                        "comparability.lots",
                                        verdict.lotsBefore(),
                                        plan.lotsBefore(),
                                        verdict.lotsAfter(),
                                        plan.lotsAfter()),
                        rows,
                        bars,
                        MIDDLE - MARGIN,
                        MIDDLE + MARGIN));
    }

    /** Lots or plan as the command {@code compare study} reads them. */
    @GetMapping("/subjects/process-change/{id}/comparability/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String table) {
        byte[] file = tables.find("comparability-" + table)
                .flatMap(found -> found.read(KIND + ":" + id))
                .orElseThrow(NoSuchPage::new)
                .content();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + table + ".csv\"")
                .body(file);
    }

    private ProcessChange change(String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof ProcessChange change)) {
            throw new NoSuchPage();
        }
        return change;
    }

    private static Row row(Attribute attribute, ProcessChange.Line line, Words words) {
        return new Row(
                words.term(attribute.name()),
                words.choice(Criterion.class, attribute.criterion().name().toLowerCase(Locale.ROOT)),
                line.nBefore() + " / " + line.nAfter(),
                figure(line.meanBefore(), words),
                figure(line.meanAfter(), words),
                figure(line.estimate(), words),
                span(line.lower(), line.upper(), words),
                span(line.marginLower(), line.marginUpper(), words),
                line.insidePercent() == null ? "–" : figure(line.insidePercent(), words) + " %",
                line.met() ? Tone.DONE : Tone.STOPPED,
                words.of(line.met() ? "comparability.met" : "comparability.not-met")
                        + (line.fault() == null ? "" : " · " + words.of("comparability.fault")));
    }

    /** Empty where there is nothing to draw: words, or a criterion that cannot be computed. */
    private static Optional<Bar> bar(Attribute attribute, ProcessChange.Line line, double y, Words words) {
        boolean range = attribute.criterion() == Criterion.QUALITY_RANGE;
        BigDecimal low = range ? line.lower() : line.marginLower();
        BigDecimal high = range ? line.upper() : line.marginUpper();
        BigDecimal at = range ? line.meanAfter() : line.estimate();
        BigDecimal from = range ? at : line.lower();
        BigDecimal to = range ? at : line.upper();
        if (low == null || high == null || at == null || from == null || to == null || low.compareTo(high) >= 0) {
            return Optional.empty();
        }
        boolean log = attribute.criterion() == Criterion.RATIO;
        return Optional.of(new Bar(
                words.term(attribute.name()),
                y,
                place(from, low, high, log),
                place(to, low, high, log),
                place(at, low, high, log),
                line.met(),
                words.term(attribute.name()) + " " + span(from, to, words) + " · " + span(low, high, words)));
    }

    private static double place(BigDecimal value, BigDecimal low, BigDecimal high, boolean log) {
        double lower = log ? Math.log(low.doubleValue()) : low.doubleValue();
        double upper = log ? Math.log(high.doubleValue()) : high.doubleValue();
        double v = log ? Math.log(value.doubleValue()) : value.doubleValue();
        double scaled = 2 * (v - lower) / (upper - lower) - 1;
        return Math.round(10 * (MIDDLE + MARGIN * Math.clamp(scaled, -REACH, REACH))) / 10.0;
    }

    private static String span(@Nullable BigDecimal from, @Nullable BigDecimal to, Words words) {
        return from == null || to == null ? "–" : figure(from, words) + " … " + figure(to, words);
    }

    /** Four significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(4)).stripTrailingZeros());
    }
}
