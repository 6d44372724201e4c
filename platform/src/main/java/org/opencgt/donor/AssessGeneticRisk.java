package org.opencgt.donor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;

/**
 * Whether the donor may bring a disease to the recipient.
 *
 * @param genes that were looked at; none: {@code rationale} says why
 * @param finding what was found; absent: nothing
 * @param decision what follows from the finding
 */
@ActType(
        value = "donor.assess-genetic-risk",
        by = {Role.DOCTOR})
public record AssessGeneticRisk(
        @Concerns Ref<Donor> donor,
        List<String> genes,
        @Nullable @Text(max = 1000, lines = true) String rationale,
        @Nullable @Text(max = 1000, lines = true) String finding,
        @Nullable @Text(max = 1000, lines = true) String decision)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.withGeneticRisk(
                        new Donor.GeneticRisk(occasion.performedAt(), genes, rationale, finding, decision)));
    }
}
