package org.opencgt.organisation;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.opencgt.subject.Document;
import org.opencgt.subject.Person;

/**
 * The institution judges whether a person is fit to lead a study.
 *
 * @param met the aspects on which the person was found fit
 * @param curriculumVitae on file
 */
@ActType(
        value = "organisation.appraise-person",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.REVIEWED, Meaning.APPROVED})
public record AppraisePerson(
        @Concerns Ref<Person> person,
        @Concerns Ref<Document> curriculumVitae,
        List<Person.Appraisal.Aspect> met,
        @Text(max = 2000, lines = true) String judgement,
        LocalDate validUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                person,
                p -> p.withAppraisal(new Person.Appraisal(
                        curriculumVitae,
                        met,
                        judgement,
                        occasion.performedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                        validUntil)));
    }
}
