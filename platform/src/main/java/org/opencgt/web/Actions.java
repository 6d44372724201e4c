package org.opencgt.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.Acting.Possible;
import org.opencgt.web.reading.Acting.Readiness;
import org.opencgt.web.reading.Judgement;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;

/**
 * What can be done with a subject, in the order in which one reads it.
 *
 * @param open acts of the reader’s roles whose gate is open, or asks for a reason
 * @param obstacles what stands in the way of the others, each once, with the acts that it stops
 * @param others acts of other people’s roles
 */
public record Actions(List<Action> open, List<Obstacle> obstacles, List<Action> others) {

    public Actions {
        open = List.copyOf(open);
        obstacles = List.copyOf(obstacles);
        others = List.copyOf(others);
    }

    /**
     * An act that could be next, with its gate.
     *
     * @param roles who may perform it
     */
    public record Action(String title, String about, String href, String roles, Possible possible) {

        public Tone tone() {
            return toneOf(possible.readiness());
        }

        public String readiness() {
            return "readiness." + possible.readiness().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One reason and all the acts that wait for it. */
    public record Obstacle(Judgement.Finding finding, Readiness readiness, List<Action> actions) {

        public Tone tone() {
            return toneOf(readiness);
        }

        public String key() {
            return "readiness." + readiness.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static Tone toneOf(Readiness readiness) {
        return switch (readiness) {
            case READY -> Tone.READY;
            case JUSTIFY, WAITING -> Tone.ATTENTION;
            case BLOCKED -> Tone.STOPPED;
        };
    }

    /** @param query appended to the address of each form, empty or beginning with {@code &} */
    static Actions of(List<Possible> all, Vocabulary vocabulary, Words words, String about, String query) {
        List<Action> open = new ArrayList<>();
        List<Action> others = new ArrayList<>();
        Map<String, List<Action>> stopped = new LinkedHashMap<>();
        for (Possible possible : all) {
            ActDeclaration declaration = vocabulary.act(possible.type()).orElseThrow();
            Action action = new Action(
                    words.act(possible.type()),
                    words.actAbout(possible.type()),
                    Page.act(possible.type(), about) + query,
                    declaration.by().stream().map(words::role).collect(Collectors.joining(" · ")),
                    possible);
            Judgement.@Nullable Finding finding = possible.finding();
            if (!possible.mine()) {
                others.add(action);
            } else if (finding == null || possible.readiness() == Readiness.JUSTIFY) {
                open.add(action);
            } else {
                stopped.computeIfAbsent(
                                possible.readiness() + finding.clause() + words.in(finding.message()),
                                k -> new ArrayList<>())
                        .add(action);
            }
        }
        open.sort(java.util.Comparator.comparing(a -> a.possible().readiness()));
        others.sort(java.util.Comparator.comparing(a -> a.possible().readiness()));
        List<Obstacle> obstacles = new ArrayList<>();
        for (List<Action> actions : stopped.values()) {
            Possible first = actions.getFirst().possible();
            if (first.finding() != null) {
                obstacles.add(new Obstacle(first.finding(), first.readiness(), List.copyOf(actions)));
            }
        }
        obstacles.sort(java.util.Comparator.comparing((Obstacle o) -> o.readiness() != Readiness.WAITING));
        return new Actions(open, obstacles, others);
    }
}
