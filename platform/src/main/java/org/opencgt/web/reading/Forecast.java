package org.opencgt.web.reading;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Check;
import org.opencgt.gate.Given;
import org.opencgt.gate.Strength;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.Guidelines;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the gate of an act stands for a subject before any of the act’s data are given: the gate’s own rules over what is known so
 * far. A rule that already fails stands in the way whatever is filled in; one that lacks facts of the subject waits for them;
 * one that lacks only what the form will ask is left to the form. The gate itself judges the whole act later.
 */
@Component
final class Forecast {

    /** How far references are followed; rules reach no further than {@code unit.batch.product}. */
    private static final int DEPTH = 3;

    private final Vocabulary vocabulary;
    private final Guidelines guidelines;
    private final Map<String, List<Check>> checks;
    private final SubjectReading subjects;
    private final Clock clock;

    Forecast(Vocabulary vocabulary, Guidelines guidelines, SubjectReading subjects, Clock clock) {
        this.vocabulary = vocabulary;
        this.guidelines = guidelines;
        this.checks = Map.copyOf(guidelines.checks());
        this.subjects = subjects;
        this.clock = clock;
    }

    Acting.Possible of(ActDeclaration declaration, Field component, Ref<?> subject, SignedIn by, boolean mine) {
        List<Check> gate = checks.getOrDefault(declaration.name(), List.of());
        if (gate.isEmpty()) {
            return new Acting.Possible(declaration.name(), component.name(), Acting.Readiness.READY, null, mine);
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        Map<String, SubjectReading.Standing> read = new HashMap<>();
        JsonNode state = expanded(subject.toString(), DEPTH, read);
        known.set(
                component.name(),
                component.shape() instanceof Shape.Listing
                        ? JsonNodeFactory.instance.arrayNode().add(state)
                        : state);
        known.set("actor", expanded(by.person(), 0, read));
        known.put("now", clock.instant().toString());
        Given given = Given.act(guidelines.language(), declaration, known);
        if (!given.faults().isEmpty()) {
            throw new IllegalStateException(subject + " does not fit its own shape: " + given.faults());
        }
        Acting.Readiness worst = Acting.Readiness.READY;
        Judgement.Finding reason = null;
        for (Check check : gate) {
            Acting.Readiness readiness = readiness(check, given, component.name());
            if (severity(readiness) > severity(worst)) {
                worst = readiness;
                reason = finding(check, readiness, given);
            }
        }
        return new Acting.Possible(declaration.name(), component.name(), worst, reason, mine);
    }

    private Acting.Readiness readiness(Check check, Given given, String component) {
        if (!check.pack().countsAt(clock.instant()) || check.strength() == Strength.MAY) {
            return Acting.Readiness.READY;
        }
        if (check.applies() != null && !check.applies().evaluate(given).isTrue()) {
            return Acting.Readiness.READY;
        }
        return switch (check.require().evaluate(given)) {
            case Answer.Is(Object value) when Boolean.TRUE.equals(value) -> Acting.Readiness.READY;
            case Answer.Is is ->
                check.strength() == Strength.SHOULD ? Acting.Readiness.JUSTIFY : Acting.Readiness.BLOCKED;
            case Answer.Missing(List<String> facts) ->
                facts.stream().anyMatch(f -> f.startsWith(component + "."))
                        ? Acting.Readiness.WAITING
                        : Acting.Readiness.READY;
            case Answer.Broken broken -> Acting.Readiness.BLOCKED;
        };
    }

    private static int severity(Acting.Readiness readiness) {
        return switch (readiness) {
            case READY -> 0;
            case JUSTIFY -> 1;
            case WAITING -> 2;
            case BLOCKED -> 3;
        };
    }

    private Judgement.Finding finding(Check check, Acting.Readiness readiness, Given given) {
        boolean waiting = readiness == Acting.Readiness.WAITING;
        String missing = check.require().evaluate(given) instanceof Answer.Missing(List<String> facts)
                ? String.join(", ", facts)
                : null;
        return new Judgement.Finding(
                check.clause(),
                guidelines.clause(check.clause()).map(Clause::number).orElse(check.clause()),
                check.title(),
                check.message(),
                Entries.strength(check.strength()),
                waiting ? Judgement.Result.UNKNOWN : Judgement.Result.FAILS,
                waiting ? missing : null,
                null);
    }

    /** A state with the states of what it refers to in the place of the references. */
    private JsonNode expanded(String ref, int depth, Map<String, SubjectReading.Standing> read) {
        SubjectReading.Standing standing = read.get(ref);
        if (standing == null) {
            standing = subjects.find(Ref.parse(ref)).orElse(null);
            if (standing != null) {
                read.put(ref, standing);
            }
        }
        if (standing == null) {
            return JsonNodeFactory.instance.stringNode(ref);
        }
        Shape.Structure shape =
                vocabulary.subject(standing.ref().kind()).orElseThrow().shape();
        ObjectNode state = (ObjectNode) followed(shape, standing.state(), depth, read);
        state.put("ref", ref);
        return state;
    }

    private JsonNode followed(Shape shape, JsonNode json, int depth, Map<String, SubjectReading.Standing> read) {
        return switch (shape) {
            case Shape.Reference(String kind)
            when depth > 0 && !kind.isEmpty() -> expanded(json.asString(), depth - 1, read);
            case Shape.Structure structure -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (Field field : structure.fields()) {
                    JsonNode value = json.get(field.name());
                    if (value != null && !value.isNull()) {
                        object.set(field.name(), followed(field.shape(), value, depth, read));
                    }
                }
                yield object;
            }
            case Shape.Listing(Shape element) -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                json.forEach(item -> array.add(followed(element, item, 0, read)));
                yield array;
            }
            case Shape.Mapping(Shape element) -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                json.forEachEntry((key, item) -> object.set(key, followed(element, item, 0, read)));
                yield object;
            }
            default -> json;
        };
    }
}
