package org.opencgt.process;

import java.util.List;
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
import org.opencgt.subject.Document;
import org.opencgt.subject.ProcessMonitoring;

/**
 * The process is found validated on lots that are monitored.
 *
 * @param lots of the validation
 * @param keySteps of the process that the report covers
 */
@ActType(
        value = "process.conclude-validation",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ConcludeValidation(
        @Concerns Ref<ProcessMonitoring> monitoring,
        @Concerns Ref<Document> report,
        List<String> lots,
        List<Batch.ProcessStep> keySteps,
        @Text(max = 2000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                monitoring,
                m -> m.withValidation(
                        new ProcessMonitoring.Validation(report, lots, keySteps, conclusion, occasion.performedAt())));
    }
}
