package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps {@code &&}, {@code ||} and the loops that decide ({@code all}, {@code exists}) where truth values are decided: at the
 * top, within one another, under {@code !} and in {@code ?:}. Elsewhere, for example in {@code (a && b) == c}, the engine
 * (CEL 0.14) compares an error that {@code &&} hands on as if it were a value, and a broken rule would pass.
 */
final class LogicCheck {

    private static final Set<String> DECIDING = Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false");

    private final CelAbstractSyntaxTree tree;
    private final List<InvalidExpression.Problem> problems = new ArrayList<>();

    LogicCheck(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        walk(tree.getExpr(), true);
    }

    List<InvalidExpression.Problem> problems() {
        return problems;
    }

    private void walk(CelExpr expr, boolean deciding) {
        boolean loop = expr.exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION;
        boolean logic = loop
                ? tree.getType(expr.id()).filter(SimpleType.BOOL::equals).isPresent()
                : expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                        && DECIDING.contains(expr.call().function());
        if (!deciding && logic && handsOnErrors(expr, loop)) {
            problems.add(InvalidExpression.Problem.at(
                    tree,
                    expr,
                    "&&, ||, ?:, all and exists may not be compared, listed or passed on; write the condition itself"));
            return;
        }
        for (CelExpr part : VariableReads.parts(expr)) {
            walk(part, logic || loop && part == expr.comprehension().result());
        }
    }

    /** A negation hands no error on as a value. A choice between plain values does not either. */
    private boolean handsOnErrors(CelExpr expr, boolean loop) {
        return loop
                || switch (expr.call().function()) {
                    case "_&&_", "_||_" -> true;
                    case "_?_:_" ->
                        tree.getType(expr.id()).filter(SimpleType.BOOL::equals).isPresent();
                    default -> false;
                };
    }
}
