package org.opencgt.guideline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.gate.Check;
import org.opencgt.gate.Language;
import org.opencgt.gate.PackInForce;

/**
 * All packs that are loaded. A pack may be there in several versions; each counts from its effective day until the next one
 * does.
 */
public final class Guidelines {

    private final Language language;
    private final List<Pack> packs;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    /**
     * @throws InvalidPacks where two packs share id and effective day, or two clauses an identifier
     */
    Guidelines(Language language, List<Pack> read) {
        this.language = language;
        this.packs = succession(read);
        List<PackProblem> problems = new ArrayList<>();
        for (Pack pack : packs) {
            Map<String, Clause> own = new LinkedHashMap<>();
            for (Clause clause : pack.clauses()) {
                Clause other = own.putIfAbsent(clause.id(), clause);
                if (other != null) {
                    problems.add(new PackProblem(
                            pack.file(), clause.line(), clause.id(), "stands twice, first on line " + other.line()));
                }
                clauses.put(clause.id(), clause);
            }
            for (Pack other : packs) {
                if (other != pack
                        && other.id().equals(pack.id())
                        && other.inForce().effective().equals(pack.inForce().effective())) {
                    problems.add(new PackProblem(
                            pack.file(),
                            1,
                            "",
                            "pack " + pack.id() + " is effective from the same day in " + other.file()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidPacks(problems);
        }
    }

    /** Each version knows when the next one replaces it; the newest comes last and wins where clauses are looked up. */
    private static List<Pack> succession(List<Pack> read) {
        List<Pack> sorted = new ArrayList<>(read);
        sorted.sort(Comparator.comparing(Pack::guideline)
                .reversed()
                .thenComparing(Pack::id)
                .thenComparing(pack -> pack.inForce().effective()));
        List<Pack> packs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Pack pack = sorted.get(i);
            Pack next = i + 1 < sorted.size() && sorted.get(i + 1).id().equals(pack.id()) ? sorted.get(i + 1) : null;
            PackInForce own = pack.inForce();
            packs.add(
                    next == null
                            ? pack
                            : new Pack(
                                    pack.file(),
                                    new PackInForce(
                                            own.id(),
                                            own.version(),
                                            own.effective(),
                                            next.inForce().effective(),
                                            own.attaches()),
                                    pack.document(),
                                    pack.issuer(),
                                    pack.status(),
                                    pack.guideline(),
                                    pack.clauses()));
        }
        return List.copyOf(packs);
    }

    /** The guidelines by identifier, then the house pack; the versions of a pack by effective day. */
    public List<Pack> packs() {
        return packs;
    }

    /** The newest version of each pack. */
    public List<Pack> newest() {
        return packs.stream().filter(pack -> pack.inForce().replaced() == null).toList();
    }

    /** The version of each pack that counts at the time; the first of a pack of which none counts yet. */
    public List<Pack> at(Instant time) {
        Map<String, Pack> counting = new LinkedHashMap<>();
        for (Pack pack : packs) {
            if (pack.inForce().countsAt(time)) {
                counting.put(pack.id(), pack);
            } else {
                counting.putIfAbsent(pack.id(), pack);
            }
        }
        return List.copyOf(counting.values());
    }

    /** The versions of a pack by effective day; none where there is no such pack. */
    public List<Pack> versions(String id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).toList();
    }

    /**
     * Two versions of a pack to compare.
     *
     * @param from the earlier version; null: the one before the later
     * @param to the later version; null: the next that takes effect, or else the newest
     * @param now when "next" is asked for
     * @return empty where there is no such pack or version, or none before it
     */
    public Optional<PackChanges> changes(String id, @Nullable String from, @Nullable String to, Instant now) {
        List<Pack> versions = versions(id);
        Optional<Pack> later = to == null ? upcoming(versions, now) : named(versions, to);
        return later.flatMap(
                l -> (from == null ? before(versions, l) : named(versions, from)).map(e -> PackChanges.between(e, l)));
    }

    private static Optional<Pack> upcoming(List<Pack> versions, Instant now) {
        return versions.stream()
                .skip(1)
                .filter(pack -> now.isBefore(pack.inForce().begins()))
                .findFirst()
                .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
    }

    private static Optional<Pack> named(List<Pack> versions, String version) {
        return versions.stream().filter(pack -> pack.version().equals(version)).findFirst();
    }

    private static Optional<Pack> before(List<Pack> versions, Pack later) {
        int at = versions.indexOf(later);
        return at < 1 ? Optional.empty() : Optional.of(versions.get(at - 1));
    }

    /** The clause in the newest version of its pack that has it. */
    public Optional<Clause> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /**
     * The clause as it was where these versions judged; in the newest version that has it, where they don't name its pack.
     *
     * @param versions by pack
     */
    public Optional<Clause> clause(String id, Map<String, String> versions) {
        return packs.stream()
                .filter(pack -> pack.version().equals(versions.get(pack.id())))
                .flatMap(pack -> pack.clauses().stream())
                .filter(clause -> clause.id().equals(id))
                .findFirst()
                .or(() -> clause(id));
    }

    public Language language() {
        return language;
    }

    /** The rules of gates and of evidence, by act type. */
    public Map<String, List<Check>> checks() {
        Map<String, List<Check>> checks = new LinkedHashMap<>();
        for (Pack pack : packs) {
            for (Clause clause : pack.clauses()) {
                clause.rules().stream()
                        .flatMap(rule -> conditions(rule))
                        .forEach(condition -> condition
                                .byAct()
                                .forEach((act, compiled) -> checks.computeIfAbsent(act, name -> new ArrayList<>())
                                        .add(new Check(
                                                pack.inForce(),
                                                clause.id(),
                                                clause.strength(),
                                                clause.title(),
                                                condition.message(),
                                                compiled.applies(),
                                                compiled.require()))));
            }
        }
        return checks;
    }

    private static Stream<Rule.Condition> conditions(Rule rule) {
        return switch (rule) {
            case Rule.GateRule gate -> Stream.of(gate.condition());
            case Rule.EvidenceRule evidence -> Stream.of(evidence.condition());
            case Rule.ObligationRule o -> Stream.empty();
            case Rule.AnalysisRule a -> Stream.empty();
            case Rule.ProfileRule p -> Stream.empty();
        };
    }
}
