package org.opencgt.nonclinical;

import java.math.BigDecimal;
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
import org.opencgt.subject.Batch;
import org.opencgt.subject.Document;
import org.opencgt.subject.NonclinicalStudy;

/**
 * A batch is given to the animals. Results of a batch of this ledger have to be its release tests.
 *
 * @param batch in this ledger; absent where it was made outside it
 * @param certificate of its analysis, where there is no batch
 * @param amount at hand for the study, in the unit of its doses
 */
@ActType(
        value = "nonclinical.enter-batch",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST})
public record EnterBatch(
        @Concerns Ref<NonclinicalStudy> study,
        @Text(max = 40) String number,
        @Concerns @Nullable Ref<Batch> batch,
        @Concerns @Nullable Ref<Document> certificate,
        @In(value = "1", min = "0") BigDecimal amount,
        List<NonclinicalStudy.BatchResult> results)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study, s -> s.given(new NonclinicalStudy.GivenBatch(number, batch, certificate, amount, results)));
    }
}
