package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which names at the top level an expression reads, in order of first use. */
final class VariableReads {

    private final Set<String> variables;
    private final Set<String> names = new LinkedHashSet<>();

    VariableReads(CelAbstractSyntaxTree tree, Set<String> variables) {
        this.variables = variables;
        walk(tree.getExpr());
    }

    List<String> names() {
        return List.copyOf(names);
    }

    private void walk(CelExpr expr) {
        if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name = expr.ident().name();
            String bare = name.startsWith(".") ? name.substring(1) : name;
            if (variables.contains(bare)) {
                names.add(bare);
            }
        }
        parts(expr).forEach(this::walk);
    }

    /** The expressions of which the expression is made, in order of evaluation. */
    static List<CelExpr> parts(CelExpr expr) {
        List<CelExpr> parts = new ArrayList<>();
        switch (expr.exprKind().getKind()) {
            case SELECT -> parts.add(expr.select().operand());
            case CALL -> {
                expr.call().target().ifPresent(parts::add);
                parts.addAll(expr.call().args());
            }
            case LIST -> parts.addAll(expr.list().elements());
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                });
            case STRUCT -> expr.struct().entries().forEach(entry -> parts.add(entry.value()));
            case COMPREHENSION -> {
                parts.add(expr.comprehension().iterRange());
                parts.add(expr.comprehension().accuInit());
                parts.add(expr.comprehension().loopCondition());
                parts.add(expr.comprehension().loopStep());
                parts.add(expr.comprehension().result());
            }
            case IDENT, CONSTANT, NOT_SET -> {
                // nothing within
            }
        }
        return parts;
    }
}
