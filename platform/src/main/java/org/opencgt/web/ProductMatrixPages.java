package org.opencgt.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Bilingual;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** A product’s definition: what follows from it and why, and its attributes by parameters and controls. */
@Controller
public class ProductMatrixPages {

    /** From here on an attribute is critical. */
    private static final int CRITICAL = 7;

    /** The acts that define a product, in the order that serves most, each with what its state has once it is done. */
    private static final Map<String, Predicate<JsonNode>> STEPS = steps();

    private final Pages pages;
    private final SubjectReading subjects;
    private final GuidelineReading guidelines;
    private final Naming naming;

    ProductMatrixPages(Pages pages, SubjectReading subjects, GuidelineReading guidelines, Naming naming) {
        this.pages = pages;
        this.subjects = subjects;
        this.guidelines = guidelines;
        this.naming = naming;
    }

    /** A guideline, whether it applies, and the condition that decides it. */
    public record Scope(String pack, Bilingual document, boolean applies, long met, long open) {}

    /** What a clause says of the product. */
    public record Answer(String clause, Bilingual title, String value) {}

    /** Risk of a parameter for an attribute: severity × occurrence × detection; 0: none. */
    public record Influence(int risk, String title) {}

    /** An attribute and what moves and holds it. */
    public record Row(
            String name,
            int criticality,
            boolean critical,
            @Nullable String target,
            @Nullable String test,
            @Nullable String criterion,
            List<Influence> influences,
            List<String> controls,
            boolean orphan) {}

    /** An act on the way to the approval of the product. */
    public record Step(String title, String form, boolean done, boolean next) {}

    /** A parameter in the head of the matrix. */
    public record Parameter(String name, boolean critical) {}

    /** All of the page. */
    public record MatrixView(
            Shown.Link product,
            Shown.@Nullable Badge status,
            List<Step> steps,
            String risk,
            List<String> riskFactors,
            List<Scope> scopes,
            List<Answer> answers,
            List<String> targets,
            List<Parameter> parameters,
            List<Row> rows) {}

    @GetMapping("/subjects/product/{id}/matrix")
    ModelAndView show(Page page, @PathVariable String id) {
        SubjectReading.Standing product =
                subjects.find(NoSuchPage.ref("product", id)).orElseThrow(NoSuchPage::new);
        String ref = product.ref().toString();
        JsonNode state = product.state();
        JsonNode strategy = state.path("controlStrategy");
        List<GuidelineReading.ClauseStatus> clauses = guidelines.status(product.ref());
        List<Parameter> parameters = parameters(strategy);
        return pages.show(
                page,
                "product-matrix",
                new MatrixView(
                        SubjectPages.link(ref, naming.names(List.of(ref)), page.words()),
                        naming.status(product, page.words()),
                        steps(page, product),
                        page.t("choice.Product.RiskClass." + state.path("risk").asString()),
                        factors(page, state.path("riskFactors")),
                        guidelines.packs().stream().map(p -> scope(p, clauses)).toList(),
                        clauses.stream()
                                .filter(c -> c.answer() != null && c.status() != GuidelineReading.Status.NOT_APPLICABLE)
                                .map(c -> new Answer(
                                        c.clause().id(),
                                        c.clause().title(),
                                        said(page, java.util.Objects.requireNonNull(c.answer()))))
                                .toList(),
                        texts(strategy.path("targetProfile"), "name", "target"),
                        parameters,
                        rows(page, state, strategy, parameters)));
    }

    private static Map<String, Predicate<JsonNode>> steps() {
        Map<String, Predicate<JsonNode>> steps = new LinkedHashMap<>();
        steps.put("product.define", state -> true);
        steps.put("product.describe", has("profile"));
        steps.put(
                "product.decide-risk-class",
                state -> has("riskFactors").test(state)
                        && !state.path("risk").asString().equals("undetermined"));
        steps.put("product.set-quality-attributes", has("qualityAttributes"));
        steps.put("product.set-control-strategy", has("controlStrategy"));
        steps.put("product.set-process-limits", has("processLimits"));
        steps.put("product.set-specification", has("specification"));
        steps.put("product.set-formulation", has("formulation"));
        steps.put("product.set-container", has("container"));
        steps.put("product.set-information-pack", has("informationPack"));
        steps.put("product.issue-instructions", has("instructions"));
        steps.put("product.set-follow-up-plan", has("followUpPlan"));
        steps.put("product.approve", state -> state.path("approved").asBoolean());
        return steps;
    }

