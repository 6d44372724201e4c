package org.opencgt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.reading.SubjectReading.Standing;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The strip of stages from donor to follow-up that a donor, batch or dose has passed, stands at and has before it. */
@Component
public class LifeLine {

    /** More of the family than this is not looked at for the strip. */
    private static final int FAMILY = 200;

    private static final List<String> FOLLOWED =
            List.of("donor", "collection", "batch", "unit", "recipient", "order", "sample");

    private static final List<String> IN_CLINIC = List.of("accepted", "thawed", "prepared", "infusing", "infused");
    private static final List<String> THAWED = List.of("thawed", "prepared", "infusing", "infused");

    private final LineageReading lineage;
    private final SubjectReading subjects;

    LifeLine(LineageReading lineage, SubjectReading subjects) {
        this.lineage = lineage;
        this.subjects = subjects;
    }

    /**
     * One stage.
     *
     * @param tone {@link Tone#NONE} for a stage that is still to come
     * @param note how it stands, in words
     * @param href of what stands there, null where nothing does yet
     * @param here whether the page is about it
     */
    public record Stage(
            String name, Tone tone, String note, @Nullable String href, boolean here) {}

    /** The strip, empty for subjects that have no such life. */
    List<Stage> of(Ref<?> subject, Words words) {
        if (!FOLLOWED.contains(subject.kind())) {
            return List.of();
        }
        List<String> refs = new ArrayList<>(lineage.family(subject, FAMILY));
        if (refs.size() <= 1) {
            subjects.find(subject).flatMap(LifeLine::dose).ifPresent(ref -> refs.addAll(lineage.family(ref, FAMILY)));
        }
        Map<String, Standing> states = subjects.findAll(refs);
        return new Strip(subject, states, words).stages();
    }

    /** What an order without a lineage of its own is about: its unit, else its batch, else its patient. */
    private static java.util.Optional<Ref<?>> dose(Standing standing) {
        JsonNode state = standing.state();
        for (String name : List.of("infused", "allocated")) {
            if (state.path(name).isArray()
                    && !state.path(name).isEmpty()
                    && state.path(name).get(0).isString()) {
                return java.util.Optional.of(Ref.parse(state.path(name).get(0).stringValue()));
            }
        }
        for (String name : List.of("batch", "recipient")) {
            if (state.path(name).isString()) {
                return java.util.Optional.of(Ref.parse(state.path(name).stringValue()));
            }
        }
        return java.util.Optional.empty();
    }

    private static final class Strip {

        private final Ref<?> subject;
        private final Map<String, Standing> states;
        private final Words words;
        private final List<Stage> stages = new ArrayList<>();

        Strip(Ref<?> subject, Map<String, Standing> states, Words words) {
            this.subject = subject;
            this.states = states;
            this.words = words;
        }

        List<Stage> stages() {
            Standing donor = nearest("donor");
            String decision = text(donor, "eligibility", "decision");
            add(
                    "donor",
                    donor,
                    switch (decision) {
                        case "eligible" -> Tone.DONE;
                        case "eligible_autologous_infectious" -> Tone.ATTENTION;
                        case "ineligible" -> Tone.STOPPED;
                        default -> donor == null ? Tone.NONE : Tone.READY;
                    });
            Standing collection = nearest("collection");
            String collected = text(collection, "status");
            add("collection", collection, tone(collection, collected, List.of("accepted", "used"), "rejected"));
            Standing batch = nearest("batch");
            String stage = text(batch, "stage");
            boolean rejected = stage.equals("rejected");
            add("manufacture", batch, tone(batch, stage, List.of("cryopreserved", "released"), "rejected"));
            boolean tested = stage.equals("cryopreserved") || stage.equals("formulated");
            add(
                    "release",
                    batch,
                    stage.equals("released") ? Tone.DONE : rejected ? Tone.STOPPED : tested ? Tone.READY : Tone.NONE);
            Standing unit = nearest("unit");
            String status = text(unit, "status");
            boolean arrived = status.equals("arrived") || IN_CLINIC.contains(status);
            add(
                    "shipment",
                    unit,
                    arrived
                            ? Tone.DONE
                            : status.equals("in_transit") || status.equals("released") ? Tone.READY : Tone.NONE);
            add(
                    "receipt",
                    unit,
                    IN_CLINIC.contains(status)
                            ? Tone.DONE
                            : status.equals("rejected") || status.equals("returned") || has(unit, "hold")
                                    ? Tone.STOPPED
                                    : status.equals("arrived") ? Tone.READY : Tone.NONE);
            add("thaw", unit, THAWED.contains(status) ? Tone.DONE : status.equals("accepted") ? Tone.READY : Tone.NONE);
            add(
                    "infusion",
                    unit,
                    status.equals("infused") ? Tone.DONE : THAWED.contains(status) ? Tone.READY : Tone.NONE);
            Standing recipient = nearest("recipient");
            add("follow-up", recipient, has(recipient, "lastInfusion") ? Tone.READY : Tone.NONE);
            return List.copyOf(stages);
        }

        private void add(String name, @Nullable Standing at, Tone tone) {
            boolean own = at != null && at.ref().equals(subject);
            String href = at != null && (tone != Tone.NONE || own)
                    ? Page.subject(at.ref().toString())
                    : null;
            stages.add(new Stage(
                    words.of("life." + name),
                    tone,
                    words.of(
                            "tone." + (tone == Tone.NONE ? "ahead" : tone.name().toLowerCase(java.util.Locale.ROOT))),
                    href,
                    own && home(name)));
        }

        /** The stage at which the page’s subject stands: of a unit the one that its status has reached. */
        private boolean home(String name) {
            return switch (subject.kind()) {
                case "donor" -> name.equals("donor");
                case "collection" -> name.equals("collection");
                case "batch" ->
                    name.equals(text(nearest("batch"), "stage").equals("released") ? "release" : "manufacture");
                case "unit" ->
                    name.equals(
                            switch (text(nearest("unit"), "status")) {
                                case "in_transit" -> "shipment";
                                case "arrived", "accepted", "rejected", "returned" -> "receipt";
                                case "thawed", "prepared" -> "thaw";
                                case "infusing", "infused" -> "infusion";
                                default -> "release";
                            });
                case "recipient" -> name.equals("follow-up");
                default -> false;
            };
        }

        private static Tone tone(@Nullable Standing at, String word, List<String> done, String stopped) {
            if (at == null) {
                return Tone.NONE;
            }
            return done.contains(word) ? Tone.DONE : word.equals(stopped) ? Tone.STOPPED : Tone.READY;
        }

        /** The subject itself, what its own state names, or the latest of the kind in its family. */
        private @Nullable Standing nearest(String kind) {
            Standing own = states.get(subject.toString());
            if (subject.kind().equals(kind)) {
                return own;
            }
            String named = text(own, kind);
            if (states.containsKey(named)) {
                return states.get(named);
            }
            return states.values().stream()
                    .filter(s -> s.ref().kind().equals(kind))
                    .max(java.util.Comparator.comparing(Standing::changed))
                    .orElse(null);
        }

        private static boolean has(@Nullable Standing at, String component) {
            JsonNode value = at == null ? null : at.state().get(component);
            return value != null && !value.isNull();
        }

        private static String text(@Nullable Standing at, String... path) {
            JsonNode value = at == null ? null : at.state();
            for (String name : path) {
                value = value == null ? null : value.get(name);
            }
            return value == null || !value.isString() ? "" : value.asString();
        }
    }
}
