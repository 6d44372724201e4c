package org.opencgt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.ClauseChange;
import org.opencgt.guideline.PackChanges;
import org.opencgt.guideline.RuleText;
import org.opencgt.language.Bilingual;
import org.opencgt.pipeline.ChangeEffects;

/** The rows of {@code guideline changes}; the columns keep their names so that scripts keep working. */
final class GuidelineChanges {

    static final List<String> CHANGES = List.of(
            "clause",
            "change",
            "parts",
            "strength_before",
            "strength_after",
            "rules_before",
            "rules_after",
            "from",
            "to",
            "effective",
            "title");

    static final List<String> EFFECTS =
            List.of("product", "clause", "act", "before", "after", "turn", "missing", "subjects", "message");

    private GuidelineChanges() {}

    static List<List<String>> changes(PackChanges changes, Locale locale) {
        return changes.changes().stream().map(c -> row(changes, c, locale)).toList();
    }

    private static List<String> row(PackChanges changes, ClauseChange change, Locale locale) {
        Clause named = change.after() == null ? change.before() : change.after();
        return List.of(
                change.clause(),
                change.kind().word(),
                change.parts().stream().sorted().map(ClauseChange.Part::word).collect(Collectors.joining(";")),
                strength(change.before()),
                strength(change.after()),
                rules(change.before()),
                rules(change.after()),
                changes.from().version(),
                changes.to().version(),
                changes.to().inForce().effective().toString(),
                named == null ? "" : named.title().in(locale));
    }

    private static String strength(@Nullable Clause clause) {
        return clause == null ? "" : clause.strength().word();
    }

    private static String rules(@Nullable Clause clause) {
        return clause == null
                ? ""
                : clause.rules().stream()
                        .map(RuleText::of)
                        .map(rule -> rule.lines().stream()
                                .map(line -> line.member() + ": " + line.value())
                                .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining(" | "));
    }

    static List<List<String>> effects(List<ChangeEffects> products, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (ChangeEffects product : products) {
            Ref<?> ref = product.product();
            for (ChangeEffects.Effect effect : product.effects()) {
                rows.add(List.of(
                        ref == null ? "" : ref.toString(),
                        effect.clause(),
                        effect.act(),
                        effect.before().meaning().word(),
                        effect.after().meaning().word(),
                        effect.turn().word(),
                        String.join(";", effect.after().missing()),
                        effect.subjects().stream().map(Ref::toString).collect(Collectors.joining(";")),
                        message(effect.after().message(), locale)));
            }
        }
        return rows;
    }

    private static String message(@Nullable Bilingual message, Locale locale) {
        return message == null ? "" : message.in(locale);
    }
}
