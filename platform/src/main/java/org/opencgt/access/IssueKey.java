package org.opencgt.access;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Person;

/**
 * A person's signing key becomes known: from here on signatures with it count as the person's. The chain of the person holds
 * every key that the person ever had.
 *
 * @param publicKey base64 of the 32 bytes of an Ed25519 public key
 */
@ActType(value = "access.issue-key", by = Role.ADMINISTRATOR)
public record IssueKey(
        @Concerns Ref<Person> person,
        @Text(pattern = "[A-Za-z0-9+/]{43}=") String publicKey) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(person, p -> p.withPublicKey(publicKey));
    }
}
