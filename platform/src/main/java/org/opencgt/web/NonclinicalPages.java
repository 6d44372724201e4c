package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.NonclinicalPlan;
import org.opencgt.subject.NonclinicalStudy;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the engines find in a study in animals: animals needed, doses without and with effect, groups against control, kinetics. */
@Controller
public class NonclinicalPages {

    private static final String KIND = "nonclinical-study";

    private final Pages pages;
    private final SubjectReading subjects;

    NonclinicalPages(Pages pages, SubjectReading subjects) {
        this.pages = pages;
        this.subjects = subjects;
    }

    /** A table; cells of its rows are texts. */
    public record Rows(String id, String title, List<String> heads, List<List<String>> rows) {}

    /** All of the page. */
    public record View(Shown.Link study, List<String> facts, List<Rows> tables) {}

    @GetMapping("/subjects/nonclinical-study/{id}/nonclinical")
    ModelAndView show(Page page, @PathVariable String id) {
        NonclinicalStudy study = study(id);
        Words words = page.words();
        List<String> facts = new ArrayList<>();
        NonclinicalPlan plan = study.plan();
        if (plan == null) {
            facts.add(words.of("nonclinical.no-plan"));
        } else {
            String doseUnit = " " + plan.doseUnit();
            Integer size = study.groupSize();
            if (size != null) {
                facts.add(words.of("nonclinical.group-size", size));
            }
            BigDecimal needed = study.amountNeeded();
            if (needed != null) {
                facts.add(words.of(
                        "nonclinical.amount",
                        figure(needed, words) + doseUnit,
                        figure(study.amountGiven(), words) + doseUnit));
            }
            int missing = study.missing().size();
            facts.add(missing == 0 ? words.of("nonclinical.complete") : words.of("nonclinical.missing", missing));
            BigDecimal without = study.noEffectDose();
            if (without != null) {
                facts.add(words.of("nonclinical.no-effect-dose", figure(without, words) + doseUnit));
            }
            BigDecimal effective = study.effectiveDose();
            if (effective != null) {
                facts.add(words.of("nonclinical.effective-dose", figure(effective, words) + doseUnit));
            }
        }
        return pages.show(
                page,
                "nonclinical",
                new View(
                        new Shown.Link(KIND + ":" + id, id, study.title(), words.kind(KIND)),
                        facts,
                        List.of(trends(study, words), effects(study, words), fates(study, words))));
    }

    private static Rows trends(NonclinicalStudy study, Words words) {
        return new Rows(
                "trends",
                words.of("nonclinical.trends"),
                heads(words, "endpoint", "tells", "time", "slope", "interval", "p", "without", "lowest"),
                study.trends().stream()
                        .map(t -> List.of(
                                words.term(t.endpoint()),
                                tells(t.tells(), words),
                                figure(t.time(), words),
                                figure(t.slope(), words),
                                span(t.slopeLower(), t.slopeUpper(), words),
                                figure(t.p(), words),
                                figure(t.noEffectDose(), words),
                                figure(t.lowestEffectDose(), words)))
                        .toList());
    }

    private static Rows effects(NonclinicalStudy study, Words words) {
        return new Rows(
                "effects",
                words.of("nonclinical.effects"),
                heads(
                        words,
                        "endpoint",
                        "time",
                        "group",
                        "dose",
                        "animals",
                        "mean",
                        "control",
                        "difference",
                        "interval",
                        "p",
                        "compared"),
                study.effects().stream()
                        .map(e -> List.of(
                                words.term(e.endpoint()),
                                figure(e.time(), words),
                                words.term(e.group()),
                                figure(e.dose(), words),
                                e.animals() + " / " + e.controls(),
                                figure(e.mean(), words),
                                figure(e.controlMean(), words),
                                figure(e.difference(), words),
                                span(e.lower(), e.upper(), words),
                                figure(e.p(), words),
                                words.of(e.fromBaseline() ? "nonclinical.changes" : "nonclinical.values")))
                        .toList());
    }

    private static Rows fates(NonclinicalStudy study, Words words) {
        return new Rows(
                "fates",
                words.of("nonclinical.fates"),
                heads(words, "endpoint", "matrix", "dose", "cmax", "tmax", "auc", "half-life", "last-found", "gone"),
                study.fates().stream()
                        .map(f -> List.of(
                                words.term(f.endpoint()),
                                f.matrix() == null ? "–" : f.matrix(),
                                figure(f.dose(), words),
                                figure(f.cmax(), words),
                                figure(f.tmax(), words),
                                figure(f.auc(), words),
                                figure(f.halfLife(), words),
                                figure(f.lastFound(), words),
                                words.of(f.gone() ? "nonclinical.yes" : "nonclinical.no")))
                        .toList());
    }

    private static List<String> heads(Words words, String... keys) {
        return List.of(keys).stream()
                .map(key -> words.of("nonclinical.head." + key))
                .toList();
    }

    private static String tells(NonclinicalPlan.Tells tells, Words words) {
        return words.choice(NonclinicalPlan.Tells.class, tells.name().toLowerCase(Locale.ROOT));
    }

    private NonclinicalStudy study(String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof NonclinicalStudy study)) {
            throw new NoSuchPage();
        }
        return study;
    }

    private static String span(@Nullable BigDecimal from, @Nullable BigDecimal to, Words words) {
        return from == null || to == null ? "–" : figure(from, words) + " … " + figure(to, words);
    }

    /** Three significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(3)).stripTrailingZeros());
    }
}
