package org.opencgt.nonclinical;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.NonclinicalStudy;

/**
 * A difference between test article and product is explained and weighed.
 *
 * @param effectOnPrediction what it does to predicting from animals what happens in people
 */
@ActType(
        value = "nonclinical.explain-difference",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record ExplainDifference(
        @Concerns Ref<NonclinicalStudy> study,
        NonclinicalStudy.Aspect aspect,
        @Text(max = 1000, lines = true) String explanation,
        @Text(max = 1000, lines = true) String effectOnPrediction)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study,
                s -> s.explained(new NonclinicalStudy.Difference(
                        aspect, explanation, effectOnPrediction, occasion.performedAt())));
    }
}
