package org.opencgt.method;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.MethodStudy;

/**
 * Readings of the study. Those of a batch have to be its release tests.
 *
 * @param batch whose release tests they are; absent for readings of samples made for the study
 */
@ActType(
        value = "method.record-readings",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY},
        signed = {Meaning.PERFORMED})
public record RecordReadings(
        @Concerns Ref<MethodStudy> study,
        @Concerns @Nullable Ref<Batch> batch,
        List<Given> readings) implements Act {

    /**
     * One reading.
     *
     * @param nominal what was put in
     */
    public record Given(
            @Text(max = 40) String sample,
            MethodStudy.Side side,
            MethodStudy.Nature nature,
            @Text(max = 40) String run,
            @Nullable @In(value = "1", min = "0") BigDecimal nominal,
            @Nullable @In("1") BigDecimal value,
            @Nullable Boolean detected) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study,
                s -> s.reading(readings.stream()
                        .map(r -> new MethodStudy.Reading(
                                r.sample(), r.side(), r.nature(), r.run(), r.nominal(), r.value(), r.detected(), batch))
                        .toList()));
    }
}
