package org.opencgt.web.view;

import java.util.Map;
import java.util.Set;

/** The four states in which a thing can be, everywhere in the pages; never shown by colour alone. */
public enum Tone {
    DONE("check"),
    READY("play"),
    ATTENTION("alert"),
    STOPPED("stop"),
    NONE("dot");

    private static final Set<String> COMPLETE = Set.of(
            "released",
            "accepted",
            "infused",
            "observed",
            "closed",
            "eligible",
            "used",
            "tested",
            "in_service",
            "kept",
            "completed",
            "arrived",
            "conditioned");
    private static final Set<String> CAREFUL = Set.of(
            "quarantine",
            "eligible_autologous_infectious",
            "suspended",
            "open",
            "assessed",
            "thawed",
            "prepared",
            "returned",
            "critical",
            "major",
            "undetermined");
    private static final Set<String> HALTED = Set.of(
            "rejected",
            "recalled",
            "ineligible",
            "destroyed",
            "faulty",
            "out_of_service",
            "terminated",
            "retired",
            "stopped");
    private static final Set<String> OVER = Set.of("exhausted");

    /** Words that mean different things for different kinds of subjects. */
    private static final Map<String, Tone> PARTICULAR =
            Map.of("sample.destroyed", NONE, "unit.released", READY, "unit.accepted", READY, "unit.arrived", READY);

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** The class of its badge in the style sheet. */
    public String css() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How a word of a status is to be taken. */
    public static Tone of(String kind, String word) {
        Tone particular = PARTICULAR.get(kind + "." + word);
        if (particular != null) {
            return particular;
        }
        if (COMPLETE.contains(word)) {
            return DONE;
        }
        if (HALTED.contains(word)) {
            return STOPPED;
        }
        if (CAREFUL.contains(word)) {
            return ATTENTION;
        }
        return OVER.contains(word) ? NONE : READY;
    }
}
