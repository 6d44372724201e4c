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
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;

/**
 * Whether the people who sign may perform an act: active, in the right roles, with their own keys, at the site. That they are different
 * people is a rule of the house pack, so that a refusal names its clause.
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

    /** A token of one site performs nothing on the subjects of another. */
    static void requireSite(@Nullable Ref<Site> boundTo, Map<Ref<?>, Subject> subjects) {
        if (boundTo == null) {
            return;
        }
        subjects.forEach((ref, state) -> {
            Set<Ref<Site>> sites = sites(ref, state);
            if (!sites.isEmpty() && !sites.contains(boundTo)) {
                throw new NotAuthorised(Fault.at("", "other-site", boundTo.id(), ref.toString()));
            }
        });
    }

    private static Set<Ref<Site>> sites(Ref<?> ref, Subject state) {
        return switch (state) {
            case Site site -> Set.of(new Ref<>(ref.kind(), ref.id()));
            case Unit unit -> Set.of(unit.heldAt());
            case Batch batch -> Set.of(batch.site());
            case Collection collection -> Set.of(collection.site());
            case Recipient recipient -> Set.of(recipient.site());
            case Order order -> Set.of(order.site());
            case Shipment shipment -> Set.of(shipment.from(), shipment.to());
            case org.opencgt.subject.Equipment equipment -> Set.of(equipment.site());
            case org.opencgt.subject.Area area -> Set.of(area.site());
            case org.opencgt.subject.Document document -> Set.of(document.site());
            case Person person -> Set.of(person.site());
            default -> Set.of();
        };
    }

    private static String words(List<Role> roles) {
        return String.join(
                ", ",
                roles.stream()
                        .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }
}
