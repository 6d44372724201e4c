package org.opencgt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Effects;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Gate;
import org.opencgt.gate.Situation;
import org.opencgt.gate.Verdict;
import org.opencgt.ledger.Fact;
import org.opencgt.lineage.Edges;
import org.opencgt.obligation.Changes;
import org.opencgt.obligation.Obligations;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Component;

/** From an act to everything that follows from it in one snapshot: states, verdict, edges, obligations. */
@Component
final class Judge {

    private final Gate gate;
    private final Obligations obligations;
    private final Corrections corrections;

    Judge(Gate gate, Obligations obligations, Corrections corrections) {
        this.gate = gate;
        this.obligations = obligations;
        this.corrections = corrections;
    }

    /**
     * @throws InvalidAct if it names subjects that do not exist, or makes one that does, or does not fit the states
     * @throws NotAuthorised if the signers may not perform it
     */
    Judgement judge(
            Content content,
            List<Ref<Person>> signers,
            String entry,
            Instant recorded,
            @Nullable Ref<Site> boundTo,
            Snapshot snapshot) {
        ActDeclaration type = content.type();
        Act act = content.act();
        Occasion occasion =
                new Occasion(entry, content.performedAt(), recorded, signers.getFirst(), List.copyOf(signers));
        Map<String, Ref<? extends Subject>> concerned = References.concerned(type, act);
        Map<String, Ref<? extends Subject>> made = References.made(type, act);
        load(type, act, signers, concerned, made, snapshot);
        Authorisation.require(type, signers, snapshot);

        Map<Ref<? extends Subject>, Subject> before = new LinkedHashMap<>();
        concerned.values().forEach(ref -> before.put(ref, existing(ref, snapshot)));
        Authorisation.requireSite(boundTo, before, snapshot);

        Map<Ref<? extends Subject>, Subject> after;
        if (act instanceof Correct correct) {
            Corrections.Corrected corrected = corrections.apply(correct, snapshot);
            Authorisation.requireCorrectors(corrected.type(), signers, snapshot);
            Authorisation.requireSite(boundTo, corrected.before(), snapshot);
            before.putAll(corrected.before());
            after = corrected.after();
        } else {
            Set<Ref<? extends Subject>> subjects = new LinkedHashSet<>(concerned.values());
            subjects.addAll(made.values());
            try {
                after = after(subjects, before, act.effects(occasion));
            } catch (IllegalArgumentException | IllegalStateException | NullPointerException misfit) {
                return misfit(content, occasion, before, snapshot, misfit);
            }
        }
        Authorisation.requireSite(boundTo, after, snapshot);
        Situation situation = situation(content, occasion, before, after, snapshot);
        Verdict verdict = gate.evaluate(situation);
        List<Fact> facts = new ArrayList<>();
        if (verdict.accepted()) {
            Authorisation.requireDifferentPeople(signers);
            Edges edges = Edges.of(type, act);
            if (!edges.edges().isEmpty()) {
                facts.add(edges);
            }
            if (obligations.concerns(type.name())) {
                Changes changes = obligations.follow(situation, snapshot.open(after.keySet()));
                if (!changes.none()) {
                    facts.add(changes);
                }
            }
        }
        return new Judgement(verdict, before, after, snapshot.versions(), List.copyOf(made.values()), facts);
    }

    /**
     * The act's effects cannot be applied to the states that there are. If a rule explains why, its clause answers; else the act is
     * refused as one that does not fit.
     */
    private Judgement misfit(
            Content content,
            Occasion occasion,
            Map<Ref<? extends Subject>, Subject> before,
            Snapshot snapshot,
            RuntimeException misfit) {
        Verdict verdict = gate.evaluate(situation(content, occasion, before, Map.of(), snapshot));
        if (verdict.accepted()) {
            throw new InvalidAct(misfit(misfit));
        }
        return new Judgement(verdict, before, Map.of(), snapshot.versions(), List.of(), List.of());
    }

    /** In the words of the act where it refused; a state without what the act goes on from has none. */
    static Fault misfit(RuntimeException misfit) {
        return misfit instanceof NullPointerException || misfit.getMessage() == null
                ? Fault.at("", "out-of-turn")
                : Fault.at("", "does-not-fit", misfit.getMessage());
    }

    private static Map<Ref<? extends Subject>, Subject> after(
            Set<Ref<? extends Subject>> subjects, Map<Ref<? extends Subject>, Subject> before, Effects effects) {
        for (Effects.Step step : effects.steps()) {
            if (!subjects.contains(step.subject())) {
                throw new AssertionError("an act changes " + step.subject() + ", which it does not concern");
            }
        }
        Map<Ref<? extends Subject>, Subject> after = new LinkedHashMap<>();
        for (Ref<? extends Subject> ref : subjects) {
            Subject state = Fold.step(ref, before.get(ref), effects);
            if (state == null) {
                throw new AssertionError("an act says that it makes " + ref + " and does not");
            }
            after.put(ref, state);
        }
        return after;
    }

    private static void load(
            ActDeclaration type,
            Act act,
            List<Ref<Person>> signers,
            Map<String, Ref<? extends Subject>> concerned,
            Map<String, Ref<? extends Subject>> made,
            Snapshot snapshot) {
        Map<String, Ref<? extends Subject>> mentioned = References.mentioned(type, act);
        List<Ref<? extends Subject>> all = new ArrayList<>(signers);
        all.addAll(concerned.values());
        all.addAll(made.values());
        all.addAll(mentioned.values());
        snapshot.load(all);
        List<Fault> faults = new ArrayList<>();
        Map<String, Ref<? extends Subject>> needed = new LinkedHashMap<>(concerned);
        needed.putAll(mentioned);
        needed.forEach((path, ref) -> {
            if (snapshot.state(ref) == null && !made.containsValue(ref)) {
                faults.add(Fault.at(path, "no-such-subject", ref.toString()));
            }
        });
        made.forEach((path, ref) -> {
            if (snapshot.state(ref) != null) {
                faults.add(Fault.at(path, "subject-exists", ref.toString()));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidAct(faults);
        }
    }

    private static Subject existing(Ref<? extends Subject> ref, Snapshot snapshot) {
        Subject state = snapshot.state(ref);
        if (state == null) {
            throw new NoSuchSubject(ref);
        }
        return state;
    }

    private static Situation situation(
            Content content,
            Occasion occasion,
            Map<Ref<? extends Subject>, Subject> before,
            Map<Ref<? extends Subject>, Subject> after,
            Snapshot snapshot) {
        return new Situation(
                content.type(), content.act(), occasion, before, after, snapshot, content.justifications());
    }
}
