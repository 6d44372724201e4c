package org.opencgt.records;

import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * A piece of quality management that has no act of its own is recorded in the chain of what it is about.
 *
 * @param object what it is about: a batch or sample of quality control, a person of training, a device or room of
 *     maintenance, anything of a complaint
 */
@ActType(
        value = "records.record-quality-activity",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.QUALITY_CONTROL_ANALYST, Role.ADMINISTRATOR})
public record RecordQualityActivity(
        @Concerns Ref<? extends Subject> object,
        Activity activity,
        Instant done,
        @Text(max = 2000, lines = true) String description,
        String reference)
        implements Act {

    public enum Activity {
        QUALITY_CONTROL,
        TRAINING_AND_ASSESSMENT,
        FACILITY_MAINTENANCE,
        COMPLAINT
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.none();
    }
}
