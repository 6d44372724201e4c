package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.assay.BlandAltman;
import org.opencgt.science.assay.Pairs;
import org.opencgt.subject.MethodEvidence;
import org.opencgt.subject.MethodEvidence.Pair;
import org.opencgt.subject.MethodPlan;
import org.opencgt.subject.MethodStudy;
import org.opencgt.subject.MethodStudy.Nature;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A study of an analytical method: verdict, figures against their criteria, difference plot, table of detections; its data as files. */
@Controller
public class MethodPages {

    private static final String KIND = "method-study";
    private static final double LEFT = 80;
    private static final double WIDTH = 600;
    private static final double TOP = 20;
    private static final double HEIGHT = 260;
    private static final double CONFIDENCE = 0.95;

    private final Pages pages;
    private final SubjectReading subjects;
    private final LedgerTables tables;

    MethodPages(Pages pages, SubjectReading subjects, LedgerTables tables) {
        this.pages = pages;
        this.subjects = subjects;
        this.tables = tables;
    }

    /** A figure, as words. */
    public record Row(
            String figure, String n, String estimate, String interval, String bounds, Tone tone, String verdict) {}

    /** A sample in the drawing. */
    public record Dot(double x, double y, String title) {}

    /** A horizontal line of the drawing with its label. */
    public record Level(double y, String label, boolean bias) {}

    /** The difference plot; empty where fewer than three samples were measured by both methods. */
    public record Plot(List<Dot> dots, List<Level> levels, String from, String to) {}

    /** All of the page. */
    public record View(
            Shown.Link study,
            String purpose,
            String methods,
            String plan,
            Tone tone,
            String standing,
            List<Row> rows,
            List<Integer> detections,
            @Nullable Plot plot,
            List<String> files) {}

    @GetMapping("/subjects/method-study/{id}/evidence")
    ModelAndView show(Page page, @PathVariable String id) {
        MethodStudy study = study(id);
        Words words = page.words();
        MethodStudy.Verdict verdict = study.verdict();
        List<Row> rows = new ArrayList<>();
        for (MethodPlan.Criterion criterion : study.plan().criteria()) {
            MethodStudy.Line line =
                    verdict.figures().get(criterion.figure().name().toLowerCase(Locale.ROOT));
            if (line != null) {
                rows.add(row(criterion, line, words));
            }
        }
        MethodEvidence evidence = new MethodEvidence(study.plan(), study.readings());
        int[] detections = evidence.detections(EnumSet.of(Nature.ROUTINE, Nature.SPIKED, Nature.NEGATIVE));
        boolean counted = detections[0] + detections[1] + detections[2] + detections[3] > 0;
        String subject = KIND + ":" + id;
        return pages.show(
                page,
                "method",
                new View(
                        new Shown.Link(subject, id, study.title(), words.kind(KIND)),
                        words.choice(
                                MethodStudy.Purpose.class,
                                study.purpose().name().toLowerCase(Locale.ROOT)),
                        study.test() + ": " + study.method()
                                + (study.referenceMethod() == null ? "" : " / " + study.referenceMethod()),
                        words.of(study.planApproved() == null ? "method.not-approved" : "method.approved"),
                        study.suitable() ? Tone.DONE : Tone.STOPPED,
                        words.of(
                                study.suitable()
                                        ? "method.suitable"
                                        : verdict.met() ? "method.not-concluded" : "method.not-met-yet"),
                        rows,
                        counted ? List.of(detections[0], detections[1], detections[2], detections[3]) : List.of(),
                        plot(evidence.pairs(), words),
                        files(evidence, counted, study)));
    }

    private static List<String> files(MethodEvidence evidence, boolean counted, MethodStudy study) {
        List<String> files = new ArrayList<>();
        if (evidence.pairs().size() > 1) {
            files.add("method-pairs");
        }
        if (counted) {
            files.add("method-agreement");
        }
        if (study.readings().stream().anyMatch(r -> r.nature() == Nature.SPIKED)) {
            files.add(counted ? "method-detections" : "method-levels");
        }
        return files;
    }

    /** Data as the commands of {@code assay} read them. */
    @GetMapping("/subjects/method-study/{id}/evidence/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String table) {
        byte[] file = tables.find(table)
                .filter(found -> found.name().startsWith("method-"))
                .flatMap(found -> found.read(KIND + ":" + id))
                .orElseThrow(NoSuchPage::new)
                .content();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + table + ".csv\"")
                .body(file);
    }

    private MethodStudy study(String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof MethodStudy study)) {
            throw new NoSuchPage();
        }
        return study;
    }

    private static Row row(MethodPlan.Criterion criterion, MethodStudy.Line line, Words words) {
        return new Row(
                words.choice(MethodPlan.Figure.class, criterion.figure().name().toLowerCase(Locale.ROOT)),
                line.n() + " / " + criterion.least(),
                figure(line.estimate(), words),
                line.lower() == null && line.upper() == null
                        ? "–"
                        : figure(line.lower(), words) + " … " + figure(line.upper(), words),
                bounds(criterion, words),
                line.met() ? Tone.DONE : Tone.STOPPED,
                words.of(line.met() ? "method.met" : "method.not-met")
                        + (line.fault() == null ? "" : " · " + words.of("method.fault")));
    }

    private static String bounds(MethodPlan.Criterion criterion, Words words) {
        return (criterion.minimum() == null ? "" : "≥ " + figure(criterion.minimum(), words))
                + (criterion.minimum() == null || criterion.maximum() == null ? "" : " · ")
                + (criterion.maximum() == null ? "" : "≤ " + figure(criterion.maximum(), words));
    }

    /** Differences over means with bias and limits of agreement (Bland and Altman 1986). */
    private static @Nullable Plot plot(List<Pair> pairs, Words words) {
        if (pairs.size() < 3) {
            return null;
        }
        BlandAltman found = BlandAltman.of(
                Pairs.of(
                        pairs.stream().mapToDouble(Pair::reference).toArray(),
                        pairs.stream().mapToDouble(Pair::candidate).toArray()),
                CONFIDENCE);
        double[] means = pairs.stream()
                .mapToDouble(p -> (p.candidate() + p.reference()) / 2)
                .toArray();
        double[] differences =
                pairs.stream().mapToDouble(p -> p.candidate() - p.reference()).toArray();
        double low =
                Math.min(found.lowerLimit(), Arrays.stream(differences).min().orElse(0));
        double high =
                Math.max(found.upperLimit(), Arrays.stream(differences).max().orElse(0));
        double from = Arrays.stream(means).min().orElse(0);
        double to = Arrays.stream(means).max().orElse(1);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            dots.add(new Dot(
                    rounded(LEFT + WIDTH * share(means[i], from, to)),
                    rounded(TOP + HEIGHT * (1 - share(differences[i], low, high))),
                    pairs.get(i).sample() + ": " + figure(number(differences[i]), words)));
        }
        List<Level> levels = new ArrayList<>();
        for (double value : new double[] {found.lowerLimit(), found.bias(), found.upperLimit()}) {
            levels.add(new Level(
                    rounded(TOP + HEIGHT * (1 - share(value, low, high))),
                    figure(number(value), words),
                    value == found.bias()));
        }
        return new Plot(dots, levels, figure(number(from), words), figure(number(to), words));
    }

    private static double share(double value, double low, double high) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value, new MathContext(12));
    }

    /** Four significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(4)).stripTrailingZeros());
    }
}
