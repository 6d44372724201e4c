package org.opencgt.organisation;

import java.time.LocalDate;
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
import org.opencgt.subject.Person;

/**
 * A person passed a training or an assessment, or competence from experience is confirmed.
 *
 * @param topics all that it covered
 * @param provider who trained or assessed
 */
@ActType(
        value = "organisation.record-training",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record RecordTraining(
        @Concerns Ref<Person> person,
        @Text(max = 80, pattern = "[a-z0-9_]+|product:.+") List<String> topics,
        Person.Training.Basis basis,
        LocalDate passed,
        LocalDate validUntil,
        @Nullable String provider)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(person, before -> {
            Person next = before;
            for (String topic : topics) {
                next = next.trained(new Person.Training(topic, basis, passed, validUntil));
            }
            return next;
        });
    }
}
