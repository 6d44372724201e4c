package org.opencgt.guideline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Shape;
import org.opencgt.gate.Environment;
import org.opencgt.gate.Language;

/** Finds the expressions of a pack file without judging them. */
final class ExpressionScan {

    private static final List<String> OF_OPENING = List.of("applies", "subject", "due", "every", "times", "until");

    private final Language language;
    private final Map<Environment, Set<String>> found;

    ExpressionScan(Language language, Map<Environment, Set<String>> found) {
        this.language = language;
        this.found = found;
    }

    void pack(PackNode root) {
        Map<String, PackNode> pack = root.members();
        note(language.product(), pack.get("attaches"));
        PackNode clauses = pack.get("clauses");
        if (clauses == null) {
            return;
        }
        for (PackNode clause : clauses.elements()) {
            PackNode rules = clause.members().get("rules");
            if (rules != null) {
                rules.elements().forEach(rule -> rule(rule.members()));
            }
        }
    }

    private void rule(Map<String, PackNode> rule) {
        note(language.product(), rule.get("profile"));
        ofActs(rule, "gate", List.of("applies", "require"));
        ofActs(rule, "evidence", List.of("applies", "require"));
        ofActs(rule, "opens", OF_OPENING);
        ofActs(rule, "fulfilled", List.of("fulfils"));
    }

    private void ofActs(Map<String, PackNode> rule, String acts, List<String> expressions) {
        PackNode names = rule.get(acts);
        if (names == null) {
            return;
        }
        for (PackNode name : names.elements()) {
            language.vocabulary().act(name.text()).ifPresent(act -> {
                Environment environment = language.act(act);
                expressions.forEach(key -> note(environment, rule.get(key)));
                PackNode subject = rule.get("subject");
                if (acts.equals("opens") && subject != null && !isList(act, subject.text())) {
                    found.computeIfAbsent(environment, e -> new LinkedHashSet<>())
                            .add(PackReader.oneSubject(subject.text()));
                }
            });
        }
    }

    private static boolean isList(ActDeclaration act, String component) {
        return act.shape()
                .field(component)
                .filter(field -> field.shape() instanceof Shape.Listing)
                .isPresent();
    }

    private void note(Environment environment, @Nullable PackNode expression) {
        if (expression != null) {
            found.computeIfAbsent(environment, e -> new LinkedHashSet<>()).add(expression.text());
        }
    }
}
