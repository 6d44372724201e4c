package org.opencgt.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** Where materials went, both ways: from a lot or a material to batches, from a batch to its lots. */
@Controller
public class WhereUsedPages {

    /** Relatives, and lots of a material, that the page lists. */
    private static final int MOST = 200;

    private static final String LOT = "material-lot:";
    private static final String BATCH = "batch:";
    private static final String UNIT = "unit:";

    private final Pages pages;
    private final SubjectReading subjects;
    private final LineageReading lineage;
    private final Naming naming;

    WhereUsedPages(Pages pages, SubjectReading subjects, LineageReading lineage, Naming naming) {
        this.pages = pages;
        this.subjects = subjects;
        this.lineage = lineage;
        this.naming = naming;
    }

    /**
     * A use of a lot in a batch.
     *
     * @param step and what follows: absent where the lot went into a container or a step that names no amount
     */
    public record Use(
            Shown.Link lot,
            Shown.@Nullable Badge lotStatus,
            Shown.Link batch,
            Shown.@Nullable Badge batchStatus,
            @Nullable String step,
            @Nullable String quantity,
            @Nullable String at) {}

    /** A line of a bill of materials. */
    public record Line(
            Shown.Link item, Shown.@Nullable Badge status, Shown.Link product, String steps, String function) {}

    /** The page; {@code recipients} is -1 where it is not asked. */
    public record WhereUsedView(
            Shown.Link subject, String area, List<Use> uses, List<Line> lines, int doses, int recipients) {}

    private record Raw(
            String lot,
            String batch,
            @Nullable String step,
            @Nullable String quantity,
            @Nullable String at) {}

    @GetMapping("/subjects/{kind:material-lot|material|batch}/{id}/where-used")
    ModelAndView show(Page page, @PathVariable String kind, @PathVariable String id) {
        SubjectReading.Standing self = subjects.find(NoSuchPage.ref(kind, id)).orElseThrow(NoSuchPage::new);
        String ref = self.ref().toString();
        List<Raw> raw = switch (kind) {
            case "batch" -> ofBatch(ref, self.state(), page.words());
            case "material-lot" -> ofLot(ref, self.state(), page.words());
            default ->
                lots(ref).stream()
                        .flatMap(lot -> ofLot(lot.ref().toString(), lot.state(), page.words()).stream())
                        .toList();
        };
        Map<String, SubjectReading.Standing> items =
                subjects.findAll(texts(self.state().path("uses")));
        TreeSet<String> refs = new TreeSet<>(Set.of(ref));
        raw.forEach(r -> refs.addAll(List.of(r.lot(), r.batch())));
        items.forEach((item, standing) -> {
            refs.add(item);
            refs.add(standing.state().path("product").asString());
        });
        Map<String, SubjectReading.Standing> states = subjects.findAll(refs);
        Map<String, String> names = naming.names(refs);
        boolean batch = kind.equals("batch");
        List<LineageReading.Recall> reached = batch
                ? List.of()
                : Stream.concat(
                                kind.equals("material") ? Stream.<String>empty() : Stream.of(ref),
                                raw.stream().map(Raw::lot))
                        .distinct()
                        .map(lot -> lineage.recall(Ref.parse(lot)))
                        .toList();
        return pages.show(
                page,
                "where-used",
                new WhereUsedView(
                        SubjectPages.link(ref, names, page.words()),
                        batch ? WorkArea.BATCHES.slug() : WorkArea.MATERIALS.slug(),
                        raw.stream()
                                .map(r -> new Use(
                                        SubjectPages.link(r.lot(), names, page.words()),
                                        status(states, r.lot(), page.words()),
                                        SubjectPages.link(r.batch(), names, page.words()),
                                        status(states, r.batch(), page.words()),
                                        r.step(),
                                        r.quantity(),
                                        r.at()))
                                .toList(),
                        lines(items, names, page.words()),
                        count(reached.stream().flatMap(r -> r.doses().stream().map(LineageReading.Dose::unit))),
                        batch ? -1 : count(reached.stream().flatMap(r -> r.recipients().stream()))));
    }

