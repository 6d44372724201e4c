package org.opencgt.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
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

    private final Pages pages;
    private final LineageReading lineage;
    private final SubjectReading subjects;
    private final Naming naming;

    LineagePages(Pages pages, LineageReading lineage, SubjectReading subjects, Naming naming) {
        this.pages = pages;
        this.lineage = lineage;
        this.subjects = subjects;
        this.naming = naming;
    }

    /** A node. */
    public record Node(Shown.Link link, Shown.@Nullable Badge status, boolean here) {}

    /** An edge, in words. */
    public record Step(Shown.Link parent, Shown.Link child, String act, String entry) {}

    /** The family. */
    public record LineageView(
            Shown.Link subject, String area, String direction, List<Node> nodes, List<Step> steps, boolean cut) {}

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
                        graph.cut()));
    }
}
