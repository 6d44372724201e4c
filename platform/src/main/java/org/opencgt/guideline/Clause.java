package org.opencgt.guideline;

import java.util.List;
import org.opencgt.gate.Strength;
import org.opencgt.language.Bilingual;

/**
 * One clause of a guideline.
 *
 * @param id unique over all packs, for example {@code CA-8.2.4b}
 * @param number as printed in the guideline
 * @param kinds what the clause asks for: record, gate, document, analysis, profile, schedule, training
 * @param capability the part of the platform that it concerns
 * @param scope to what it applies, in words
 * @param items what it lists, each with a stable key
 * @param refs documents that it refers to
 * @param rules none where it is not served yet
 */
public record Clause(
        String id,
        String pack,
        String number,
        Bilingual title,
        Bilingual text,
        Strength strength,
        List<String> kinds,
        String capability,
        String scope,
        List<String> items,
        List<String> refs,
        List<Rule> rules,
        int line) {

    /** How the clause is served: by its first rule. */
    public Mechanism mechanism() {
        return rules.isEmpty() ? Mechanism.NONE : rules.getFirst().mechanism();
    }

    /** The act types of all its rules, each once. */
    public List<String> acts() {
        return rules.stream().flatMap(rule -> rule.acts().stream()).distinct().toList();
    }

    /** How many examples its rules have. */
    public int examples() {
        return rules.stream().mapToInt(rule -> rule.examples().size()).sum();
    }
}
