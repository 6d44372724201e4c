package org.opencgt.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.gate.Expression;
import org.opencgt.language.Bilingual;

/**
 * A rule as its pack words it, without its examples: two rules with equal text decide alike.
 *
 * @param message of a gate what is missing or wrong, of an obligation its title, of an analysis what it says; null where it has none
 */
public record RuleText(List<Line> lines, @Nullable Bilingual message) {

    public RuleText {
        lines = List.copyOf(lines);
    }

    /** A member of the rule in the pack file, such as {@code require}, and its value. */
    public record Line(String member, String value) {}

    public static RuleText of(Rule rule) {
        List<Line> lines = new ArrayList<>();
        Bilingual message = switch (rule) {
            case Rule.GateRule gate -> condition(lines, "gate", rule, gate.condition());
            case Rule.EvidenceRule evidence -> condition(lines, "evidence", rule, evidence.condition());
            case Rule.ObligationRule obligation -> obligation(lines, obligation);
            case Rule.AnalysisRule analysis -> {
                lines.add(new Line("analysis", analysis.engine()));
                yield analysis.about();
            }
            case Rule.ProfileRule profile -> {
                lines.add(new Line("profile", profile.value().source()));
                yield null;
            }
        };
        lines.add(new Line("decided_by", rule.decidedBy().word()));
        return new RuleText(lines, message);
    }

    private static Bilingual condition(List<Line> lines, String member, Rule rule, Rule.Condition condition) {
        lines.add(new Line(member, String.join(", ", rule.acts())));
        condition.byAct().values().stream().findFirst().ifPresent(compiled -> {
            add(lines, "applies", compiled.applies());
            add(lines, "require", compiled.require());
        });
        return condition.message();
    }

    private static Bilingual obligation(List<Line> lines, Rule.ObligationRule rule) {
        lines.add(new Line("obligation", rule.name()));
        lines.add(new Line("opens", String.join(", ", rule.acts())));
        rule.opens().values().stream().findFirst().ifPresent(opening -> {
            add(lines, "applies", opening.applies());
            add(lines, "subject", opening.subjects());
            add(lines, "due", opening.due());
            add(lines, "every", opening.every());
            add(lines, "times", opening.times());
            add(lines, "until", opening.until());
        });
        lines.add(
                new Line("fulfilled", rule.fulfils().keySet().stream().sorted().collect(Collectors.joining(", "))));
        rule.fulfils().values().stream().findFirst().ifPresent(fulfils -> add(lines, "fulfils", fulfils));
        lines.add(new Line(
                "by",
                rule.by().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
        return rule.title();
    }

    private static void add(List<Line> lines, String member, @Nullable Expression expression) {
        if (expression != null) {
            lines.add(new Line(member, expression.source()));
        }
    }
}
