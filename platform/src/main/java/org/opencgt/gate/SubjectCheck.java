package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sees that the functions over subjects of any kind are given a subject. */
final class SubjectCheck {

    static final Set<String> FUNCTIONS = Set.of("obligations", "ancestors", "descendants");

    private final Types types;
    private final CelAbstractSyntaxTree tree;
    private final List<InvalidExpression.Problem> problems = new ArrayList<>();

    SubjectCheck(Types types, CelAbstractSyntaxTree tree) {
        this.types = types;
        this.tree = tree;
        walk(tree.getExpr());
    }

    List<InvalidExpression.Problem> problems() {
        return problems;
    }

    private void walk(CelExpr expr) {
        if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && FUNCTIONS.contains(expr.call().function())) {
            CelExpr argument = expr.call().args().getFirst();
            Layout layout = tree.getType(argument.id())
                    .map(type -> types.find(type.name()))
                    .orElse(null);
            if (layout == null || !layout.subject()) {
                problems.add(InvalidExpression.Problem.at(
                        tree, argument, expr.call().function() + " is asked about a subject, such as unit"));
            }
        }
        VariableReads.parts(expr).forEach(this::walk);
    }
}
