package org.opencgt.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Asking;
import org.opencgt.analysis.KineticData;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.analysis.Outcome;
import org.opencgt.analysis.PresentData;
import org.opencgt.analysis.Rerun;
import org.opencgt.analysis.Signable;
import org.opencgt.analysis.SignedAnalysis;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.output.Format;
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.PharmacologyPlan.Purpose;
import org.opencgt.subject.Study;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cellular kinetics of a study: who was sampled when, the curves, the parameters; tables as files; signed analyses run again. */
@Controller
public class KineticsPages {

    private static final String KIND = "pharmacology-plan";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Pages pages;
    private final SubjectReading subjects;
    private final Analyses analyses;
    private final LedgerTables tables;
    private final PresentData present;

    KineticsPages(Pages pages, SubjectReading subjects, Analyses analyses, LedgerTables tables, PresentData present) {
        this.pages = pages;
        this.subjects = subjects;
        this.analyses = analyses;
        this.tables = tables;
        this.present = present;
    }

    /** A planned sample of a subject; {@code note} says more than the text in the cell. */
    public record Cell(Tone tone, String text, String note) {}

    /** A subject's planned samples. */
    public record Row(Shown.Link subject, String level, List<Cell> cells) {}

    /** Parameters of a subject, as words; {@code notes} are what the engine flags. */
    public record ParameterRow(
            String subject,
            String level,
            String response,
            String cmax,
            String tmax,
            String auc28,
            String auclast,
            String tlast,
            String halfLife,
            String expansionRate,
            String notes) {}

    /** Parameters of one assay. */
    public record ParameterTable(
            String assay, String analyte, String unit, List<ParameterRow> rows, List<Hidden> signing) {}

    /** A hidden field of the form that signs. */
    public record Hidden(String name, String value) {}

    /** Whether a subject's kinetic sampling may stop. */
    public record StopRow(Shown.Link subject, Tone tone, String text) {}

    /** All of the page. */
    public record KineticsView(
            Shown.Link plan,
            String study,
            List<String> points,
            List<Row> rows,
            long overdue,
            List<String> interference,
            List<KineticCurves.Chart> charts,
            String first,
            String second,
            List<ParameterTable> parameters,
            List<StopRow> stops,
            List<PharmacologyPlan.SignedRun> analyses) {}

    /** What running a signed analysis again gave. */
    public record RerunView(
            Shown.Link analysis,
            String title,
            boolean same,
            String signedEngine,
            String engine,
            @Nullable Boolean sameData,
            @Nullable String problem) {}

    @GetMapping("/subjects/pharmacology-plan/{id}/kinetics")
    ModelAndView show(Page page, @PathVariable String id) {
        KineticData data = data(id);
        Words words = page.words();
        List<String> assays = data.assays(Purpose.KINETICS);
        List<Row> rows = data.profiles().stream()
                .map(each -> new Row(
                        link(each.ref(), each.profile().code(), words),
                        each.profile().doseLevel(),
                        data.plan().schedule().stream()
                                .map(point -> cell(page, each.profile(), point))
                                .toList()))
                .toList();
        List<String> interference = data.profiles().stream()
                .flatMap(each -> each.profile().interference().stream()
                        .filter(sample -> each.profile().reviews().stream()
                                .noneMatch(review -> review.samples().contains(sample)))
                        .map(sample -> each.profile().code() + " " + sample))
                .toList();
        KineticCurves curves = KineticCurves.of(data, words);
        return pages.show(
                page,
                "kinetics",
                new KineticsView(
                        link(data.ref(), data.plan().version(), words),
                        study(data),
                        data.plan().schedule().stream()
                                .map(PharmacologyPlan.Point::name)
                                .toList(),
                        rows,
                        rows.stream()
                                .flatMap(row -> row.cells().stream())
                                .filter(cell -> cell.tone() == Tone.STOPPED)
                                .count(),
                        interference,
                        curves.charts(),
                        curves.first(),
                        curves.second(),
                        assays.stream()
                                .map(assay -> parameters(data, assay, words))
                                .toList(),
                        data.profiles().stream()
                                .map(each -> stop(each, data.plan(), words))
                                .toList(),
                        data.plan().analyses()));
    }

