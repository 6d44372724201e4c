package org.opencgt.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.SignedIn;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.reading.SubjectReading.Standing;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Thaw and infusion at the bedside: the time that is left, the scans, what is matched, and the next act. */
@Controller
public class BedsidePages {

    /** Components of the instructions that limit the time of use, and the moment from which each counts. */
    private static final List<String> LIMITS = List.of("usableAfterThaw", "usableAfterMixing");

    private static final String CLINIC = "clinic.";

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final Acting acting;
    private final GuidelineReading guidelines;
    private final Naming naming;

    BedsidePages(
            Pages pages,
            Vocabulary vocabulary,
            SubjectReading subjects,
            Acting acting,
            GuidelineReading guidelines,
            Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.acting = acting;
        this.guidelines = guidelines;
        this.naming = naming;
    }

    /**
     * A limit that runs, or ran until the infusion.
     *
     * @param end when it ends
     * @param given when the infusion was finished, null before
     * @param source whose limit it is, in words
     * @param clause that holds to it, null where no rule names it
     */
    public record Limit(
            String title,
            Instant start,
            Instant end,
            @Nullable Instant given,
            String span,
            String source,
            GuidelineReading.@Nullable Clause clause) {

        /** What was left of it when the unit had been given; negative where it was given too late. */
        public Duration left() {
            return Duration.between(given == null ? start : given, end);
        }
    }

    /**
     * A label to be scanned.
     *
     * @param name of the parameter
     * @param scanned text, empty before the scan
     * @param expected reference, null where none is laid down
     * @param tone of the outcome
     */
    public record Scan(
            String name,
            String label,
            String scanned,
            @Nullable String expected,
            Tone tone,
            String note) {}

    /** One of the seven things to be matched. */
    public record Match(String label, Shown ordered, Shown held) {}

    /** The screen. */
    public record BedsideView(
            Shown.Link unit,
            Shown.@Nullable Badge status,
            List<Limit> limits,
            boolean running,
            List<Scan> scans,
            boolean allMatch,
            boolean mismatch,
            List<Match> matches,
            Actions actions) {}

    @GetMapping("/subjects/order/{id}/bedside")
    ModelAndView order(Page page, @PathVariable String id) {
        Standing order = subjects.find(NoSuchPage.ref("order", id)).orElseThrow(NoSuchPage::new);
        String batch = text(order, "batch");
        SubjectReading.Found units =
                subjects.list("unit", new SubjectReading.Query("", Map.of("batch", batch), "id", false, 0, 1));
        return new ModelAndView("redirect:"
                + (batch.isEmpty() || units.rows().isEmpty()
                        ? Page.subject(order.ref().toString())
                        : Page.subject(units.rows().getFirst().ref().toString()) + "/bedside"));
    }

