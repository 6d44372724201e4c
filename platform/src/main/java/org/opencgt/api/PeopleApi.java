package org.opencgt.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.opencgt.access.Credentials;
import org.opencgt.access.ServiceTokens;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Passwords and tokens: given and ended by an administrator; one's own password, by oneself. */
@RestController
class PeopleApi {

    /** Days that a token can last. */
    private static final int MOST_DAYS = 366;

    private final Enrolment enrolment;
    private final Credentials credentials;
    private final ServiceTokens tokens;
    private final SubjectReading subjects;
    private final Problems problems;
    private final Clock clock;

    PeopleApi(
            Enrolment enrolment,
            Credentials credentials,
            ServiceTokens tokens,
            SubjectReading subjects,
            Problems problems,
            Clock clock) {
        this.enrolment = enrolment;
        this.credentials = credentials;
        this.tokens = tokens;
        this.subjects = subjects;
        this.problems = problems;
        this.clock = clock;
    }

    /** Gives a person a password: {@code {password, changeNeeded}}; left out, it must be changed before it signs anything. */
    @PostMapping("/api/people/{id}/password")
    ResponseEntity<?> password(@PathVariable String id, @RequestBody JsonNode given, Caller caller, Locale locale) {
        Ref<Person> person = person(id, caller);
        GivenObject body = new GivenObject(given, "password", "changeNeeded");
        String password = body.text("password");
        boolean changeNeeded = body.truth("changeNeeded", true);
        return answer(
                enrolment.enrol(person, password.toCharArray(), changeNeeded, caller.signer()),
                Map.of("person", person.toString()),
                locale);
    }

    /** Issues a token: {@code {site, days}}. Its text is shown this once. */
    @PostMapping("/api/people/{id}/token")
    ResponseEntity<?> token(@PathVariable String id, @RequestBody JsonNode given, Caller caller, Locale locale) {
        Ref<Person> person = person(id, caller);
        GivenObject body = new GivenObject(given, "site", "days");
        Ref<Site> site = body.<Site>reference("site", "site");
        int days = body.whole("days", 1, MOST_DAYS, "d");
        caller.requireReach(
                site,
                subjects.now(site)
                        .orElseThrow(() -> new InvalidAct(Fault.at("site", "no-such-subject", site.toString())))
                        .state());
        Enrolment.TokenIssued issued =
                enrolment.issueToken(person, site, clock.instant().plus(Duration.ofDays(days)), caller.signer());
        return answer(
                issued.outcome(),
                Map.of(
                        "token", issued.token().token(),
                        "id", issued.token().id(),
                        "expires", issued.token().expires()),
                locale);
    }

    /** Ends a token at once, by the {@code id} that was given with it. */
    @DeleteMapping("/api/people/{id}/token/{token}")
    ResponseEntity<?> revoke(@PathVariable String id, @PathVariable String token, Caller caller, Locale locale) {
        Ref<Person> person = person(id, caller);
        return tokens.revoke(person, token)
                ? ResponseEntity.noContent().build()
                : ApiFaults.answer(problems.notFound("no-such-token", locale, token));
    }

    /** One's own password: {@code {person, password, fresh}}. Needs no other credentials, as an expired one must be changed too. */
    @PostMapping("/api/password")
    ResponseEntity<Void> change(@RequestBody JsonNode given) {
        GivenObject body = new GivenObject(given, "person", "password", "fresh");
        Ref<Person> person = body.<Person>reference("person", "person");
        credentials.changePassword(
                person, body.text("password").toCharArray(), body.text("fresh").toCharArray());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<?> answer(Outcome outcome, Object body, Locale locale) {
        return outcome instanceof Outcome.Blocked(var entry, var verdict)
                ? ApiFaults.answer(problems.blocked(verdict.json(), entry.id(), locale))
                : ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    private Ref<Person> person(String id, Caller caller) {
        if (!(subjects.now(caller.signer().person())
                                .map(SubjectReading.Standing::state)
                                .orElse(null)
                        instanceof Person administrator)
                || !administrator.roles().contains(Role.ADMINISTRATOR)) {
            throw new NotAuthorised(
                    Fault.at("", "role", caller.signer().person().id(), "administrator"));
        }
        Ref<Person> person = GivenObject.reference(id, "person", "id");
        caller.requireReach(
                person,
                subjects.now(person)
                        .orElseThrow(() -> new NoSuchSubject(person))
                        .state());
        return person;
    }
}