    private static int count(Stream<?> some) {
        return (int) some.distinct().count();
    }

    private Shown.@Nullable Badge status(Map<String, SubjectReading.Standing> states, String ref, Words words) {
        SubjectReading.Standing standing = states.get(ref);
        return standing == null ? null : naming.status(standing, words);
    }

    private List<SubjectReading.Standing> lots(String material) {
        return subjects
                .list(
                        "material-lot",
                        new SubjectReading.Query(
                                material.substring(material.indexOf(':') + 1), Map.of(), "changed", true, 0, MOST))
                .rows()
                .stream()
                .filter(s -> s.state().path("definition").asString("").equals(material))
                .toList();
    }

    /** The batches below a lot; a container's lot reaches its batch through the unit. */
    private List<Raw> ofLot(String lot, JsonNode state, Words words) {
        Map<String, SubjectReading.Standing> below =
                subjects.findAll(lineage.near(Ref.parse(lot), MOST).children());
        Set<String> batches = new LinkedHashSet<>();
        below.forEach((ref, standing) -> {
            if (ref.startsWith(BATCH)) {
                batches.add(ref);
            } else if (ref.startsWith(UNIT)) {
                batches.add(standing.state().path("batch").asString());
            }
        });
        List<Raw> uses = new ArrayList<>();
        subjects.findAll(batches).forEach((ref, batch) -> {
            List<Raw> here = named(ref, batch.state(), words).stream()
                    .filter(r -> r.lot().equals(lot))
                    .map(r -> measured(r, state))
                    .toList();
            uses.addAll(here.isEmpty() ? List.of(new Raw(lot, ref, null, null, null)) : here);
        });
        return uses;
    }

    private List<Raw> ofBatch(String batch, JsonNode state, Words words) {
        List<Raw> uses = new ArrayList<>(named(batch, state, words));
        Collection<String> parents =
                new LinkedHashSet<>(lineage.near(Ref.parse(batch), MOST).parents());
        texts(state.path("units"))
                .forEach(unit ->
                        parents.addAll(lineage.near(Ref.parse(unit), MOST).parents()));
        parents.stream()
                .filter(p -> p.startsWith(LOT)
                        && uses.stream().noneMatch(u -> u.lot().equals(p)))
                .map(lot -> new Raw(lot, batch, null, null, null))
                .toList()
                .forEach(uses::add);
        Map<String, SubjectReading.Standing> lots =
                subjects.findAll(uses.stream().map(Raw::lot).toList());
        return uses.stream()
                .map(u -> {
                    SubjectReading.Standing lot = lots.get(u.lot());
                    return lot == null ? u : measured(u, lot.state());
                })
                .toList();
    }

    /** What the batch itself says of its materials. */
    private static List<Raw> named(String batch, JsonNode state, Words words) {
        List<Raw> uses = new ArrayList<>();
        state.path("materials")
                .forEach(m -> uses.add(new Raw(
                        m.path("lot").asString(),
                        batch,
                        words.of("choice.Batch.ProcessStep." + m.path("step").asString()),
                        words.number(m.path("quantity").decimalValue()),
                        words.time(java.time.Instant.parse(m.path("at").asString())))));
        return uses;
    }

    private static Raw measured(Raw use, JsonNode lot) {
        return use.quantity() == null
                ? use
                : new Raw(
                        use.lot(),
                        use.batch(),
                        use.step(),
                        use.quantity() + " " + Words.unit(lot.path("unit").asString("")),
                        use.at());
    }

    private List<Line> lines(Map<String, SubjectReading.Standing> items, Map<String, String> names, Words words) {
        return items.entrySet().stream()
                .map(e -> {
                    JsonNode state = e.getValue().state();
                    return new Line(
                            SubjectPages.link(e.getKey(), names, words),
                            naming.status(e.getValue(), words),
                            SubjectPages.link(state.path("product").asString(), names, words),
                            String.join(
                                    ", ",
                                    texts(state.path("steps")).stream()
                                            .map(s -> words.of("choice.Batch.ProcessStep." + s))
                                            .toList()),
                            state.path("function").asString(""));
                })
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asString()));
        return texts;
    }
}
