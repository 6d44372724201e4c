package org.opencgt.api;

import java.util.Locale;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.pipeline.Enrolment;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.NotAuthorised;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passwords and tokens, given by an administrator. */
@RestController
@RequestMapping("/api/people/{id}")
class PeopleApi {

    private final Enrolment enrolment;
    private final SubjectReading subjects;
    private final Problems problems;

    PeopleApi(Enrolment enrolment, SubjectReading subjects, Problems problems) {
        this.enrolment = enrolment;
        this.subjects = subjects;
        this.problems = problems;
    }

    /**
     * A password to give.
     *
     * @param changeNeeded whether it must be changed at the next sign-in
     */
    record Password(String password, boolean changeNeeded) {}

    /** A token to issue, for so many days. */
    record Token(String site, int days) {}

    @PostMapping("/password")
    ResponseEntity<?> password(@PathVariable String id, @RequestBody Password given, Caller caller, Locale locale) {
        Ref<Person> person = person(id, caller);
        return answer(
                enrolment.enrol(person, given.password().toCharArray(), given.changeNeeded(), caller.signer()),
                java.util.Map.of("person", person.toString()),
                locale);
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@PathVariable String id, @RequestBody Token wanted, Caller caller, Locale locale) {
        Ref<Person> person = person(id, caller);
        if (wanted.days() < 1 || wanted.days() > 366) {
            throw new InvalidAct(Fault.at("days", "range", "1", "366", "d"));
        }
        Enrolment.TokenIssued issued = enrolment.issueToken(
                person,
                Ref.<Site>parse(wanted.site()),
                java.time.Instant.now().plus(java.time.Duration.ofDays(wanted.days())),
                caller.signer());
        return answer(issued.outcome(), java.util.Map.of("token", issued.token()), locale);
    }

    private ResponseEntity<?> answer(Outcome outcome, Object body, Locale locale) {
        return outcome instanceof Outcome.Blocked(var entry, var verdict)
                ? ApiFaults.answer(problems.blocked(verdict, locale))
                : ResponseEntity.status(201).body(body);
    }

    private Ref<Person> person(String id, Caller caller) {
        Ref<Person> person = new Ref<>("person", id);
        if (!(subjects.now(caller.signer().person())
                                .map(SubjectReading.Standing::state)
                                .orElse(null)
                        instanceof Person administrator)
                || !administrator.roles().contains(Role.ADMINISTRATOR)) {
            throw new NotAuthorised(
                    Fault.at("", "role", caller.signer().person().id(), "administrator"));
        }
        if (subjects.now(person).isEmpty()) {
            throw new NoSuchSubject(person);
        }
        return person;
    }
}
