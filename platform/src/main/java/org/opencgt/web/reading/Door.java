package org.opencgt.web.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets people in. */
public interface Door {

    /** What came of knocking. */
    sealed interface Answer {}

    /** Let in; {@code changeNeeded} asks for another password first. */
    record Open(SignedIn who, boolean changeNeeded) implements Answer {}

    /** Wrong login or password: it does not tell which. */
    record Closed() implements Answer {}

    /** Too many wrong ones. */
    record Locked(Instant until) implements Answer {}

    Answer enter(String login, char[] password, @Nullable String origin);

    /**
     * Gives oneself another password.
     *
     * @throws org.opencgt.access.NotSignedIn where the old one is wrong or the new one too short
     */
    void changePassword(SignedIn who, char[] old, char[] fresh);
}
