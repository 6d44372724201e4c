package org.opencgt.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.RecordWriter;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.lineage.Lineage;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Subjects: state, acts, due work, genealogy. */
@RestController
class SubjectsApi {

    /** Subjects in one answer. */
    private static final int MOST = 1_000;

    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final Lineage lineage;
    private final JsonMapper json;

    SubjectsApi(Vocabulary vocabulary, SubjectReading subjects, Lineage lineage, JsonMapper json) {
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.lineage = lineage;
        this.json = json;
    }

    /**
     * Subjects of a kind, the last acted on first. {@code text} is looked for in reference and state. A token that is bound to a
     * site sees those of the page that it reaches; {@code total} counts all.
     */
    @GetMapping("/api/subjects")
    ObjectNode list(
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        if (vocabulary.subject(kind).isEmpty()) {
            throw new InvalidAct(Fault.at("kind", "kind-unknown", kind));
        }
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new InvalidAct(Fault.at(offset < 0 ? "offset" : "limit", "page-range", MOST));
        }
        ObjectNode answer = json.createObjectNode();
        answer.put("total", subjects.count(kind, text));
        ArrayNode found = answer.putArray("subjects");
        subjects.find(kind, text, offset, limit).stream()
                .filter(standing -> caller.reaches(standing.ref(), standing.state()))
                .forEach(standing -> found.add(shown(standing)));
        return answer;
    }

    @GetMapping("/api/subjects/{ref}")
    ObjectNode state(@PathVariable String ref, @RequestParam(required = false) @Nullable String asOf, Caller caller) {
        Ref<? extends Subject> subject = ref(ref);
        Optional<SubjectReading.Standing> standing =
                asOf == null ? subjects.now(subject) : subjects.asOf(subject, time(asOf));
        SubjectReading.Standing found = standing.orElseThrow(() -> new NoSuchSubject(subject));
        caller.requireReach(subject, found.state());
        return shown(found);
    }

    private ObjectNode shown(SubjectReading.Standing found) {
        ObjectNode answer = json.createObjectNode();
        answer.put("ref", found.ref().toString());
        answer.put("version", found.version());
        answer.set("state", RecordWriter.write((Record) found.state()));
        return answer;
    }

    @GetMapping("/api/subjects/{ref}/history")
    List<ObjectNode> history(@PathVariable String ref, Caller caller) {
        Ref<? extends Subject> subject = existing(ref, caller);
        return subjects.history(subject).stream()
                .map(done -> {
                    ObjectNode entry = Answers.entry(done.entry());
                    entry.set("verdict", done.verdict());
                    if (done.correctedBy() != null) {
                        entry.put("correctedBy", done.correctedBy());
                    }
                    return entry;
                })
                .toList();
    }

    @GetMapping("/api/lineage/{ref}")
    ObjectNode lineage(@PathVariable String ref, @RequestParam(defaultValue = "both") String direction, Caller caller) {
        Lineage.Direction way = switch (direction) {
            case "up" -> Lineage.Direction.UP;
            case "down" -> Lineage.Direction.DOWN;
            case "both" -> Lineage.Direction.BOTH;
            default -> throw new InvalidAct(Fault.at("direction", "choice", "up, down, both"));
        };
        return lineage.trace(existing(ref, caller), way, Lineage.ANY_DEPTH).json();
    }

    /** Every dose and recipient below a lot, a batch or a collection. */
    @GetMapping("/api/recall/{ref}")
    ObjectNode recall(@PathVariable String ref, Caller caller) {
        var recall = lineage.recall(existing(ref, caller));
        ObjectNode answer = json.createObjectNode();
        answer.put("of", recall.of().toString());
        answer.put("complete", recall.complete());
        var doses = answer.putArray("doses");
        recall.doses().forEach(dose -> {
            var to = doses.addObject().put("unit", dose.unit().toString()).putArray("recipients");
            dose.recipients().forEach(r -> to.add(r.toString()));
        });
        var recipients = answer.putArray("recipients");
        recall.recipients().forEach(r -> recipients.add(r.toString()));
        var reached = answer.putObject("reached");
        recall.reached().forEach(reached::put);
        return answer;
    }

    private Ref<? extends Subject> existing(String text, Caller caller) {
        Ref<? extends Subject> ref = ref(text);
        SubjectReading.Standing found = subjects.now(ref).orElseThrow(() -> new NoSuchSubject(ref));
        caller.requireReach(ref, found.state());
        return ref;
    }

    private static Ref<? extends Subject> ref(String text) {
        return ref(text, "ref");
    }

    /** Reads the parameter of that name. */
    static Ref<? extends Subject> ref(String text, String parameter) {
        try {
            return Ref.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidAct(Fault.at(parameter, "reference", "unit"));
        }
    }

    /** Reads the parameter {@code asOf}. */
    private static Instant time(String text) {
        return time(text, "asOf");
    }

    /** Reads the parameter of that name. */
    static Instant time(String text, String parameter) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidAct(Fault.at(parameter, "moment"));
        }
    }
}
