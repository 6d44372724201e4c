package org.opencgt.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Deviation;
import org.opencgt.subject.ProcessMonitoring;

/**
 * What lies behind signals of the charts: a special cause, with its deviation, or why the process is in control all the same.
 *
 * @param deviation in which the cause was looked for
 */
@ActType(
        value = "process.assess-signal",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record AssessSignal(
        @Concerns Ref<ProcessMonitoring> monitoring,
        List<ProcessMonitoring.Signal> signals,
        ProcessMonitoring.Cause cause,
        @Concerns @Nullable Ref<Deviation> deviation,
        @Text(max = 2000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                monitoring,
                m -> m.answered(
                        new ProcessMonitoring.Answer(signals, cause, deviation, conclusion, occasion.performedAt())));
    }
}
