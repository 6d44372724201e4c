package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.report.Block;
import org.opencgt.subject.StabilityStudy;
import org.opencgt.subject.StabilityStudy.ConditionRole;
import org.opencgt.subject.StabilityStudy.PlannedTest;
import org.opencgt.subject.StabilityStudy.StudyCondition;
import org.opencgt.subject.StabilityStudy.Supported;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a study of stability bears now: shelf life, lines with their limits for each test, results; those of a test as a file. */
@Controller
public class StabilityPages {

    private static final String KIND = "stability-study";

    private final Pages pages;
    private final SubjectReading subjects;
    private final LedgerTables tables;

    StabilityPages(Pages pages, SubjectReading subjects, LedgerTables tables) {
        this.pages = pages;
        this.subjects = subjects;
        this.tables = tables;
    }

    /**
     * A test with numbers.
     *
     * @param blocks what the report of its shelf life says first, and the figure
     * @param problem why there is no line; empty where there is one
     */
    public record Test(String name, String title, List<Block> blocks, String problem) {}

    /** A row of results: one batch at one condition and time. */
    public record Row(String batch, String condition, String time, List<Cell> cells) {}

    /** A result, or a dash. */
    public record Cell(String text, boolean failed) {}

    /** How a test changes under a condition. */
    public record Sensitivity(
            String condition, String test, int results, String rate, String interval, Tone tone, String verdict) {}

    /** All of the page. */
    public record View(
            Shown.Link study,
            Shown.Link product,
            Tone tone,
            String verdict,
            List<Block.Fact> facts,
            List<Test> tests,
            List<Sensitivity> sensitivities,
            List<String> columns,
            List<Row> rows) {}

    @GetMapping("/subjects/stability-study/{id}/stability")
    ModelAndView show(Page page, @PathVariable String id) {
        StabilityStudy study = study(id);
        Words words = page.words();
        Supported supported = study.supported();
        return pages.show(
                page,
                "stability",
                new View(
                        new Shown.Link(KIND + ":" + id, id, study.title(), words.kind(KIND)),
                        new Shown.Link(
                                study.product().toString(), study.product().id(), null, words.kind("product")),
                        supported == null || !study.failing().isEmpty() ? Tone.ATTENTION : Tone.DONE,
                        supported == null
                                ? words.of("stability.nothing-yet")
                                : words.of(
                                        "stability.supported",
                                        time(study, supported.value(), words),
                                        supported.limitedBy().equals(StabilityStudy.COVERED)
                                                ? words.of("stability.covered")
                                                : words.term(supported.limitedBy())),
                        facts(study, words),
                        study.design().tests().stream()
                                .filter(PlannedTest::numeric)
                                .map(test -> test(study, test, words))
                                .toList(),
                        study.changes().stream()
                                .map(change -> sensitivity(study, change, words))
                                .toList(),
                        study.design().tests().stream()
                                .map(test -> words.term(test.name()))
                                .toList(),
                        rows(study, words)));
    }

