package org.opencgt.quality;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;

/** The certificate of analysis is issued over all release tests. */
@ActType(
        value = "quality.issue-certificate",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record IssueCertificate(
        @Concerns Ref<Batch> batch, @Text(max = 40) String number) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                batch,
                b -> b.withCertificate(new Batch.Certificate(number, occasion.performedAt(), occasion.performer())));
    }
}
