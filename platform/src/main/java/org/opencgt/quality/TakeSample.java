package org.opencgt.quality;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Sample;

/** A sample of a batch is taken for tests. */
@ActType(
        value = "quality.take-sample",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST})
public record TakeSample(
        @Makes Ref<Sample> sample,
        @Uses Ref<Batch> batch,
        Purpose purpose,
        @Text(max = 40) String scannedChainOfIdentity,
        @In(value = "1", min = "1", max = "1000") int number)
        implements Act {

    /** What the sample is for. */
    public enum Purpose {
        IN_PROCESS,
        RELEASE,
        STABILITY
    }

    @Override
    public Effects effects(Occasion occasion) {
        Sample.Purpose use = switch (purpose) {
            case IN_PROCESS -> Sample.Purpose.IN_PROCESS;
            case RELEASE -> Sample.Purpose.RELEASE;
            case STABILITY -> Sample.Purpose.STABILITY;
        };
        return Effects.create(
                sample,
                new Sample(
                        batch, use, occasion.performedAt(), number, null, null, null, List.of(), Sample.Status.TAKEN));
    }
}
