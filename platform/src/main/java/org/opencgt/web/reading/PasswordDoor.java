package org.opencgt.web.reading;

import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.SignIn;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Component;

/** Lets people in by their passwords; somebody who is no longer active stays out. */
@Component
final class PasswordDoor implements Door {

    private final Credentials credentials;
    private final SubjectReading subjects;

    PasswordDoor(Credentials credentials, SubjectReading subjects) {
        this.credentials = credentials;
        this.subjects = subjects;
    }

    @Override
    public Answer enter(String login, char[] password, @Nullable String origin) {
        return switch (credentials.signIn(login, password, origin)) {
            case SignIn.Granted(Signer signer, boolean changeNeeded) ->
                state(signer.person()) instanceof Person person && person.active()
                        ? new Open(signedIn(signer.person(), person), changeNeeded)
                        : new Closed();
            case SignIn.Refused() -> new Closed();
            case SignIn.Locked(var until) -> new Locked(until);
        };
    }

    @Override
    public void changePassword(SignedIn who, char[] old, char[] fresh) {
        credentials.changePassword(new Ref<>("person", who.login()), old, fresh);
    }

    private SignedIn signedIn(Ref<Person> ref, Person person) {
        String site = state(person.site()) instanceof Site at
                ? at.name()
                : person.site().id();
        return new SignedIn(ref.toString(), person.name(), person.site().toString(), site, person.roles());
    }

    private @Nullable Subject state(Ref<?> ref) {
        return subjects.now(ref).map(SubjectReading.Standing::state).orElse(null);
    }
}
