package org.opencgt.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Signer;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/**
 * Whether the people who sign may perform an act: active, in the right roles, with their own keys, at the site, and different
 * people.
 */
final class Authorisation {

    private Authorisation() {}

    /**
     * @throws NotAuthorised with the first reason
     */
    static void require(ActDeclaration type, List<Ref<Person>> signers, Snapshot snapshot) {
        for (int i = 0; i < signers.size(); i++) {
            Ref<Person> signer = signers.get(i);
            if (!(snapshot.state(signer) instanceof Person person) || !person.active()) {
                throw new NotAuthorised(Fault.at("signatures[" + i + "]", "inactive", signer.id()));
            }
            List<Role> roles = i == 0 ? type.by() : type.countersignedBy();
            if (!roles.isEmpty() && Collections.disjoint(roles, person.roles())) {
                throw new NotAuthorised(Fault.at("signatures[" + i + "]", "role", signer.id(), words(roles)));
            }
        }
    }

    /** Whether a key is the one that the ledger knows as the person's. */
    static void requireKnownKeys(List<Signer> signers, Snapshot snapshot) {
        for (int i = 0; i < signers.size(); i++) {
            Signer signer = signers.get(i);
            if (!(snapshot.state(signer.person()) instanceof Person person)
                    || !signer.publicKey().equals(person.publicKey())) {
                throw new NotAuthorised(
                        Fault.at("signatures[" + i + "]", "key", signer.person().id()));
            }
        }
    }

    /**
     * Nobody signs twice. Rules of the house pack say so with their clauses, and this stands behind them for every act, also for one
     * that no rule knows yet.
     */
    static void requireDifferentPeople(List<Ref<Person>> signers) {
        for (int i = 1; i < signers.size(); i++) {
            if (signers.subList(0, i).contains(signers.get(i))) {
                throw new NotAuthorised(Fault.at(
                        "signatures[" + i + "]", "signed-twice", signers.get(i).id()));
            }
        }
    }

    /** Who corrects an entry could have made it; who reviews could have signed it, or is of quality. */
    static void requireCorrectors(ActDeclaration corrected, List<Ref<Person>> signers, Snapshot snapshot) {
        for (int i = 0; i < signers.size(); i++) {
            Set<Role> roles = new java.util.LinkedHashSet<>(corrected.by());
            if (i > 0 && !roles.isEmpty()) {
                roles.addAll(corrected.countersignedBy());
                roles.add(Role.QUALITY);
            }
            if (!roles.isEmpty()
                    && snapshot.state(signers.get(i)) instanceof Person person
                    && Collections.disjoint(roles, person.roles())) {
                throw new NotAuthorised(
                        Fault.at("signatures[" + i + "]", "role", signers.get(i).id(), words(roles)));
            }
        }
    }

    /** A token of one site performs nothing on the subjects of another. */
    static void requireSite(@Nullable Ref<Site> boundTo, Map<Ref<?>, Subject> subjects, Snapshot snapshot) {
        if (boundTo != null) {
            subjects.forEach((ref, state) -> SiteBound.require(boundTo, ref, state, snapshot::state));
        }
    }

    private static String words(java.util.Collection<Role> roles) {
        return String.join(
                ", ",
                roles.stream()
                        .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }
}
