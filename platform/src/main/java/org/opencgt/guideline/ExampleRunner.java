package org.opencgt.guideline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Expression;
import org.opencgt.gate.Given;
import org.opencgt.gate.Language;
import tools.jackson.databind.JsonNode;

/** Runs the examples of packs: each rule must decide each of its examples as the example says. */
public final class ExampleRunner {

    private final Language language;

    public ExampleRunner(Guidelines guidelines) {
        this.language = guidelines.language();
    }

    /**
     * An example and what came of it.
     *
     * @param failure what the rule said instead; null where the example holds
     */
    public record Outcome(
            Pack pack,
            Clause clause,
            Rule rule,
            Example example,
            @Nullable String failure) {

        public boolean holds() {
            return failure == null;
        }

        @Override
        public String toString() {
            return pack.file() + ":" + example.line() + ": " + clause.id() + ": "
                    + Optional.ofNullable(failure).orElse("holds");
        }
    }

    /** All examples of the pack, in order. */
    public List<Outcome> run(Pack pack) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Clause clause : pack.clauses()) {
            for (Rule rule : clause.rules()) {
                for (Example example : rule.examples()) {
                    outcomes.add(new Outcome(pack, clause, rule, example, failure(rule, example)));
                }
            }
        }
        return outcomes;
    }

    private @Nullable String failure(Rule rule, Example example) {
        return switch (rule) {
            case Rule.GateRule gate -> condition(gate.condition(), gate.acts(), example);
            case Rule.EvidenceRule evidence -> condition(evidence.condition(), evidence.acts(), example);
            case Rule.ObligationRule obligation -> obligation(obligation, example);
            case Rule.ProfileRule profile -> profile(profile, example);
            case Rule.AnalysisRule a -> null;
        };
    }

    private @Nullable String condition(Rule.Condition condition, List<String> acts, Example example) {
        String act = act(acts, example);
        Rule.Condition.Compiled compiled =
                act == null ? null : condition.byAct().get(act);
        if (act == null || compiled == null) {
            return "the rule is about " + acts + ", not about " + example.act();
        }
        Given given = Given.act(language, declaration(act), example.given());
        if (!given.faults().isEmpty()) {
            return String.join("; ", given.faults());
        }
        Answer applies = compiled.applies() == null
                ? new Answer.Is(true)
                : compiled.applies().evaluate(given);
        if (!applies.isTrue()) {
            return compare(example, applies.isFalse() ? Example.Expected.NOT_APPLICABLE : null, "applies", applies);
        }
        Answer require = compiled.require().evaluate(given);
        Example.Expected said =
                require.isTrue() ? Example.Expected.YES : require.isFalse() ? Example.Expected.NO : null;
        return compare(example, said, "require", require);
    }

    private static @Nullable String compare(
            Example example, Example.@Nullable Expected said, String part, Answer answer) {
        Example.Expected found = said == null && answer instanceof Answer.Missing ? Example.Expected.UNKNOWN : said;
        return found == example.expected()
                ? null
                : "expected " + word(example.expected()) + ", but " + part + " is " + describe(answer);
    }

    private @Nullable String obligation(Rule.ObligationRule rule, Example example) {
        String act = act(rule.acts(), example);
        Rule.ObligationRule.Opening opening = act == null ? null : rule.opens().get(act);
        if (act == null || opening == null) {
            return "the rule is about " + rule.acts() + ", not about " + example.act();
        }
        Given given = Given.act(language, declaration(act), example.given());
        if (!given.faults().isEmpty()) {
            return String.join("; ", given.faults());
        }
        Answer applies = opening.applies() == null
                ? new Answer.Is(true)
                : opening.applies().evaluate(given);
        if (!applies.isTrue()) {
            return example.expected() == Example.Expected.NO && applies.isFalse()
                    ? null
                    : "expected " + word(example.expected()) + ", but applies is " + describe(applies);
        }
        Answer due = opening.due().evaluate(given);
        if (!(due instanceof Answer.Is(Instant first))) {
            return "due is " + describe(due);
        }
        if (example.expected() != Example.Expected.YES) {
            return "expected " + word(example.expected()) + ", but it opens, due " + first;
        }
        if (example.due() != null && !example.due().equals(first)) {
            return "expected to be due " + example.due() + ", but is due " + first;
        }
        return broken("every", opening.every(), given)
                .or(() -> broken("times", opening.times(), given))
                .or(() -> broken("until", opening.until(), given))
                .orElse(null);
    }

    private static Optional<String> broken(String part, @Nullable Expression expression, Given given) {
        if (expression == null) {
            return Optional.empty();
        }
        Answer answer = expression.evaluate(given);
        return answer instanceof Answer.Is ? Optional.empty() : Optional.of(part + " is " + describe(answer));
    }

    private @Nullable String profile(Rule.ProfileRule rule, Example example) {
        Given given = Given.product(language, example.given());
        if (!given.faults().isEmpty()) {
            return String.join("; ", given.faults());
        }
        Answer answer = rule.value().evaluate(given);
        JsonNode expected = example.value();
        return answer instanceof Answer.Is(Object value) && expected != null && same(expected, value)
                ? null
                : "expected " + expected + ", but the value is " + describe(answer);
    }

    private static boolean same(JsonNode expected, Object value) {
        return switch (value) {
            case Boolean truth -> expected.isBoolean() && expected.booleanValue() == truth;
            case Number number -> expected.isNumber() && expected.doubleValue() == number.doubleValue();
            case List<?> list -> {
                if (!expected.isArray() || expected.size() != list.size()) {
                    yield false;
                }
                for (int i = 0; i < list.size(); i++) {
                    if (!same(expected.get(i), list.get(i))) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> expected.isString() && expected.stringValue().equals(value.toString());
        };
    }

    private static @Nullable String act(List<String> acts, Example example) {
        return example.act() == null ? acts.getFirst() : acts.contains(example.act()) ? example.act() : null;
    }

    private ActDeclaration declaration(String act) {
        return language.vocabulary().act(act).orElseThrow();
    }

    private static String word(Example.Expected expected) {
        return switch (expected) {
            case YES -> "true";
            case NO -> "false";
            case UNKNOWN -> "unknown";
            case NOT_APPLICABLE -> "that the rule does not apply";
            case VALUE -> "a value";
        };
    }

    private static String describe(Answer answer) {
        return switch (answer) {
            case Answer.Is(Object value) -> value.toString();
            case Answer.Missing(List<String> facts) -> "unknown: missing " + String.join(", ", facts);
            case Answer.Broken(String why) -> "an error: " + why;
        };
    }
}