    /** Scans come by POST: the number on a wristband stands in no address. */
    @RequestMapping(
            path = "/subjects/unit/{id}/bedside",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView unit(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String order) {
        Standing bag = subjects.find(NoSuchPage.ref("unit", id)).orElseThrow(NoSuchPage::new);
        Words words = page.words();
        Standing product = read(text(bag, "product")).orElse(null);
        Standing patient = read(text(bag, "recipient")).orElse(null);
        Standing ordered = order(bag, patient).orElse(null);
        List<Scan> scans = List.of(
                scan("unit", unit, bag.ref().toString(), page.reader(), words),
                scan(
                        "recipient",
                        recipient,
                        patient == null ? null : patient.ref().toString(),
                        page.reader(),
                        words),
                scan("order", order, ordered == null ? null : ordered.ref().toString(), page.reader(), words));
        boolean all = scans.stream().allMatch(s -> s.tone() == Tone.DONE);
        List<Limit> limits = limits(bag, product, words);
        boolean running = List.of("thawed", "prepared", "infusing").contains(text(bag, "status"));
        return pages.show(
                page,
                "bedside",
                new BedsideView(
                        SubjectPages.link(
                                bag.ref().toString(),
                                naming.names(List.of(bag.ref().toString())),
                                words),
                        naming.status(bag, words),
                        limits,
                        running,
                        scans,
                        all,
                        scans.stream().anyMatch(s -> s.tone() == Tone.STOPPED),
                        matches(page, bag, product, patient, ordered),
                        actions(page, bag.ref(), scans)));
    }

    private List<Limit> limits(Standing bag, @Nullable Standing product, Words words) {
        if (product == null || !product.state().path("instructions").isObject()) {
            return List.of();
        }
        JsonNode instructions = product.state().path("instructions");
        JsonNode given = inner(bag, "infusion", "finished");
        List<Limit> limits = new ArrayList<>();
        for (String name : LIMITS) {
            JsonNode span = instructions.get(name);
            JsonNode start =
                    name.equals("usableAfterThaw") ? inner(bag, "thawing", "finished") : inner(bag, "mixing", "mixed");
            if (span == null || span.isNull() || start == null) {
                continue;
            }
            Instant from = Instant.parse(start.asString());
            Duration allowed = Duration.parse(span.asString());
            limits.add(new Limit(
                    words.of("bedside.limit." + name),
                    from,
                    from.plus(allowed),
                    given == null ? null : Instant.parse(given.asString()),
                    words.span(allowed),
                    words.of(
                            "bedside.source",
                            naming.called(product),
                            instructions.get("version").asString()),
                    clause(name)));
        }
        limits.sort(java.util.Comparator.comparing(Limit::end));
        return limits;
    }

    /** The first clause whose rule holds acts to the component. */
    private GuidelineReading.@Nullable Clause clause(String component) {
        return guidelines.clauses().stream()
                .filter(c -> c.rules().stream().anyMatch(r -> r.expression().contains("." + component)))
                .findFirst()
                .orElse(null);
    }

    private Scan scan(String name, String scanned, @Nullable String expected, SignedIn reader, Words words) {
        String label = words.of("bedside.scan." + name);
        String text = scanned.strip();
        if (text.isEmpty()) {
            return new Scan(name, label, "", expected, Tone.NONE, words.of("bedside.scan.wait"));
        }
        String found = text.equals(expected)
                ? text
                : subjects.search(text, name, 2, reader).stream()
                        .map(s -> s.ref().toString())
                        .filter(r -> r.equals(expected))
                        .filter(r -> exact(text, r))
                        .findFirst()
                        .orElse(null);
        if (found != null) {
            return new Scan(name, label, text, expected, Tone.DONE, words.of("bedside.scan.match"));
        }
        return new Scan(
                name,
                label,
                text,
                expected,
                Tone.STOPPED,
                expected == null
                        ? words.of("bedside.scan.nothing-expected")
                        : words.of("bedside.scan.mismatch", expected.substring(expected.indexOf(':') + 1)));
    }

    /** Whether the scan is the whole identifier of the reference or the code on its label, not a part of it. */
    private boolean exact(String text, String ref) {
        if (text.equals(ref.substring(ref.indexOf(':') + 1))) {
            return true;
        }
        return read(ref)
                .map(s -> text.equals(text(s, "chainOfIdentity"))
                        || subjects.isSameAs(text(s, "hospitalNumber"), s.ref(), text))
                .orElse(false);
    }

    private List<Match> matches(
            Page page,
            Standing bag,
            @Nullable Standing product,
            @Nullable Standing patient,
            @Nullable Standing ordered) {
        Words words = page.words();
        TreeSet<String> refs = new TreeSet<>();
        for (Standing standing : new Standing[] {bag, product, patient, ordered}) {
            if (standing != null) {
                refs.add(standing.ref().toString());
                refs.addAll(Layout.references(declaration(standing).shape(), standing.state()));
            }
        }
        Layout layout = new Layout(
                words,
                naming.names(refs),
                token -> subjects.reveal(token, page.reader()).orElse(null));
        List<Match> matches = new ArrayList<>();
        matches.add(match(
                "bed",
                component(layout, patient, "room"),
                new Shown.Plain(words.of("bedside.match.door"), "", false),
                words));
        matches.add(match("name", component(layout, patient, "name"), component(layout, bag, "recipient"), words));
        matches.add(match(
                "drug", component(layout, ordered, "product"), within(layout, bag, "label", "productName"), words));
        matches.add(match(
                "dose", component(layout, ordered, "dose"), within(layout, bag, "filling", "functionalCells"), words));
        matches.add(
                match("time", component(layout, ordered, "plannedInfusion"), component(layout, bag, "expires"), words));
        matches.add(match(
                "concentration",
                within(layout, bag, "filling", "concentration"),
                within(layout, bag, "label", "concentration"),
                words));
        JsonNode instructions = product == null ? null : product.state().get("instructions");
        List<Shown> routes = new ArrayList<>();
        if (instructions != null && instructions.isObject()) {
            instructions.get("routes").forEach(r -> routes.add(new Shown.Plain(words.term(r.asString()), "", false)));
        }
        matches.add(match("usage", component(layout, ordered, "route"), new Shown.Many(routes), words));
        matches.add(match(
                "identity",
                component(layout, patient, "chainOfIdentity"),
                component(layout, bag, "chainOfIdentity"),
                words));
        return matches;
    }

    private static Match match(String name, Shown ordered, Shown held, Words words) {
        return new Match(words.of("bedside.match." + name), ordered, held);
    }

    private Shown component(Layout layout, @Nullable Standing standing, String name) {
        return standing == null ? new Shown.Absent() : layout.component(declaration(standing), name, standing.state());
    }

    private Shown within(Layout layout, Standing standing, String outer, String name) {
        return layout.within(declaration(standing), outer, name, standing.state());
    }

    private SubjectDeclaration declaration(Standing standing) {
        return vocabulary.subject(standing.ref().kind()).orElseThrow();
    }

    /** The order of this patient that names the unit's batch or its product. */
    private Optional<Standing> order(Standing bag, @Nullable Standing patient) {
        if (patient == null) {
            return Optional.empty();
        }
        List<Standing> orders = subjects.list(
                        "order",
                        new SubjectReading.Query(
                                "", Map.of("recipient", patient.ref().toString()), "changed", true, 0, 20))
                .rows();
        return orders.stream()
                .filter(o -> text(o, "batch").equals(text(bag, "batch")))
                .findFirst()
                .or(() -> orders.stream()
                        .filter(o -> text(o, "product").equals(text(bag, "product")))
                        .findFirst());
    }

    /** The acts of the clinic that concern the unit; what was scanned goes along into their forms. */
    private Actions actions(Page page, Ref<?> ref, List<Scan> scans) {
        Map<String, String> given = new LinkedHashMap<>();
        scans.stream()
                .filter(s -> s.tone() == Tone.DONE && s.expected() != null)
                .forEach(s -> given.put(s.name(), String.valueOf(s.expected())));
        StringBuilder query = new StringBuilder();
        given.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(UriUtils.encode(value, "UTF-8")));
        List<Acting.Possible> here = acting.possible(ref, page.reader()).stream()
                .filter(p -> p.type().startsWith(CLINIC) && p.mine())
                .toList();
        return Actions.of(here, vocabulary, page.words(), ref.toString(), query.toString());
    }

    private Optional<Standing> read(String ref) {
        return ref.isEmpty() ? Optional.empty() : subjects.find(Ref.parse(ref));
    }

    private static String text(Standing standing, String name) {
        JsonNode value = standing.state().get(name);
        return value == null || !value.isString() ? "" : value.asString();
    }

    private static @Nullable JsonNode inner(Standing standing, String outer, String name) {
        JsonNode value = standing.state().get(outer);
        JsonNode found = value == null ? null : value.get(name);
        return found == null || found.isNull() ? null : found;
    }
}
