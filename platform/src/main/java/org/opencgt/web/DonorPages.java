package org.opencgt.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** The donor panel: which tests a donor needs and why, what each found, and what is to be done next. */
@Controller
public class DonorPages {

    /** Collections of one donor that are looked at. */
    private static final int COLLECTIONS = 50;

    private static final Set<String> CORD = Set.of("umbilical_cord", "cord_blood", "placenta");

    private final Pages pages;
    private final SubjectReading subjects;
    private final LineageReading lineage;
    private final Naming naming;

    DonorPages(Pages pages, SubjectReading subjects, LineageReading lineage, Naming naming) {
        this.pages = pages;
        this.subjects = subjects;
        this.lineage = lineage;
        this.naming = naming;
    }

    /**
     * One marker.
     *
     * @param reasons why it is tested; empty: it need not be, but was
     * @param second of the second sample; null where none is asked for
     * @param due when the second sample may be taken at the earliest
     */
    public record Row(
            String marker,
            List<String> reasons,
            Shown.@Nullable Badge result,
            @Nullable String tier,
            Shown.@Nullable Badge cordBlood,
            Shown.@Nullable Badge second,
            @Nullable String due) {}

    /**
     * A step on the way to a usable donation.
     *
     * @param act what does it; null where it is done
     */
    public record Step(
            String title,
            String why,
            Shown.Badge state,
            @Nullable String act) {}

    /** The panel; {@code programme} is null where the donor comes under none. */
    public record PanelView(
            Shown.Link donor,
            Shown.@Nullable Badge eligibility,
            Shown.@Nullable Link programme,
            List<String> traits,
            List<Row> rows,
            boolean cord,
            boolean second,
            int missing,
            List<Step> steps) {}

    @GetMapping("/subjects/donor/{id}/panel")
    ModelAndView panel(Page page, @PathVariable String id) {
        SubjectReading.Standing donor =
                subjects.find(NoSuchPage.ref("donor", id)).orElseThrow(NoSuchPage::new);
        JsonNode state = donor.state();
        String ref = donor.ref().toString();
        String programmeRef = state.path("programme").asString("");
        JsonNode programme = programmeRef.isEmpty()
                ? state.path("programme").path("none")
                : Optional.ofNullable(subjects.findAll(List.of(programmeRef)).get(programmeRef))
                        .map(s -> (JsonNode) s.state())
                        .orElseThrow(NoSuchPage::new);
        boolean autologous = state.path("autologous").asBoolean();
        Optional<Instant> collected = collected(ref);
        List<Row> rows = rows(page, state, programme, autologous, collected);
        boolean cord = CORD.contains(state.path("intendedRoute").asString(""));
        int missing = (int) rows.stream()
                .filter(r -> !r.reasons().isEmpty() && r.result() == null)
                .count();
        Words words = page.words();
        Map<String, String> names = naming.names(programmeRef.isEmpty() ? List.of(ref) : List.of(ref, programmeRef));
        String decision = state.path("eligibility").path("decision").asString("");
        return pages.show(
                page,
                "donor-panel",
                new PanelView(
                        SubjectPages.link(ref, names, words),
                        decision.isEmpty()
                                ? null
                                : new Shown.Badge(
                                        Tone.of("donor", decision), words.of("choice.Donor.Decision." + decision)),
                        programmeRef.isEmpty() ? null : SubjectPages.link(programmeRef, names, words),
                        texts(state.path("traits")).stream()
                                .map(t -> trait(page, t))
                                .toList(),
                        rows,
                        cord,
                        rows.stream().anyMatch(r -> r.second() != null),
                        missing,
                        steps(page, ref, state, programme, autologous, cord, missing, rows)));
    }

    /** The last time at which cells of the donor were taken. */
    private Optional<Instant> collected(String donor) {
        List<String> collections = lineage.near(org.opencgt.act.Ref.parse(donor), COLLECTIONS).children().stream()
                .filter(r -> r.startsWith("collection:"))
                .toList();
        return subjects.findAll(collections).values().stream()
                .map(s -> s.state().path("collected").asString(""))
                .filter(t -> !t.isEmpty())
                .map(Instant::parse)
                .max(Instant::compareTo);
    }

