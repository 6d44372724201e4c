package org.opencgt.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Guideline packs, their clauses, and how a product stands clause by clause. */
@Controller
public class GuidelinePages {

    private static final int ROWS = 100;

    private final Pages pages;
    private final GuidelineReading guidelines;
    private final SubjectReading subjects;
    private final Naming naming;

    GuidelinePages(Pages pages, GuidelineReading guidelines, SubjectReading subjects, Naming naming) {
        this.pages = pages;
        this.guidelines = guidelines;
        this.subjects = subjects;
        this.naming = naming;
    }

    /** A filter and its values with how many clauses each holds. */
    public record Facet(String name, List<FacetValue> values) {}

    /** One value of a filter. */
    public record FacetValue(String word, long count, boolean chosen) {}

    /** The packs and a list of clauses. */
    public record GuidelinesView(
            List<GuidelineReading.Pack> packs,
            String text,
            List<Facet> facets,
            List<GuidelineReading.Clause> clauses,
            long total,
            int page,
            int pageCount) {}

    @GetMapping("/guidelines")
    ModelAndView list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String capability,
            @RequestParam(defaultValue = "") String strength,
            @RequestParam(defaultValue = "") String mechanism,
            @RequestParam(name = "page", defaultValue = "1") String number) {
        List<GuidelineReading.Clause> all = guidelines.clauses();
        String text = q.strip().toLowerCase(Locale.ROOT);
        List<GuidelineReading.Clause> found = all.stream()
                .filter(c -> pack.isEmpty() || c.pack().equals(pack))
                .filter(c -> capability.isEmpty() || c.capability().equals(capability))
                .filter(c -> strength.isEmpty() || c.strength().equals(strength))
                .filter(c -> mechanism.isEmpty() || c.mechanism().equals(mechanism))
                .filter(c -> text.isEmpty() || matches(c, text))
                .toList();
        int pageCount = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int at = number.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(number), 1, pageCount) : 1;
        return pages.show(
                page,
                "guidelines",
                new GuidelinesView(
                        guidelines.packs(),
                        q.strip(),
                        List.of(
                                facet("pack", all, GuidelineReading.Clause::pack, pack),
                                facet("capability", all, GuidelineReading.Clause::capability, capability),
                                facet("strength", all, GuidelineReading.Clause::strength, strength),
                                facet("mechanism", all, GuidelineReading.Clause::mechanism, mechanism)),
                        found.stream().skip((at - 1L) * ROWS).limit(ROWS).toList(),
                        found.size(),
                        at - 1,
                        pageCount));
    }

    private static boolean matches(GuidelineReading.Clause clause, String text) {
        return (clause.id() + "\n" + clause.number() + "\n" + clause.title().en() + "\n"
                        + clause.title().zh() + "\n" + clause.text().en() + "\n"
                        + clause.text().zh())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    private static Facet facet(
            String name,
            List<GuidelineReading.Clause> clauses,
            Function<GuidelineReading.Clause, String> of,
            String chosen) {
        Map<String, Long> counts = clauses.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
        return new Facet(
                name,
                new TreeSet<>(counts.keySet())
                        .stream()
                                .map(w -> new FacetValue(w, counts.getOrDefault(w, 0L), w.equals(chosen)))
                                .toList());
    }

    /** A clause and its pack. */
    public record ClauseView(GuidelineReading.Clause clause, GuidelineReading.Pack pack) {}

    @GetMapping("/guidelines/clauses/{id}")
    ModelAndView clause(Page page, @PathVariable String id) {
        GuidelineReading.Clause clause = guidelines.clause(id).orElseThrow(NoSuchPage::new);
        GuidelineReading.Pack pack = guidelines.packs().stream()
                .filter(p -> p.id().equals(clause.pack()))
                .findFirst()
                .orElseThrow();
        return pages.show(page, "clause", new ClauseView(clause, pack));
    }

    /** How a subject stands, clause by clause. */
    public record StatusView(
            Shown.Link subject,
            String area,
            Map<GuidelineReading.Status, Long> counts,
            String status,
            List<Chapter> chapters) {}

    /** The clauses of one document, with how many stand how. */
    public record Chapter(
            GuidelineReading.Pack pack,
            Map<GuidelineReading.Status, Long> counts,
            List<GuidelineReading.ClauseStatus> rows) {}

    @GetMapping("/subjects/{kind}/{id}/guidelines")
    ModelAndView status(
            Page page,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String status) {
        SubjectReading.Standing standing =
                subjects.find(NoSuchPage.ref(kind, id)).orElseThrow(NoSuchPage::new);
        List<GuidelineReading.ClauseStatus> all = guidelines.status(standing.ref());
        Map<GuidelineReading.Status, Long> counts = counts(all);
        String ref = standing.ref().toString();
        return pages.show(
                page,
                "status",
                new StatusView(
                        SubjectPages.link(ref, naming.names(List.of(ref)), page.words()),
                        WorkArea.ofKind(kind).orElse(WorkArea.ORGANISATION).slug(),
                        counts,
                        status,
                        chapters(all.stream()
                                .filter(s -> status.isEmpty()
                                        || s.status()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(status))
                                .toList())));
    }

    /** How a status is to be taken. */
    public static Tone tone(GuidelineReading.Status status) {
        return switch (status) {
            case MET -> Tone.DONE;
            case NOT_MET -> Tone.STOPPED;
            case UNKNOWN, DUE -> Tone.ATTENTION;
            case NOT_YET, NOT_SERVED, NOT_APPLICABLE -> Tone.NONE;
        };
    }

    private List<Chapter> chapters(List<GuidelineReading.ClauseStatus> rows) {
        List<Chapter> chapters = new ArrayList<>();
        for (GuidelineReading.Pack pack : guidelines.packs()) {
            List<GuidelineReading.ClauseStatus> own = rows.stream()
                    .filter(r -> r.clause().pack().equals(pack.id()))
                    .toList();
            if (!own.isEmpty()) {
                chapters.add(new Chapter(pack, counts(own), own));
            }
        }
        return chapters;
    }

    private static Map<GuidelineReading.Status, Long> counts(List<GuidelineReading.ClauseStatus> rows) {
        Map<GuidelineReading.Status, Long> counts = new EnumMap<>(GuidelineReading.Status.class);
        rows.forEach(s -> counts.merge(s.status(), 1L, Long::sum));
        return counts;
    }
}
