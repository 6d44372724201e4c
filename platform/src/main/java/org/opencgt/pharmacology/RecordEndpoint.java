package org.opencgt.pharmacology;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.KineticProfile;

/** What became of the subject. */
@ActType(
        value = "pharmacology.record-endpoint",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record RecordEndpoint(
        @Concerns Ref<KineticProfile> profile,
        KineticProfile.Endpoint.Type type,
        @Text(max = 60) String name,
        @Text(max = 60) String value,
        LocalDate assessed)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.ended(new KineticProfile.Endpoint(type, name, value, assessed)));
    }
}
