package org.opencgt.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.DueWork;
import org.opencgt.web.reading.Judgement;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A site at a glance: whether it may work, its people’s training, its equipment’s dates, its documents. */
@Controller
public class SitePages {

    private static final int MOST = 1_000;
    private static final int MONTHS = 12;

    /** What runs out within these days wants attention. */
    private static final int SOON = 30;

    private final Pages pages;
    private final SubjectReading subjects;
    private final Acting acting;
    private final DueWork work;
    private final Naming naming;

    SitePages(Pages pages, SubjectReading subjects, Acting acting, DueWork work, Naming naming) {
        this.pages = pages;
        this.subjects = subjects;
        this.acting = acting;
        this.work = work;
        this.naming = naming;
    }

    /** The site, and which of its pages this is. */
    public record Head(Shown.Link site, Shown.@Nullable Badge status, String at) {}

    /** What stands in the way of activation, what is to be justified, what holds, and what is due. */
    public record ReadinessView(
            Head head,
            @Nullable String refusal,
            List<Judgement.Finding> missing,
            List<Judgement.Finding> justify,
            List<Judgement.Finding> met,
            List<SubjectPages.Owed> due) {}

    /** A date and how near it is; without one, why there is none. */
    public record Cell(Tone tone, String text) {}

    /** A person and what is on file of each topic. */
    public record PersonRow(Shown.Link person, String roles, List<Cell> cells) {}

    /** People by topics. */
    public record TrainingView(Head head, List<String> topics, List<PersonRow> rows) {}

    /** A device, its dates, and what falls into each month. */
    public record DeviceRow(
            Shown.Link device,
            String type,
            Tone tone,
            String status,
            Cell calibrated,
            Cell maintained,
            Cell qualified,
            List<List<String>> months) {}

    /** Devices by months. */
    public record EquipmentView(Head head, List<String> months, List<DeviceRow> rows) {}

    /** A document and its version in force. */
    public record DocumentRow(
            Shown.Link document,
            String category,
            @Nullable String version,
            Shown.@Nullable Link owner,
            @Nullable String effective,
            Cell review,
            List<String> drafts) {}

    /** The register of documents. */
    public record DocumentsView(Head head, List<DocumentRow> rows) {}

    @GetMapping("/subjects/site/{id}/readiness")
    ModelAndView readiness(Page page, @PathVariable String id) {
        SubjectReading.Standing site = site(id);
        Acting.Answer answer = acting.check(
                new Acting.Proposal(
                        "organisation.activate-site",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("site", site.ref().toString()),
                        page.now(),
                        null,
                        Map.of(),
                        UUID.randomUUID().toString()),
                List.of(page.reader().login()));
        List<Judgement.Finding> findings = answer instanceof Acting.Tried(var verdict) ? verdict.findings() : List.of();
        String refusal = switch (answer) {
            case Acting.Forbidden(var why) -> page.words().in(why);
            case Acting.Invalid(var faults) ->
                page.words()
                        .of(
                                "fault." + faults.getFirst().code(),
                                faults.getFirst().parameters().toArray());
            default -> null;
        };
        return pages.show(
                page,
                "site-readiness",
                new ReadinessView(
                        head(page, site, "readiness"),
                        refusal,
                        findings.stream().filter(Judgement.Finding::stops).toList(),
                        findings.stream()
                                .filter(Judgement.Finding::asksForJustification)
                                .toList(),
                        findings.stream()
                                .filter(f -> f.result() == Judgement.Result.HOLDS)
                                .toList(),
                        SubjectPages.owed(page, work.of(site.ref()))));
    }

    @GetMapping("/subjects/site/{id}/training")
    ModelAndView training(Page page, @PathVariable String id) {
        SubjectReading.Standing site = site(id);
        List<SubjectReading.Standing> people = at(site, "person").stream()
                .filter(p -> p.state().path("active").asBoolean())
                .toList();
        TreeSet<String> topics = new TreeSet<>();
        people.forEach(p -> p.state()
                .path("trainings")
                .forEach(t -> topics.add(t.path("topic").asString())));
        Map<String, String> names = naming.names(Stream.concat(
                        people.stream().map(p -> p.ref().toString()),
                        topics.stream().filter(t -> t.contains(":")))
                .toList());
        List<PersonRow> rows = people.stream()
                .map(p -> new PersonRow(
                        SubjectPages.link(p.ref().toString(), names, page.words()),
                        String.join(" · ", roles(page, p.state())),
                        topics.stream().map(t -> trained(page, p.state(), t)).toList()))
                .toList();
        return pages.show(
                page,
                "site-training",
                new TrainingView(
                        head(page, site, "training"),
                        topics.stream()
                                .map(t -> t.contains(":")
                                        ? names.getOrDefault(t, t.substring(t.indexOf(':') + 1))
                                        : page.words().term(t))
                                .toList(),
                        rows));
    }

    private static List<String> roles(Page page, JsonNode person) {
        List<String> roles = new ArrayList<>();
        person.path("roles").forEach(r -> roles.add(page.t("choice.Role." + r.asString())));
        return roles;
    }

    /** The training of the topic that counts longest. */
    private static Cell trained(Page page, JsonNode person, String topic) {
        LocalDate until = null;
        for (JsonNode training : person.path("trainings")) {
            if (training.path("topic").asString().equals(topic)) {
                LocalDate own = LocalDate.parse(training.path("validUntil").asString());
                until = until == null || own.isAfter(until) ? own : until;
            }
        }
        return until == null ? new Cell(Tone.NONE, "") : cell(page, until);
    }

