package org.opencgt.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Shape;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What to call a subject, and how it stands in one word. */
@Component
class Naming {

    private static final List<String> NAMES = List.of(
            "name",
            "title",
            "material",
            "number",
            "donationNumber",
            "hospitalNumber",
            "chainOfIdentity",
            "term",
            "description");
    private static final List<String> STATUS = List.of("status", "stage");

    private final Vocabulary vocabulary;
    private final SubjectReading subjects;

    Naming(Vocabulary vocabulary, SubjectReading subjects) {
        this.vocabulary = vocabulary;
        this.subjects = subjects;
    }

    /** Names by reference; a subject without a name of its own is left out. */
    Map<String, String> names(Collection<String> refs) {
        Map<String, String> names = new HashMap<>();
        subjects.findAll(refs).forEach((ref, standing) -> {
            String name = name(standing);
            if (name != null) {
                names.put(ref, name);
            }
        });
        return names;
    }

    /** What to call those of the subjects that exist: by name, or by identifier. */
    Map<String, String> found(Collection<String> refs) {
        Map<String, String> found = new HashMap<>();
        subjects.findAll(refs).forEach((ref, standing) -> found.put(ref, called(standing)));
        return found;
    }

    /** Its name, or its identifier where it has none. */
    String called(SubjectReading.Standing standing) {
        String name = name(standing);
        return name == null ? standing.ref().id() : name;
    }

    @Nullable
    String name(SubjectReading.Standing standing) {
        SubjectDeclaration declaration = declaration(standing);
        for (String component : names(standing.ref().kind())) {
            JsonNode value = standing.state().get(component);
            boolean words = declaration
                    .shape()
                    .field(component)
                    .map(f -> f.shape() instanceof Shape.Words)
                    .orElse(false);
            if (words
                    && value != null
                    && value.isString()
                    && !value.asString().equals(standing.ref().id())) {
                return value.asString();
            }
        }
        return null;
    }

    /** Its status, if it is of a kind that has one. */
    Shown.@Nullable Badge status(SubjectReading.Standing standing, Words words) {
        SubjectDeclaration declaration = declaration(standing);
        for (String component : STATUS) {
            JsonNode value = standing.state().get(component);
            if (value != null && value.isString()) {
                var field = declaration.shape().field(component);
                if (field.isPresent() && field.get().shape() instanceof Shape.Choice choice) {
                    return badge(declaration.kind(), choice, value.asString(), words);
                }
            }
        }
        JsonNode active = standing.state().get("active");
        if (active != null && active.isBoolean()) {
            return active.booleanValue()
                    ? new Shown.Badge(Tone.DONE, words.of("status.active"))
                    : new Shown.Badge(Tone.STOPPED, words.of("status.inactive"));
        }
        JsonNode eligibility = standing.state().get("eligibility");
        if (eligibility != null
                && eligibility.isObject()
                && declaration.shape().field("eligibility").orElseThrow().shape() instanceof Shape.Structure structure
                && structure.field("decision").orElseThrow().shape() instanceof Shape.Choice choice) {
            return badge(declaration.kind(), choice, eligibility.get("decision").asString(), words);
        }
        return null;
    }

    private static Shown.Badge badge(String kind, Shape.Choice choice, String word, Words words) {
        return new Shown.Badge(Tone.of(kind, word), words.choice(choice, word));
    }

    private static List<String> names(String kind) {
        return kind.equals("dose-escalation") ? List.of("indication") : NAMES;
    }

    private SubjectDeclaration declaration(SubjectReading.Standing standing) {
        return vocabulary
                .subject(standing.ref().kind())
                .orElseThrow(() -> new IllegalStateException("no such kind: " + standing.ref()));
    }
}
