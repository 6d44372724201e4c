package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.ProductionPlan;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a production plan asks for beside what lots yield, and what its batches load on the site. */
@Controller
public class ProductionPlanPages {

    private static final String KIND = "production-plan";

    private final Pages pages;
    private final SubjectReading subjects;

    ProductionPlanPages(Pages pages, SubjectReading subjects) {
        this.pages = pages;
        this.subjects = subjects;
    }

    /** A number in words. */
    public record Row(String what, String cells) {}

    /** A resource in words. */
    public record LoadRow(String name, String kind, String load, Tone tone, String verdict) {}

    /** All of the page. */
    public record View(
            Shown.Link plan,
            Tone tone,
            String verdict,
            String running,
            @Nullable String growth,
            List<Row> rows,
            String loadsTitle,
            List<LoadRow> loads) {}

    @GetMapping("/subjects/production-plan/{id}/supply")
    ModelAndView show(Page page, @PathVariable String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof ProductionPlan plan)) {
            throw new NoSuchPage();
        }
        Words words = page.words();
        States states =
                other -> subjects.now(other).map(SubjectReading.Standing::state).orElse(null);
        ProductionPlan.Supply supply = plan.supply(states);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.of("production-plan.expected", supply.lots()), figure(supply.expected(), words)));
        rows.add(new Row(words.of("production-plan.per-batch"), figure(supply.perBatch(), words)));
        rows.add(new Row(words.of("production-plan.needed"), figure(supply.needed(), words)));
        rows.add(new Row(words.of("production-plan.offered"), figure(supply.offered(), words)));
        rows.add(new Row(words.of("production-plan.shortfall"), figure(supply.shortfall(), words)));
        return pages.show(
                page,
                "production-plan",
                new View(
                        new Shown.Link(KIND + ":" + id, id, plan.title(), words.kind(KIND)),
                        supply.sufficient() ? Tone.DONE : Tone.STOPPED,
                        verdict(supply, words),
                        words.of(
                                "production-plan.running",
                                plan.running(states),
                                plan.parallel().most()),
                        supply.growthDoses() == null ? null : words.of("production-plan.growth", supply.growthDoses()),
                        rows,
                        words.of("production-plan.loads", plan.parallel().most()),
                        plan.loads().stream().map(load -> load(load, words)).toList()));
    }

    private static String verdict(ProductionPlan.Supply supply, Words words) {
        if (supply.sufficient()) {
            return words.of("production-plan.sufficient");
        }
        BigDecimal shortfall = supply.shortfall();
        if (shortfall == null) {
            return words.of("production-plan.unknown");
        }
        return shortfall.signum() > 0
                ? words.of("production-plan.short", figure(shortfall, words))
                : words.of("production-plan.short-each");
    }

    private static LoadRow load(ProductionPlan.Load load, Words words) {
        return new LoadRow(
                load.name(),
                words.choice(
                        ProductionPlan.Resource.Kind.class, load.kind().name().toLowerCase(Locale.ROOT)),
                load.percent() == null ? "–" : figure(load.percent(), words) + " %",
                load.borne() ? Tone.DONE : Tone.STOPPED,
                words.of(load.borne() ? "production-plan.borne" : "production-plan.not-borne"));
    }

    /** Four significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(4)).stripTrailingZeros());
    }
}
