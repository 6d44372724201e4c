package org.opencgt.web.reading;

import java.time.Instant;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.language.Bilingual;

/** What is owed, and what was refused. */
public interface DueWork {

    /**
     * An open obligation.
     *
     * @param clause that asks for it
     * @param subject that owes it
     * @param by roles whose work it is
     * @param acts that fulfil it
     */
    record Due(String clause, Bilingual title, String subject, Instant due, List<Role> by, List<String> acts) {

        public Due {
            by = List.copyOf(by);
            acts = List.copyOf(acts);
        }
    }

    /** Open obligations of the person's roles at the person's site, the most urgent first. */
    List<Due> mine(SignedIn who, int limit);

    /** Open obligations of a subject. */
    List<Due> of(Ref<?> subject);

    /** The latest refused attempts at the person's site, the newest first. */
    List<ActEntry> refused(SignedIn who, int limit);
}
