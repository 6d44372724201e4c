package org.opencgt.guideline;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one clause from one version of its pack to another.
 *
 * @param before null where it was added
 * @param after null where it was withdrawn
 * @param parts what changed of a clause that both versions have; empty otherwise
 */
public record ClauseChange(
        String clause,
        Kind kind,
        @Nullable Clause before,
        @Nullable Clause after,
        Set<Part> parts) {

    public ClauseChange {
        parts = Set.copyOf(parts);
    }

    /** Whether it came, changed or went. */
    public enum Kind {
        ADDED,
        CHANGED,
        WITHDRAWN;

        /** As in interfaces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of a clause, in the order in which changes are told. */
    public enum Part {
        STRENGTH,
        RULES,
        WORDING,
        /** Where it is filed: kind and capability. */
        FILING;

        /** As in interfaces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the two versions ask by different rules or with different strength, rather than in other words. */
    public boolean asksOtherwise() {
        return kind != Kind.CHANGED || parts.contains(Part.RULES) || parts.contains(Part.STRENGTH);
    }

    static ClauseChange added(Clause clause) {
        return new ClauseChange(clause.id(), Kind.ADDED, null, clause, Set.of());
    }

    static ClauseChange withdrawn(Clause clause) {
        return new ClauseChange(clause.id(), Kind.WITHDRAWN, clause, null, Set.of());
    }

    /** Empty where both say the same; examples and the place in the file don't count. */
    static Optional<ClauseChange> between(Clause before, Clause after) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (before.strength() != after.strength()) {
            parts.add(Part.STRENGTH);
        }
        if (!rules(before).equals(rules(after))) {
            parts.add(Part.RULES);
        }
        if (!wording(before).equals(wording(after))) {
            parts.add(Part.WORDING);
        }
        if (!before.kinds().equals(after.kinds()) || !before.capability().equals(after.capability())) {
            parts.add(Part.FILING);
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClauseChange(after.id(), Kind.CHANGED, before, after, parts));
    }

    private static List<RuleText> rules(Clause clause) {
        return clause.rules().stream().map(RuleText::of).toList();
    }

    private static List<Object> wording(Clause clause) {
        return List.of(clause.number(), clause.title(), clause.text(), clause.scope(), clause.items(), clause.refs());
    }
}