    @GetMapping("/subjects/site/{id}/equipment-calendar")
    ModelAndView equipment(Page page, @PathVariable String id) {
        SubjectReading.Standing site = site(id);
        List<SubjectReading.Standing> devices = at(site, "equipment");
        Map<String, String> names =
                naming.names(devices.stream().map(d -> d.ref().toString()).toList());
        YearMonth first = YearMonth.from(today(page));
        List<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("calibratedUntil", page.t("site.mark.calibration"));
        marks.put("maintainedUntil", page.t("site.mark.service"));
        marks.put("qualifiedUntil", page.t("site.mark.qualification"));
        List<DeviceRow> rows = devices.stream()
                .filter(d -> !d.state().path("status").asString().equals("retired"))
                .sorted(Comparator.comparing(SitePages::nearest))
                .map(d -> new DeviceRow(
                        SubjectPages.link(d.ref().toString(), names, page.words()),
                        page.t("choice.Equipment.Type." + d.state().path("type").asString()),
                        Tone.of("equipment", d.state().path("status").asString()),
                        page.t("choice.Equipment.Status."
                                + d.state().path("status").asString()),
                        dated(page, d.state(), "calibratedUntil"),
                        dated(page, d.state(), "maintainedUntil"),
                        dated(page, d.state(), "qualifiedUntil"),
                        months.stream()
                                .map(m -> marks.entrySet().stream()
                                        .filter(mark -> date(d.state(), mark.getKey()) != null
                                                && YearMonth.from(java.util.Objects.requireNonNull(
                                                                date(d.state(), mark.getKey())))
                                                        .equals(m))
                                        .map(Map.Entry::getValue)
                                        .toList())
                                .toList()))
                .toList();
        return pages.show(
                page,
                "site-equipment",
                new EquipmentView(
                        head(page, site, "equipment-calendar"),
                        months.stream().map(YearMonth::toString).toList(),
                        rows));
    }

    private static LocalDate nearest(SubjectReading.Standing device) {
        return Stream.of("calibratedUntil", "maintainedUntil", "qualifiedUntil")
                .map(name -> date(device.state(), name))
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    @GetMapping("/subjects/site/{id}/documents")
    ModelAndView documents(Page page, @PathVariable String id) {
        SubjectReading.Standing site = site(id);
        List<SubjectReading.Standing> documents = at(site, "document");
        List<String> refs = new ArrayList<>();
        documents.forEach(d -> {
            refs.add(d.ref().toString());
            d.state().path("versions").forEach(v -> refs.add(v.path("author").asString()));
        });
        Map<String, String> names = naming.names(refs);
        List<DocumentRow> rows = documents.stream()
                .map(d -> document(page, d, names))
                .sorted(Comparator.comparing(DocumentRow::category))
                .toList();
        return pages.show(page, "site-documents", new DocumentsView(head(page, site, "documents"), rows));
    }

    private static DocumentRow document(Page page, SubjectReading.Standing document, Map<String, String> names) {
        JsonNode inForce = null;
        List<String> drafts = new ArrayList<>();
        for (JsonNode version : document.state().path("versions")) {
            boolean effective = !absent(version, "effective");
            if (effective && absent(version, "withdrawn")) {
                inForce = version;
            } else if (!effective) {
                drafts.add(version.path("version").asString());
            }
        }
        return new DocumentRow(
                SubjectPages.link(document.ref().toString(), names, page.words()),
                page.t("choice.Document.Category."
                        + document.state().path("category").asString()),
                inForce == null ? null : inForce.path("version").asString(),
                inForce == null
                        ? null
                        : SubjectPages.link(inForce.path("author").asString(), names, page.words()),
                inForce == null ? null : inForce.path("effective").asString(),
                inForce == null
                        ? new Cell(Tone.STOPPED, page.t("site.documents.not-in-force"))
                        : dated(page, inForce, "reviewDue"),
                drafts);
    }

    private SubjectReading.Standing site(String id) {
        return subjects.find(NoSuchPage.ref("site", id)).orElseThrow(NoSuchPage::new);
    }

    /** The subjects of a kind at the site; more than can be shown at a glance are not read. */
    private List<SubjectReading.Standing> at(SubjectReading.Standing site, String kind) {
        return subjects.list(
                        kind,
                        new SubjectReading.Query("", Map.of("site", site.ref().toString()), "id", false, 0, MOST))
                .rows();
    }

    private Head head(Page page, SubjectReading.Standing site, String at) {
        String ref = site.ref().toString();
        return new Head(
                SubjectPages.link(ref, naming.names(List.of(ref)), page.words()),
                naming.status(site, page.words()),
                at);
    }

    private static Cell dated(Page page, JsonNode state, String name) {
        LocalDate date = date(state, name);
        return date == null ? new Cell(Tone.NONE, page.t("site.no-date")) : cell(page, date);
    }

    private static Cell cell(Page page, LocalDate until) {
        long left = ChronoUnit.DAYS.between(today(page), until);
        Tone tone = left < 0 ? Tone.STOPPED : left <= SOON ? Tone.ATTENTION : Tone.DONE;
        return new Cell(tone, until.toString());
    }

    private static LocalDate today(Page page) {
        return page.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean absent(JsonNode state, String name) {
        JsonNode value = state.get(name);
        return value == null || value.isNull();
    }

    private static @Nullable LocalDate date(JsonNode state, String name) {
        return absent(state, name) ? null : LocalDate.parse(state.get(name).asString());
    }
}
