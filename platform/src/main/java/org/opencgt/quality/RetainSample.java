package org.opencgt.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
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

/** A sample of a batch is kept in retention. */
@ActType(
        value = "quality.retain-sample",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST})
public record RetainSample(
        @Makes Ref<Sample> sample,
        @Uses Ref<Batch> batch,
        @Text(max = 40) String scannedChainOfIdentity,
        @In(value = "1", min = "1", max = "1000") int number,
        @In(value = "Cel", min = "-200", max = "30") BigDecimal storageTemperature,
        @Text(max = 60) String position,
        LocalDate keepUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        sample,
                        new Sample(
                                batch,
                                Sample.Purpose.RETENTION,
                                occasion.performedAt(),
                                number,
                                storageTemperature,
                                position,
                                keepUntil,
                                List.of(),
                                Sample.Status.KEPT))
                .andOn(batch, b -> b.withRetained(Batch.joined(b.retained(), sample)));
    }
}
