package org.opencgt.vault;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Personal;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;

/**
 * The personal data of one act: encrypted as the act is read, stored only when it is appended ({@link Vault#store}), so that a
 * refused or tried act leaves nothing behind. Not for several threads.
 */
public final class Intake implements RecordReader.PersonalData {

    private final Vault vault;
    private final List<SealedEntry> entries = new ArrayList<>();

    Intake(Vault vault) {
        this.vault = vault;
    }

    /**
     * Encrypts a text; a token of the vault comes back as it is.
     *
     * @param field path of the act's component, as in {@code contacts[2].name}; entries are found by it without the numbers
     * @throws InvalidAct when the text has the form of a token that the vault does not know
     */
    @Override
    public Personal keep(String field, String plain) {
        if (plain.startsWith(SealedEntry.PREFIX)) {
            Personal token = new Personal(plain);
            if (entries.stream().noneMatch(entry -> entry.token().equals(token)) && !vault.knows(token)) {
                throw new InvalidAct(Fault.at(field, "vault-token-unknown", plain));
            }
            return token;
        }
        SealedEntry entry = vault.seal(field.replaceAll("\\[[0-9]+]", ""), plain);
        entries.add(entry);
        return entry.token();
    }

    /** The same; equal texts of one subject have equal tokens, and one that is known is not encrypted again. */
    @Override
    public Personal keep(String field, String plain, Ref<?> subject) {
        if (plain.startsWith(SealedEntry.PREFIX)) {
            return keep(field, plain);
        }
        Personal token = vault.token(subject, plain);
        if (entries.stream().noneMatch(entry -> entry.token().equals(token)) && !vault.knows(token)) {
            entries.add(vault.seal(field, subject, plain));
        }
        return token;
    }

    List<SealedEntry> entries() {
        return List.copyOf(entries);
    }
}
