package org.opencgt.pharmacology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.Product;
import org.opencgt.subject.Study;

/**
 * A subject of the study is followed from now on.
 *
 * @param code of the subject in the study
 * @param lot of the product that is meant for the subject
 */
@ActType(
        value = "pharmacology.follow-subject",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR, Role.NURSE})
public record FollowSubject(
        @Makes Ref<KineticProfile> profile,
        @Concerns Ref<PharmacologyPlan> plan,
        @Concerns Ref<Study> study,
        @Concerns Ref<Product> product,
        @Text(max = 40) String code,
        @Text(max = 40) String doseLevel,
        @Text(max = 40) @Nullable String lot,
        @Nullable BigDecimal tumourBurden)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        profile,
                        new KineticProfile(
                                plan,
                                study,
                                product,
                                code,
                                doseLevel,
                                lot,
                                tumourBurden,
                                null,
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                null))
                .andOn(plan, p -> p.following(profile, code));
    }
}
