package org.opencgt.clinic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * A follow-up visit asks for the late effects (CA-9.2.8b). A visit that could not take place is recorded with its reason, so
 * that the next one becomes due.
 *
 * @param day of the product's plan, counted from the infusion
 * @param viralReplication of a virus used as vector
 * @param geneVariationDisease asked only of gene-modified cells
 * @param secondaryTumour asked only of gene-modified cells
 * @param chronicGvhd asked only of allogeneic cells
 * @param notDone why the visit did not take place
 * @param contactAttempts what was tried to reach the recipient
 */
@ActType(
        value = "clinic.follow-up",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record FollowUp(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        @In(value = "d", min = "1") int day,
        @Nullable Boolean viralReplication,
        @Nullable Boolean bacterialReplication,
        @Nullable Boolean geneVariationDisease,
        @Nullable Boolean secondaryTumour,
        @Nullable Boolean chronicGvhd,
        @Nullable Boolean delayedAllergy,
        @Nullable @Text(max = 4000, lines = true) String findings,
        @Nullable @Text(max = 2000, lines = true) String notDone,
        @Nullable @Text(max = 2000, lines = true) String contactAttempts)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        List<String> found = new ArrayList<>();
        add(viralReplication, "viral_replication", found);
        add(bacterialReplication, "bacterial_replication", found);
        add(geneVariationDisease, "gene_variation_disease", found);
        add(secondaryTumour, "secondary_tumour", found);
        add(chronicGvhd, "chronic_gvhd", found);
        add(delayedAllergy, "delayed_allergy", found);
        Order.Visit visit = new Order.Visit(day, occasion.performedAt(), notDone == null, List.copyOf(found));
        return Effects.on(order, o -> o.visited(visit));
    }

    private static void add(@Nullable Boolean answer, String word, List<String> found) {
        if (Boolean.TRUE.equals(answer)) {
            found.add(word);
        }
    }
}
