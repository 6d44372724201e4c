package org.opencgt.gate;

import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * An act about to be appended, with what the gate needs to judge it.
 *
 * @param before states of the act's subjects before it; a subject that the act makes is not in it
 * @param after states to which the act leads, of every subject that it changes or makes
 * @param facts everything else, read as far as expressions reach
 * @param justifications reasons given in advance, by clause; each lifts a {@link Strength#SHOULD} that does not hold
 */
public record Situation(
        ActDeclaration declaration,
        Act act,
        Occasion occasion,
        Map<Ref<? extends Subject>, Subject> before,
        Map<Ref<? extends Subject>, Subject> after,
        Facts facts,
        Map<String, String> justifications) {

    public Situation {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        justifications = Map.copyOf(justifications);
    }
}
