package org.opencgt.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.subject.EnvironmentalAssessment;
import org.opencgt.subject.Fmea;
import org.opencgt.subject.Risk;
import org.opencgt.subject.RiskPlan;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The risk register of a product, a batch (its process), a study or a site: failure modes by risk priority number, risks of the
 * register, the site's plans, and the environmental risk assessment as a matrix.
 */
@Controller
public class RiskPages {

    static final Set<String> KINDS = Set.of("product", "batch", "study", "site");

    private static final int MOST = 500;

    /** Bands of a register's score (1 to 125) and of the environmental score (1 to 16); for the eye alone, no gate uses them. */
    private static final int REGISTER_HIGH = 40;

    private static final int REGISTER_MEDIUM = 15;
    private static final int ENVIRONMENT_HIGH = 9;
    private static final int ENVIRONMENT_MEDIUM = 4;

    private final Pages pages;
    private final SubjectReading subjects;
    private final Vocabulary vocabulary;
    private final Naming naming;

    RiskPages(Pages pages, SubjectReading subjects, Vocabulary vocabulary, Naming naming) {
        this.pages = pages;
        this.subjects = subjects;
        this.vocabulary = vocabulary;
        this.naming = naming;
    }

    /** A number of a scale in its band. */
    public record Priority(int number, String factors, Shown.Badge band) {}

    /** A failure mode. */
    public record Line(
            String hazard,
            String mode,
            String effect,
            String cause,
            Priority before,
            @Nullable Priority after,
            List<String> controls,
            Shown.Link owner,
            List<Shown.Link> links) {}

    /** A risk file. */
    public record File(Shown.Link file, String version, int actionFrom, Review review, List<Line> lines) {}

    /** When it is looked at again. */
    public record Review(String day, Shown.@Nullable Badge badge) {}

    /** A risk of the register. */
    public record Entry(
            Shown.Link risk,
            String factor,
            Shown.Badge stage,
            @Nullable Priority score,
            List<String> measures,
            @Nullable Review review) {}

    /** What a site does about the risks of a stage. */
    public record Step(String stage, String risk, List<String> measures, Shown.@Nullable Link responsible) {}

    /** A site's plan for a product. */
    public record Plan(Shown.Link plan, Shown.Link other, String version, Review review, List<Step> steps) {}

    /** A cell of the matrix: hazards of one degree and probability. */
    public record Cell(int score, Shown.Badge band, List<String> hazards) {}

    /** A degree and its cells in rising probability. */
    public record MatrixRow(String degree, List<Cell> cells) {}

    /** A hazard as assessed. */
    public record Hazard(
            String name,
            @Nullable Priority score,
            @Nullable String consequence,
            @Nullable String basis,
            Shown.Badge accepted) {}

    /** A measure and whether it is in place. */
    public record Measure(
            String kind,
            String measure,
            @Nullable String against,
            Shown.Link owner,
            Shown.Badge state,
            Shown.@Nullable Link evidence) {}

    /** The environmental risk assessment. */
    public record Environment(
            Shown.Link assessment,
            Shown.Badge status,
            @Nullable String exemption,
            List<String> probabilities,
            List<MatrixRow> matrix,
            List<Hazard> hazards,
            List<Measure> measures,
            @Nullable Priority overall,
            @Nullable String conclusion,
            @Nullable Review review) {}

    /** All of the page. */
    public record RegisterView(
            Shown.Link subject,
            String area,
            Shown.@Nullable Link product,
            List<File> files,
            List<Entry> entries,
            List<Plan> plans,
            List<Environment> environments) {

        public boolean empty() {
            return files.isEmpty() && entries.isEmpty() && plans.isEmpty() && environments.isEmpty();
        }
    }

    @GetMapping("/subjects/{kind}/{id}/risks")
    ModelAndView show(Page page, @PathVariable String kind, @PathVariable String id) {
        if (!KINDS.contains(kind)) {
            throw new NoSuchPage();
        }
        SubjectReading.Standing subject =
                subjects.find(NoSuchPage.ref(kind, id)).orElseThrow(NoSuchPage::new);
        return pages.show(page, "risks", new Reading(page, subject).view());
    }

    private final class Reading {

        private final Page page;
        private final SubjectReading.Standing subject;
        private final String ref;
        private final List<SubjectReading.Standing> files;
        private final List<SubjectReading.Standing> risks;
        private final List<SubjectReading.Standing> plans;
        private final List<SubjectReading.Standing> environments;
        private final Map<String, String> names;

        Reading(Page page, SubjectReading.Standing subject) {
            this.page = page;
            this.subject = subject;
            this.ref = subject.ref().toString();
            String kind = subject.ref().kind();
            boolean product = kind.equals("product");
            files = product ? list("fmea", "product") : List.of();
            risks = list("risk", "concerning");
            plans = product || kind.equals("site") ? list("risk-plan", kind) : List.of();
            environments = product ? list("environmental-assessment", "product") : List.of();
            Set<String> refs = new TreeSet<>(Set.of(ref));
            Stream.of(files, risks, plans, environments).flatMap(List::stream).forEach(s -> {
                refs.add(s.ref().toString());
                refs.addAll(Layout.references(
                        vocabulary.subject(s.ref().kind()).orElseThrow().shape(), s.state()));
            });
            String own = subject.state().path("product").asString("");
            if (!own.isEmpty()) {
                refs.add(own);
            }
            names = naming.names(refs);
        }