    private static Predicate<JsonNode> has(String name) {
        return state -> {
            JsonNode value = state.path(name);
            return !value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty());
        };
    }

    private static List<Step> steps(Page page, SubjectReading.Standing product) {
        List<Step> steps = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<String, Predicate<JsonNode>> step : STEPS.entrySet()) {
            boolean done = step.getValue().test(product.state());
            steps.add(new Step(
                    page.t("act." + step.getKey()),
                    Page.act(step.getKey(), product.ref().toString()),
                    done,
                    !done && !open));
            open |= !done;
        }
        return steps;
    }

    private static String said(Page page, String answer) {
        return switch (answer) {
            case "true" -> page.t("choice.yes");
            case "false" -> page.t("choice.no");
            case "" -> page.t("matrix.no-answer");
            default -> Stream.of(answer.split(" ")).map(page.words()::term).collect(Collectors.joining(" · "));
        };
    }

    private static Scope scope(GuidelineReading.Pack pack, List<GuidelineReading.ClauseStatus> all) {
        List<GuidelineReading.ClauseStatus> own =
                all.stream().filter(c -> c.clause().pack().equals(pack.id())).toList();
        return new Scope(
                pack.id(),
                pack.document(),
                own.stream().anyMatch(c -> c.status() != GuidelineReading.Status.NOT_APPLICABLE),
                own.stream()
                        .filter(c -> c.status() == GuidelineReading.Status.MET)
                        .count(),
                own.stream()
                        .filter(c -> c.status() == GuidelineReading.Status.NOT_MET
                                || c.status() == GuidelineReading.Status.UNKNOWN
                                || c.status() == GuidelineReading.Status.DUE)
                        .count());
    }

    private static List<String> factors(Page page, JsonNode factors) {
        return factors.properties().stream()
                .filter(f -> f.getValue().isBoolean() && f.getValue().booleanValue())
                .map(f -> page.words().state("product", List.of("riskFactors", f.getKey())))
                .toList();
    }

    private static List<String> texts(JsonNode list, String name, String text) {
        List<String> texts = new ArrayList<>();
        list.forEach(item ->
                texts.add(item.path(name).asString() + ": " + item.path(text).asString()));
        return texts;
    }

    /** Critical parameters first, then those that only an attribute names. */
    private static List<Parameter> parameters(JsonNode strategy) {
        List<Parameter> parameters = new ArrayList<>();
        strategy.path("parameters")
                .forEach(p -> parameters.add(new Parameter(
                        p.path("name").asString(), p.path("critical").asBoolean())));
        strategy.path("attributes")
                .forEach(a -> a.path("influences").forEach(i -> {
                    String name = i.path("name").asString();
                    if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                        parameters.add(new Parameter(name, false));
                    }
                }));
        return parameters.stream()
                .sorted(Comparator.comparing(Parameter::critical).reversed())
                .toList();
    }

    private static List<Row> rows(Page page, JsonNode state, JsonNode strategy, List<Parameter> parameters) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode attribute : state.path("qualityAttributes")) {
            String name = attribute.path("name").asString();
            int criticality = attribute.path("criticality").asInt();
            JsonNode own = null;
            for (JsonNode candidate : strategy.path("attributes")) {
                own = candidate.path("attribute").asString().equals(name) ? candidate : own;
            }
            String test = text(attribute, "test");
            List<Influence> influences = new ArrayList<>();
            for (Parameter parameter : parameters) {
                influences.add(influence(own, parameter.name()));
            }
            List<String> controls = new ArrayList<>();
            if (own != null) {
                own.path("controls")
                        .forEach(c -> controls.add(page.t("choice.ControlStrategy.Control.Kind."
                                        + c.path("kind").asString())
                                + ": "
                                + page.words().term(c.path("name").asString())));
            }
            boolean critical = criticality >= CRITICAL;
            rows.add(new Row(
                    name,
                    criticality,
                    critical,
                    own == null ? null : text(own, "targetElement"),
                    test == null ? null : page.words().term(test),
                    test == null ? null : criterion(page, state, test),
                    influences,
                    controls,
                    critical
                            && (own == null
                                    || controls.isEmpty()
                                    || own.path("influences").isEmpty())));
        }
        rows.sort(Comparator.comparingInt(Row::criticality).reversed());
        return rows;
    }

    private static Influence influence(@Nullable JsonNode attribute, String parameter) {
        if (attribute != null) {
            for (JsonNode influence : attribute.path("influences")) {
                if (influence.path("name").asString().equals(parameter)) {
                    int severity = influence.path("severity").asInt();
                    int occurrence = influence.path("occurrence").asInt();
                    int detection = influence.path("detection").asInt();
                    return new Influence(
                            severity * occurrence * detection, severity + " × " + occurrence + " × " + detection);
                }
            }
        }
        return new Influence(0, "");
    }

    private static @Nullable String criterion(Page page, JsonNode state, String test) {
        JsonNode criterion = Stream.of(state.path("specification"), state.path("processLimits"))
                .map(m -> m.get(test))
                .filter(c -> c != null && c.isObject())
                .findFirst()
                .orElse(null);
        if (criterion == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        number(page, criterion, "minimum", "≥ ", parts);
        number(page, criterion, "maximum", "≤ ", parts);
        criterion.path("accepted").forEach(w -> parts.add(page.words().term(w.asString())));
        String unit = text(criterion, "unit");
        return String.join(", ", parts)
                + (unit == null || unit.equals("1") ? "" : " " + page.words().unit(unit));
    }

    private static void number(Page page, JsonNode criterion, String name, String sign, List<String> parts) {
        JsonNode value = criterion.get(name);
        if (value != null && value.isNumber()) {
            BigDecimal number = value.decimalValue();
            parts.add(sign + page.words().number(number));
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
