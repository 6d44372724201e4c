package org.opencgt.lineage;

import java.util.List;
import java.util.Map;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * What must be found again when a material lot, a collection or a batch turns out bad.
 *
 * @param of what is recalled
 * @param doses every unit below it, by reference
 * @param recipients everybody who received one
 * @param reached how many subjects of each kind lie below, the recalled one included
 * @param complete false where there were more than {@link Lineage#MOST_NODES}
 */
public record Recall(
        Ref<? extends Subject> of,
        List<Dose> doses,
        List<Ref<? extends Subject>> recipients,
        Map<String, Integer> reached,
        boolean complete) {

    static final String DOSE = "unit";
    static final String RECIPIENT = "recipient";

    /**
     * @param recipients who received it; none where it was not given
     */
    public record Dose(Ref<? extends Subject> unit, List<Ref<? extends Subject>> recipients) {}
}
