package org.opencgt.vault;

/**
 * To whom personal data are shown, and why; it is recorded before they are.
 *
 * @param person reference of the person, as in {@code person:nurse.zhang}
 * @param purpose for example {@code page subject} or the type of an act
 */
public record Disclosure(String person, String purpose) {

    public Disclosure {
        if (person.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("personal data are shown to a named person for a stated purpose only");
        }
    }
}