    /** A table of the plan as CSV: doses, markers, concentrations of an assay, or these as PC or PP of CDISC. */
    @GetMapping("/subjects/pharmacology-plan/{id}/kinetics/{table}.csv")
    ResponseEntity<byte[]> csv(
            Page page,
            @PathVariable String id,
            @PathVariable String table,
            @RequestParam(defaultValue = "") String assay) {
        KineticData data = data(id);
        String text = switch (table) {
            case "doses" -> data.doses();
            case "markers" -> data.markers();
            case "concentrations" -> data.concentrations(known(data, assay));
            case "pc", "pp" -> cdisc(page, data, known(data, assay), table);
            default -> throw new NoSuchPage();
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + table + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/subjects/analysis/{id}/rerun")
    ModelAndView rerun(Page page, @PathVariable String id) {
        Ref<?> ref = NoSuchPage.ref("analysis", id);
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof SignedAnalysis signed)) {
            throw new NoSuchPage();
        }
        Rerun again = signed.again();
        return pages.show(
                page,
                "rerun",
                new RerunView(
                        link(ref, signed.title(), page.words()),
                        signed.title(),
                        again.gives(signed.result()),
                        signed.engine(),
                        Rerun.engine(),
                        present.same(signed).orElse(null),
                        again.problem()));
    }

    private KineticData data(String id) {
        return KineticData.read(subjects, NoSuchPage.ref(KIND, id)).orElseThrow(NoSuchPage::new);
    }

    private static String known(KineticData data, String assay) {
        if (!data.assays(Purpose.KINETICS).contains(assay)) {
            throw new NoSuchPage();
        }
        return assay;
    }

    private String study(KineticData data) {
        return subjects.now(data.plan().study())
                .map(standing -> ((Study) standing.state()).code())
                .orElse(data.plan().study().id());
    }

    private static Shown.Link link(Ref<?> ref, String name, Words words) {
        return new Shown.Link(ref.toString(), ref.id(), name, words.kind(ref.kind()));
    }

    private static Cell cell(Page page, KineticProfile profile, PharmacologyPlan.Point point) {
        Words words = page.words();
        KineticProfile.Sample sample = profile.samples().stream()
                .filter(s -> s.point().equals(point.name()))
                .findFirst()
                .orElse(null);
        Instant start = KineticData.start(profile);
        if (sample != null && sample.drawn() == null) {
            return new Cell(
                    Tone.ATTENTION,
                    words.of("kinetics.missed"),
                    Optional.ofNullable(sample.reason()).orElse(""));
        }
        if (sample != null && sample.drawn() != null) {
            if (start == null) {
                return new Cell(Tone.DONE, words.of("kinetics.drawn"), words.time(sample.drawn()));
            }
            Instant planned = start.plus(point.after());
            boolean inside = !sample.drawn().isBefore(planned.minus(point.early()))
                    && !sample.drawn().isAfter(planned.plus(point.late()));
            String off = inside ? "" : difference(planned, sample.drawn(), words);
            return new Cell(
                    inside ? Tone.DONE : Tone.ATTENTION,
                    inside ? words.of("kinetics.drawn") : off,
                    sample.code() + " · " + words.time(sample.drawn()));
        }
        if (profile.stop() != null && point.purposes().equals(List.of(Purpose.KINETICS))) {
            return new Cell(
                    Tone.NONE, words.of("kinetics.stopped"), profile.stop().reason());
        }
        if (start == null) {
            return new Cell(Tone.NONE, "–", "");
        }
        Instant planned = start.plus(point.after());
        if (page.now().isAfter(planned.plus(point.late()))) {
            return new Cell(Tone.STOPPED, words.of("kinetics.overdue"), words.time(planned));
        }
        return page.now().isBefore(planned.minus(point.early()))
                ? new Cell(Tone.NONE, words.time(planned).substring(5, 10), words.time(planned))
                : new Cell(Tone.READY, words.of("kinetics.due"), words.time(planned));
    }

    private static String difference(Instant planned, Instant drawn, Words words) {
        String sign = drawn.isBefore(planned) ? "−" : "+";
        return sign + words.span(Duration.between(planned, drawn).abs());
    }

    private ParameterTable parameters(KineticData data, String assay, Words words) {
        List<ParameterRow> rows = new ArrayList<>();
        String analyte = "";
        for (KineticData.Followed each : data.profiles()) {
            KineticProfile.Parameters p = each.profile().parameters().get(assay);
            KineticProfile.Series series = each.profile().series().get(assay);
            if (p == null || series == null) {
                continue;
            }
            analyte = series.analyte();
            rows.add(new ParameterRow(
                    each.profile().code(),
                    each.profile().doseLevel(),
                    each.profile().endpoints().stream()
                            .filter(e -> e.type() == KineticProfile.Endpoint.Type.EFFICACY)
                            .map(KineticProfile.Endpoint::value)
                            .reduce((a, b) -> b)
                            .orElse("–"),
                    figure(p.cmax(), words),
                    figure(p.tmax(), words),
                    figure(p.auc28(), words),
                    figure(p.auclast(), words),
                    (p.stillQuantifiable() ? "≥ " : "") + figure(p.tlast(), words),
                    p.halfLife() == null ? "–" : figure(p.halfLife(), words) + (p.reliableHalfLife() ? "" : " *"),
                    figure(p.cmaxOverTmax(), words),
                    p.flags().stream()
                            .map(flag -> words.of("kinetics.flag." + flag))
                            .reduce((a, b) -> a + (words.chinese() ? "；" : "; ") + b)
                            .orElse("")));
        }
        return new ParameterTable(assay, analyte, data.unit(assay), rows, signing(data, assay, words));
    }