        private List<SubjectReading.Standing> list(String kind, String component) {
            return subjects.list(kind, new SubjectReading.Query("", Map.of(component, ref), "changed", true, 0, MOST))
                    .rows();
        }

        private <S extends Subject> S read(SubjectReading.Standing standing) {
            return RecordReader.read(
                    vocabulary.subject(standing.ref().kind()).orElseThrow().shape(), standing.state());
        }

        RegisterView view() {
            String own = subject.state().path("product").asString("");
            return new RegisterView(
                    link(ref),
                    WorkArea.ofKind(subject.ref().kind())
                            .orElse(WorkArea.ORGANISATION)
                            .slug(),
                    own.isEmpty() ? null : link(own),
                    files.stream().flatMap(f -> file(f).stream()).toList(),
                    entries(),
                    plans.stream().map(this::plan).toList(),
                    environments.stream().map(this::environment).toList());
        }

        /** Files that were replaced are read on their own pages. */
        private List<File> file(SubjectReading.Standing standing) {
            Fmea fmea = read(standing);
            if (fmea.replacedBy() != null) {
                return List.of();
            }
            List<Line> lines = fmea.rows().stream()
                    .map(row -> line(row, fmea.actionFrom()))
                    .sorted(Comparator.comparingInt((Line l) -> l.before().number())
                            .reversed())
                    .toList();
            return List.of(new File(
                    link(standing.ref().toString()),
                    fmea.version(),
                    fmea.actionFrom(),
                    review(fmea.reviewDue()),
                    lines));
        }

        private Line line(Fmea.Row row, int actionFrom) {
            Fmea.Residual residual = row.residual();
            return new Line(
                    choice("Fmea.Hazard", row.hazard()),
                    row.failureMode(),
                    row.effect(),
                    row.cause(),
                    priority(actionFrom, actionFrom / 2, row.severity(), row.occurrence(), row.detection()),
                    residual == null
                            ? null
                            : priority(
                                    actionFrom,
                                    actionFrom / 2,
                                    residual.severity(),
                                    residual.occurrence(),
                                    residual.detection()),
                    row.controls(),
                    link(row.owner().toString()),
                    row.links().stream().map(r -> link(r.toString())).toList());
        }

        private List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            for (SubjectReading.Standing standing : risks) {
                Risk risk = read(standing);
                Risk.Score score = risk.score();
                entries.add(new Entry(
                        link(standing.ref().toString()),
                        choice("Risk.Factor", risk.factor()),
                        new Shown.Badge(stage(risk.stage()), choice("Risk.Stage", risk.stage())),
                        score == null
                                ? null
                                : priority(
                                        REGISTER_HIGH,
                                        REGISTER_MEDIUM,
                                        score.severity(),
                                        score.probability(),
                                        score.detectability()),
                        risk.measures(),
                        risk.reviewDue() == null ? null : review(risk.reviewDue())));
            }
            entries.sort(Comparator.comparingInt((Entry e) ->
                            e.score() == null ? Integer.MAX_VALUE : e.score().number())
                    .reversed());
            return entries;
        }

        private Plan plan(SubjectReading.Standing standing) {
            RiskPlan plan = read(standing);
            Ref<?> other = subject.ref().kind().equals("site") ? plan.product() : plan.site();
            return new Plan(
                    link(standing.ref().toString()),
                    link(other.toString()),
                    plan.version(),
                    review(plan.reviewDue()),
                    plan.entries().stream()
                            .map(e -> new Step(
                                    choice("RiskPlan.Stage", e.stage()),
                                    e.risk(),
                                    e.measures(),
                                    e.responsible() == null
                                            ? null
                                            : link(e.responsible().toString())))
                            .toList());
        }

        private Environment environment(SubjectReading.Standing standing) {
            EnvironmentalAssessment assessment = read(standing);
            EnvironmentalAssessment.Conclusion conclusion = assessment.conclusion();
            Integer overall = assessment.overall();
            return new Environment(
                    link(standing.ref().toString()),
                    new Shown.Badge(
                            assessment.status() == EnvironmentalAssessment.Status.APPROVED ? Tone.DONE : Tone.ATTENTION,
                            choice("EnvironmentalAssessment.Status", assessment.status())),
                    assessment.exemption(),
                    Stream.of(EnvironmentalAssessment.Probability.values())
                            .map(p -> choice("EnvironmentalAssessment.Probability", p))
                            .toList(),
                    matrix(assessment),
                    assessment.rows().stream()
                            .sorted(Comparator.comparingInt(
                                            (EnvironmentalAssessment.Row r) -> Objects.requireNonNullElse(r.score(), 0))
                                    .reversed())
                            .map(this::hazard)
                            .toList(),
                    assessment.measures().stream().map(this::measure).toList(),
                    overall == null ? null : new Priority(overall, "", environmentBand(overall)),
                    conclusion == null ? null : conclusion.text(),
                    conclusion == null ? null : review(conclusion.reviewDue()));
        }