    /** The results of a test as the command {@code stability shelf-life} reads them. */
    @GetMapping("/subjects/stability-study/{id}/stability/{test}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable String test) {
        byte[] file = tables.find("stability-results")
                .flatMap(found -> found.read(KIND + ":" + id + "/" + test))
                .orElseThrow(NoSuchPage::new)
                .content();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + id + "-" + test + ".csv\"")
                .body(file);
    }

    private StabilityStudy study(String id) {
        Ref<?> ref = NoSuchPage.ref(KIND, id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof StabilityStudy study)) {
            throw new NoSuchPage();
        }
        return study;
    }

    private static List<Block.Fact> facts(StabilityStudy study, Words words) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                words.of("stability.claim"), time(study, study.design().claim(), words)));
        facts.add(new Block.Fact(words.of("stability.conforming"), time(study, study.conforming(), words)));
        for (StudyCondition condition : study.design().conditions()) {
            facts.add(new Block.Fact(
                    role(condition, words),
                    condition.code() + " · " + words.number(condition.minimum()) + " … "
                            + words.number(condition.maximum()) + " °C"));
        }
        for (StabilityStudy.ExcursionBand band : study.bands()) {
            facts.add(new Block.Fact(
                    words.of("stability.band"),
                    words.of(
                            "stability.band.bears",
                            words.number(band.from()),
                            words.number(band.to()),
                            words.number(band.hours()),
                            band.count())));
        }
        if (study.nextPull() != null) {
            facts.add(new Block.Fact(words.of("stability.next-pull"), words.time(study.nextPull())));
        }
        if (!study.failing().isEmpty()) {
            facts.add(new Block.Fact(
                    words.of("stability.failing"),
                    String.join(", ", study.failing().stream().map(words::term).toList())));
        }
        return facts;
    }

    private static Test test(StabilityStudy study, PlannedTest test, Words words) {
        String unit = test.criterion().unit();
        String title = words.term(test.name()) + (unit == null ? "" : " · " + unit);
        Language language = Language.of(words.locale().toLanguageTag());
        try {
            List<Block> blocks = study.fitted(test).in(language).sections().stream()
                    .limit(2) // what was found, and the figure
                    .flatMap(section -> section.blocks().stream())
                    .toList();
            return new Test(test.name(), title, blocks, "");
        } catch (BadInput bad) {
            return new Test(test.name(), title, List.of(), bad.fault().text(language));
        }
    }

    private static Sensitivity sensitivity(StabilityStudy study, StabilityStudy.Change change, Words words) {
        String key = change.outside()
                ? "stability.outside"
                : change.rate() == null
                        ? "stability.rate-unknown"
                        : change.sensitive() ? "stability.sensitive" : "stability.insensitive";
        Tone tone = change.outside()
                ? Tone.STOPPED
                : change.rate() == null ? Tone.NONE : change.sensitive() ? Tone.ATTENTION : Tone.DONE;
        return new Sensitivity(
                condition(study, change.condition(), words),
                words.term(change.test()),
                change.results(),
                figure(change.rate(), words),
                change.rate() == null
                        ? "–"
                        : figure(change.rateLower(), words) + " … " + figure(change.rateUpper(), words),
                tone,
                words.of(key));
    }

    private static String condition(StabilityStudy study, String code, Words words) {
        return study.design().conditions().stream()
                .filter(condition -> condition.code().equals(code))
                .findFirst()
                .map(condition -> role(condition, words))
                .orElse(code);
    }

    private static List<Row> rows(StabilityStudy study, Words words) {
        List<Row> rows = new ArrayList<>();
        study.results().stream()
                .map(result -> List.of(result.batch(), result.condition(), result.time()))
                .distinct()
                .forEach(key -> {
                    List<Cell> cells = new ArrayList<>();
                    for (PlannedTest test : study.design().tests()) {
                        cells.add(study.results().stream()
                                .filter(result -> result.test().equals(test.name())
                                        && key.equals(List.of(result.batch(), result.condition(), result.time())))
                                .findFirst()
                                .map(result -> new Cell(
                                        result.value() != null
                                                ? words.number(result.value())
                                                : words.term(String.valueOf(result.words())),
                                        !study.meets(result)))
                                .orElse(new Cell("–", false)));
                    }
                    rows.add(new Row(
                            (String) key.get(0),
                            condition(study, (String) key.get(1), words),
                            figure((BigDecimal) key.get(2), words),
                            cells));
                });
        return rows;
    }

    private static String role(StudyCondition condition, Words words) {
        return words.choice(ConditionRole.class, condition.role().name().toLowerCase(Locale.ROOT));
    }

    private static String time(StabilityStudy study, BigDecimal time, Words words) {
        return figure(time, words) + " "
                + words.choice(
                        StabilityStudy.TimeUnit.class,
                        study.design().unit().name().toLowerCase(Locale.ROOT));
    }

    /** Four significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new MathContext(4)).stripTrailingZeros());
    }
}
