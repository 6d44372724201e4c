package org.opencgt.access;

import java.time.Instant;

/** What came of giving credentials. */
public sealed interface SignIn {

    /** They are right. */
    record Granted(Signer signer, boolean changeNeeded) implements SignIn {}

    /** They are wrong, or there is no such person: the answer does not tell which. */
    record Refused() implements SignIn {}

    /** Too many wrong ones; the right ones are not looked at before {@code until}. */
    record Locked(Instant until) implements SignIn {}
}