    /** Three significant digits. */
    private static String figure(@Nullable BigDecimal value, Words words) {
        return value == null
                ? "–"
                : words.number(value.round(new java.math.MathContext(3)).stripTrailingZeros());
    }

    private static StopRow stop(KineticData.Followed each, PharmacologyPlan plan, Words words) {
        KineticProfile profile = each.profile();
        Shown.Link link = link(each.ref(), profile.code(), words);
        if (profile.stop() != null) {
            return new StopRow(
                    link,
                    Tone.NONE,
                    words.of(
                            "kinetics.stop.done",
                            words.time(profile.stop().at()).substring(0, 10)));
        }
        KineticProfile.StopAdvice advice = profile.stopAdvice();
        boolean enough = plan.stopRule() != null
                && advice.mayStop()
                && advice.below() >= plan.stopRule().successive()
                && advice.lastDay() != null
                && advice.lastDay().doubleValue() * 86_400
                        >= plan.stopRule().notBefore().toSeconds();
        return enough
                ? new StopRow(link, Tone.READY, words.of("kinetics.stop.may"))
                : new StopRow(
                        link,
                        Tone.NONE,
                        words.of("kinetics.stop." + (advice.mayStop() ? "too-early" : advice.reason())));
    }

    private Asking asking(Verb verb, KineticData data, String assay, Map<String, String> more) {
        ObjectNode given = JsonMapper.shared().createObjectNode();
        given.putObject("input").put("table", "concentrations").put("subject", data.ref() + "/" + assay);
        more.forEach(given::put);
        return Asking.of(verb, given, tables);
    }

    /** The fields of the act that signs the parameters as they are; none where there is nothing to sign. */
    private List<Hidden> signing(KineticData data, String assay, Words words) {
        Verb verb = analyses.verb("ck", "nca", words.locale()).orElseThrow();
        Asking asking = asking(verb, data, assay, Map.of("auc", "0:28", "valueUnit", data.unit(assay)));
        if (!(analyses.start(verb, asking.asked(), words.locale(), LONGEST, false)
                        .await()
                instanceof Outcome.Found found)) {
            return List.of();
        }
        ObjectNode act = Signable.act(
                verb,
                asking.asked(),
                asking.tables(),
                words.of("kinetics.sign.title", study(data), assay),
                found.document().text(Format.JSON, Language.ENGLISH));
        Map<String, String> fields = new LinkedHashMap<>();
        fill(fields, "", act);
        return fields.entrySet().stream()
                .map(field -> new Hidden(field.getKey(), field.getValue()))
                .toList();
    }

    /** As the form of an act names its fields; a list of words is one field with lines. */
    private static void fill(Map<String, String> fields, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(p -> fill(fields, name.isEmpty() ? p.getKey() : name + "." + p.getKey(), p.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                fill(fields, name + "[" + i + "]", value.get(i));
            }
        } else if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(line -> lines.add(line.asString()));
            fields.put(name, String.join("\n", lines));
        } else {
            fields.put(name, value.asString());
        }
    }

    private String cdisc(Page page, KineticData data, String assay, String domain) {
        Verb verb = analyses.verb("ck", "cdisc", page.words().locale()).orElseThrow();
        PharmacologyPlan.Assay registered = data.plan().assays().get(assay);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("domain", domain);
        options.put("study", study(data));
        options.put("valueUnit", data.unit(assay));
        options.put("auc", "0:28");
        if (registered != null) {
            options.put("testName", registered.analyte());
            options.put("specimen", registered.matrix().toUpperCase(java.util.Locale.ROOT));
            options.put("assay", registered.technique().name().replace('_', ' '));
        }
        Outcome outcome = analyses.start(
                        verb,
                        asking(verb, data, assay, options).asked(),
                        page.words().locale(),
                        LONGEST,
                        false)
                .await();
        if (!(outcome instanceof Outcome.Found found)) {
            throw new NoSuchPage();
        }
        return found.document().text(Format.CSV, Language.ENGLISH);
    }
}
