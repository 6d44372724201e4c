package org.opencgt.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a subject comes from and what became of it, drawn and as a list. */
@Controller
public class LineagePages {

    /** A drawing of more than this is no help; the list and the command line go further. */
    private static final int MOST = 400;

    /** Doses of a recall shown on the page; the table to be downloaded has all. */
    private static final int DOSES = 200;

    /** Kinds of subjects that turn out bad and reach patients. */
    private static final List<String> RECALLED = List.of("material-lot", "donor", "collection", "cell-bank", "batch");

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final LineageReading lineage;
    private final SubjectReading subjects;
    private final Naming naming;

    LineagePages(Pages pages, Vocabulary vocabulary, LineageReading lineage, SubjectReading subjects, Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.lineage = lineage;
        this.subjects = subjects;
        this.naming = naming;
    }

    /** A node. */
    public record Node(Shown.Link link, Shown.@Nullable Badge status, boolean here) {}

    /** An edge, in words. */
    public record Step(Shown.Link parent, Shown.Link child, String act, String entry) {}

    /** A dose to be found again: where it is, and who received it. */
    public record Dose(Shown.Link unit, Shown.@Nullable Badge status, Shown heldAt, List<Shown.Link> recipients) {}

    /**
     * What a recall has to find.
     *
     * @param doses the first of them
     * @param complete false where there are more than were counted
     */
    public record Recall(List<Dose> doses, int doseCount, int recipientCount, boolean complete) {}

    /** The family; {@code recall} only for what may have to be recalled. */
    public record LineageView(
            Shown.Link subject,
            String area,
            String direction,
            List<Node> nodes,
            List<Step> steps,
            boolean cut,
            @Nullable Recall recall) {}

    @GetMapping("/subjects/{kind}/{id}/lineage")
    ModelAndView show(
            Page page,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "both") String direction) {
        var ref = NoSuchPage.ref(kind, id);
        if (subjects.find(ref).isEmpty()) {
            throw new NoSuchPage();
        }
        LineageReading.Direction way = switch (direction) {
            case "up" -> LineageReading.Direction.UP;
            case "down" -> LineageReading.Direction.DOWN;
            default -> LineageReading.Direction.BOTH;
        };
        LineageReading.Graph graph = lineage.around(ref, way, MOST);
        List<String> refs = new ArrayList<>(graph.nodes());
        if (!refs.contains(ref.toString())) {
            refs.add(ref.toString());
        }
        Words words = page.words();
        Map<String, SubjectReading.Standing> states = subjects.findAll(refs);
        Map<String, String> names = new LinkedHashMap<>();
        states.forEach((r, s) -> {
            String name = naming.name(s);
            if (name != null) {
                names.put(r, name);
            }
        });
        List<Node> nodes = refs.stream()
                .map(r -> {
                    SubjectReading.Standing standing = states.get(r);
                    return new Node(
                            SubjectPages.link(r, names, words),
                            standing == null ? null : naming.status(standing, words),
                            r.equals(ref.toString()));
                })
                .toList();
        List<Step> steps = graph.edges().stream()
                .map(e -> new Step(
                        SubjectPages.link(e.parent(), names, words),
                        SubjectPages.link(e.child(), names, words),
                        words.act(e.type()),
                        e.entry()))
                .toList();
        return pages.show(
                page,
                "lineage",
                new LineageView(
                        SubjectPages.link(ref.toString(), names, words),
                        WorkArea.ofKind(kind).orElse(WorkArea.ORGANISATION).slug(),
                        way.name().toLowerCase(Locale.ROOT),
                        nodes,
                        steps,
                        graph.cut(),
                        way != LineageReading.Direction.UP && RECALLED.contains(kind) ? recall(ref, words) : null));
    }

    private Recall recall(Ref<?> ref, Words words) {
        LineageReading.Recall recall = lineage.recall(ref);
        List<LineageReading.Dose> shown = recall.doses().stream().limit(DOSES).toList();
        TreeSet<String> refs = new TreeSet<>();
        shown.forEach(d -> {
            refs.add(d.unit());
            refs.addAll(d.recipients());
        });
        Map<String, SubjectReading.Standing> states = subjects.findAll(refs);
        states.values().forEach(s -> {
            if (s.state().path("heldAt").isString()) {
                refs.add(s.state().path("heldAt").stringValue());
            }
        });
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(words, names, token -> null);
        SubjectDeclaration unit = vocabulary.subject("unit").orElseThrow();
        return new Recall(
                shown.stream()
                        .map(d -> {
                            SubjectReading.Standing standing = states.get(d.unit());
                            return new Dose(
                                    SubjectPages.link(d.unit(), names, words),
                                    standing == null ? null : naming.status(standing, words),
                                    standing == null
                                            ? new Shown.Absent()
                                            : layout.component(unit, "heldAt", standing.state()),
                                    SubjectPages.relatives(d.recipients(), names, words));
                        })
                        .toList(),
                recall.doses().size(),
                recall.recipients().size(),
                recall.complete());
    }

    /** All doses below, for those who have to call: dose, its state, where it is, who received it. */
    @GetMapping("/subjects/{kind}/{id}/recall.csv")
    ResponseEntity<String> csv(@PathVariable String kind, @PathVariable String id) {
        var ref = NoSuchPage.ref(kind, id);
        if (subjects.find(ref).isEmpty()) {
            throw new NoSuchPage();
        }
        LineageReading.Recall recall = lineage.recall(ref);
        Map<String, SubjectReading.Standing> states = subjects.findAll(
                recall.doses().stream().map(LineageReading.Dose::unit).toList());
        StringBuilder out =
                new StringBuilder("\ufeff").append(Csv.line(List.of("unit", "status", "heldAt", "recipients")));
        recall.doses().forEach(d -> {
            SubjectReading.Standing standing = states.get(d.unit());
            out.append(Csv.line(List.of(
                    d.unit(),
                    standing == null ? "" : standing.state().path("status").asString(""),
                    standing == null ? "" : standing.state().path("heldAt").asString(""),
                    String.join(" ", d.recipients()))));
        });
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"recall.csv\"")
                .body(out.toString());
    }
}