        /** The gravest degree on top. */
        private List<MatrixRow> matrix(EnvironmentalAssessment assessment) {
            List<MatrixRow> rows = new ArrayList<>();
            for (EnvironmentalAssessment.Degree degree : EnvironmentalAssessment.Degree.values()) {
                List<Cell> cells = new ArrayList<>();
                for (EnvironmentalAssessment.Probability probability : EnvironmentalAssessment.Probability.values()) {
                    int score = (degree.ordinal() + 1) * (probability.ordinal() + 1);
                    cells.add(new Cell(
                            score,
                            environmentBand(score),
                            assessment.rows().stream()
                                    .filter(r -> r.degree() == degree && r.probability() == probability)
                                    .map(r -> choice("EnvironmentalAssessment.Hazard", r.hazard()))
                                    .toList()));
                }
                rows.addFirst(new MatrixRow(choice("EnvironmentalAssessment.Degree", degree), cells));
            }
            return rows;
        }

        private Hazard hazard(EnvironmentalAssessment.Row row) {
            Integer score = row.score();
            String absent = row.notApplicable();
            EnvironmentalAssessment.Degree degree = row.degree();
            EnvironmentalAssessment.Probability probability = row.probability();
            return new Hazard(
                    choice("EnvironmentalAssessment.Hazard", row.hazard()),
                    score == null || degree == null || probability == null
                            ? null
                            : new Priority(
                                    score,
                                    choice("EnvironmentalAssessment.Degree", degree) + " × "
                                            + choice("EnvironmentalAssessment.Probability", probability),
                                    environmentBand(score)),
                    row.consequence(),
                    absent == null ? row.basis() : absent,
                    absent != null
                            ? new Shown.Badge(Tone.NONE, page.t("risks.absent"))
                            : row.acceptable()
                                    ? new Shown.Badge(Tone.DONE, page.t("risks.acceptable"))
                                    : new Shown.Badge(Tone.ATTENTION, page.t("risks.not-acceptable")));
        }

        private Measure measure(EnvironmentalAssessment.Measure measure) {
            LocalDate done = measure.implementedOn();
            EnvironmentalAssessment.Hazard against = measure.against();
            LocalDate today = today();
            return new Measure(
                    choice("EnvironmentalAssessment.MeasureKind", measure.kind()),
                    measure.measure(),
                    against == null ? null : choice("EnvironmentalAssessment.Hazard", against),
                    link(measure.owner().toString()),
                    done != null
                            ? new Shown.Badge(
                                    Tone.DONE,
                                    page.t("risks.in-place", page.words().day(done)))
                            : new Shown.Badge(
                                    measure.due().isBefore(today) ? Tone.STOPPED : Tone.ATTENTION,
                                    page.t("risks.due", page.words().day(measure.due()))),
                    measure.implemented() == null
                            ? null
                            : link(measure.implemented().toString()));
        }

        private Shown.Badge environmentBand(int score) {
            return band(score, ENVIRONMENT_HIGH, ENVIRONMENT_MEDIUM);
        }

        private Priority priority(int high, int medium, int first, int second, int third) {
            int number = first * second * third;
            return new Priority(number, first + " × " + second + " × " + third, band(number, high, medium));
        }

        private Shown.Badge band(int number, int high, int medium) {
            return number >= high
                    ? new Shown.Badge(Tone.STOPPED, page.t("risks.high"))
                    : number >= medium
                            ? new Shown.Badge(Tone.ATTENTION, page.t("risks.medium"))
                            : new Shown.Badge(Tone.DONE, page.t("risks.low"));
        }

        private Review review(LocalDate due) {
            LocalDate today = today();
            return new Review(
                    page.words().day(due),
                    due.isBefore(today)
                            ? new Shown.Badge(Tone.STOPPED, page.t("risks.overdue"))
                            : due.isBefore(today.plusDays(30))
                                    ? new Shown.Badge(Tone.ATTENTION, page.t("risks.soon"))
                                    : null);
        }

        private LocalDate today() {
            return page.now().atZone(page.words().zone()).toLocalDate();
        }

        private String choice(String type, Enum<?> value) {
            String text = page.words().of("choice." + type + "." + value.name().toLowerCase(Locale.ROOT));
            return text.substring(0, 1).toUpperCase(page.words().locale()) + text.substring(1);
        }

        private Shown.Link link(String of) {
            return SubjectPages.link(of, names, page.words());
        }
    }

    private static Tone stage(Risk.Stage stage) {
        return switch (stage) {
            case IDENTIFIED, ASSESSED -> Tone.ATTENTION;
            case CONTROLLED, MONITORED -> Tone.READY;
            case REVIEWED -> Tone.DONE;
        };
    }
}