    private static List<Row> rows(
            Page page, JsonNode donor, JsonNode programme, boolean autologous, Optional<Instant> collected) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        texts(programme.path("panel"))
                .forEach(m -> reasons.computeIfAbsent(m, k -> new ArrayList<>()).add(page.t("donor.panel.basic")));
        List<String> traits = texts(donor.path("traits"));
        programme.path("addedTests").forEach(t -> {
            String why = t.path("trait").asString("");
            if (traits.contains(why)) {
                reasons.computeIfAbsent(t.path("marker").asString(""), k -> new ArrayList<>())
                        .add(trait(page, why));
            }
        });
        donor.path("screening").path("results").propertyNames().forEach(m -> reasons.putIfAbsent(m, List.of()));
        List<Row> rows = new ArrayList<>();
        reasons.forEach((marker, why) -> {
            Duration window = autologous ? null : window(programme, marker);
            rows.add(new Row(
                    page.words().of("choice.ScreenDonor.Marker." + marker),
                    List.copyOf(why),
                    result(page, donor.path("screening"), marker),
                    tier(page, donor, marker),
                    result(page, donor.path("cordBlood"), marker),
                    window == null
                            ? null
                            : Optional.ofNullable(result(page, donor.path("rescreening"), marker))
                                    .orElse(new Shown.Badge(Tone.NONE, page.t("donor.panel.waiting"))),
                    window == null
                            ? null
                            : collected
                                    .map(c -> page.words()
                                            .day(c.plus(window)
                                                    .atZone(page.words().zone())
                                                    .toLocalDate()))
                                    .orElse(null)));
        });
        return rows;
    }

    private static @Nullable Duration window(JsonNode programme, String marker) {
        for (JsonNode window : programme.path("windows")) {
            if (window.path("marker").asString("").equals(marker)
                    && window.path("control").asString("").equals("second_sample")) {
                return Duration.parse(window.path("length").asString(""));
            }
        }
        return null;
    }

    private static Shown.@Nullable Badge result(Page page, JsonNode screening, String marker) {
        String word = screening.path("results").path(marker).asString("");
        if (word.isEmpty()) {
            return null;
        }
        Tone tone = switch (word) {
            case "non_reactive" -> Tone.DONE;
            case "reactive" -> Tone.STOPPED;
            default -> Tone.ATTENTION;
        };
        return new Shown.Badge(tone, page.words().of("choice.ScreenDonor.Outcome." + word));
    }

    private static @Nullable String tier(Page page, JsonNode donor, String marker) {
        String tier =
                donor.path("screening").path("kits").path(marker).path("tier").asString("");
        return tier.isEmpty() ? null : page.words().of("choice.Donor.Tier." + tier);
    }

    /** A trait in words: {@code region:BR} is a stay there. */
    static String trait(Page page, String trait) {
        int colon = trait.indexOf(':');
        String word = colon < 0 ? trait : trait.substring(colon + 1);
        return switch (colon < 0 ? "" : trait.substring(0, colon)) {
            case "region" -> page.t("donor.panel.trait.region", word);
            case "condition" -> page.words().of("choice.Donor.Condition." + word);
            case "tissue" -> page.words().of("choice.Collection.Route." + word);
            default -> page.words().of("donor.panel.trait." + word);
        };
    }

    private static List<Step> steps(
            Page page,
            String ref,
            JsonNode donor,
            JsonNode programme,
            boolean autologous,
            boolean cord,
            int missing,
            List<Row> rows) {
        List<Step> steps = new ArrayList<>();
        JsonNode consent = donor.path("consent");
        boolean agreed =
                consent.isObject() && consent.path("withdrawn").asString("").isEmpty();
        steps.add(step(page, "consent", agreed, ref, "donor.consent"));
        steps.add(step(page, "history", donor.path("history").isObject(), ref, "donor.record-history"));
        steps.add(step(
                page,
                "screening",
                donor.path("screening").isObject() && missing == 0,
                ref,
                "donor.screen",
                page.words().count(missing)));
        if (cord) {
            steps.add(step(page, "cord", donor.path("cordBlood").isObject(), ref, "donor.screen"));
        }
        if (!autologous) {
            steps.add(step(page, "genes", donor.path("geneticRisk").isObject(), ref, "donor.assess-genetic-risk"));
            steps.add(step(page, "typing", donor.path("typing").isObject(), ref, "donor.type"));
        }
        steps.add(step(page, "eligibility", donor.path("eligibility").isObject(), ref, "donor.decide-eligibility"));
        if (rows.stream().anyMatch(r -> r.second() != null)) {
            steps.add(step(
                    page,
                    "second",
                    donor.path("rescreening").isObject(),
                    ref,
                    "donor.rescreen",
                    rows.stream()
                            .map(Row::due)
                            .filter(java.util.Objects::nonNull)
                            .max(String::compareTo)
                            .orElse("–")));
        }
        donor.path("information").forEach(i -> {
            boolean settled = !i.path("closed").asString("").isEmpty();
            steps.add(step(
                    page,
                    "information",
                    settled,
                    ref,
                    "donor.settle-information",
                    i.path("number").asString("")));
        });
        return steps;
    }

    private static Step step(Page page, String name, boolean done, String ref, String act, Object... parameters) {
        return new Step(
                page.t("donor.step." + name),
                page.t("donor.step." + name + ".why", parameters),
                done
                        ? new Shown.Badge(Tone.DONE, page.t("donor.step.done"))
                        : new Shown.Badge(Tone.ATTENTION, page.t("donor.step.due")),
                done ? null : Page.act(act, ref));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asString()));
        return texts;
    }
}
