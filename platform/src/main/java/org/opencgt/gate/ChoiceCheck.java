package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Shape;

/**
 * Finds comparisons of a choice with a word that it does not have. Choices are text in expressions, so the type checker would
 * let {@code product.form == "frosen"} pass, and the rule would never match.
 */
final class ChoiceCheck {

    private final Types types;
    private final CelAbstractSyntaxTree tree;
    private final List<InvalidExpression.Problem> problems = new ArrayList<>();

    ChoiceCheck(Types types, CelAbstractSyntaxTree tree) {
        this.types = types;
        this.tree = tree;
        walk(tree.getExpr(), Map.of());
    }

    List<InvalidExpression.Problem> problems() {
        return problems;
    }

    private void walk(CelExpr expr, Map<String, Shape> loops) {
        switch (expr.exprKind().getKind()) {
            case SELECT -> walk(expr.select().operand(), loops);
            case CALL -> {
                compare(expr.call(), loops);
                expr.call().target().ifPresent(target -> walk(target, loops));
                expr.call().args().forEach(argument -> walk(argument, loops));
            }
            case LIST -> expr.list().elements().forEach(element -> walk(element, loops));
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    walk(entry.key(), loops);
                    walk(entry.value(), loops);
                });
            case STRUCT -> expr.struct().entries().forEach(entry -> walk(entry.value(), loops));
            case COMPREHENSION -> comprehension(expr.comprehension(), loops);
            case IDENT, CONSTANT, NOT_SET -> {
                // nothing within
            }
        }
    }

    private void comprehension(CelExpr.CelComprehension loop, Map<String, Shape> loops) {
        walk(loop.iterRange(), loops);
        Map<String, Shape> inner = new HashMap<>(loops);
        inner.remove(loop.iterVar());
        inner.remove(loop.accuVar());
        if (shape(loop.iterRange(), loops) instanceof Shape.Listing(Shape element)) {
            inner.put(loop.iterVar2().isEmpty() ? loop.iterVar() : loop.iterVar2(), element);
        }
        walk(loop.accuInit(), loops);
        walk(loop.loopCondition(), inner);
        walk(loop.loopStep(), inner);
        walk(loop.result(), inner);
    }

    private void compare(CelExpr.CelCall call, Map<String, Shape> loops) {
        if (call.args().size() != 2) {
            return;
        }
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        switch (call.function()) {
            case "_==_", "_!=_" -> {
                words(shape(left, loops), right);
                words(shape(right, loops), left);
            }
            case "@in" -> {
                if (right.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
                    right.list().elements().forEach(element -> words(shape(left, loops), element));
                } else if (shape(right, loops) instanceof Shape.Listing(Shape element)) {
                    words(element, left);
                }
            }
            default -> {
                // no comparison
            }
        }
    }

    private void words(@Nullable Shape shape, CelExpr constant) {
        if (shape instanceof Shape.Choice choice
                && constant.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && constant.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && !choice.options().contains(constant.constant().stringValue())) {
            problems.add(InvalidExpression.Problem.at(
                    tree,
                    constant,
                    "\"" + constant.constant().stringValue() + "\" is none of " + String.join(", ", choice.options())));
        }
    }

    /** The shape of what the expression reads; null where it is not known. */
    private @Nullable Shape shape(CelExpr expr, Map<String, Shape> loops) {
        return switch (expr.exprKind().getKind()) {
            case IDENT -> loops.get(expr.ident().name());
            case SELECT -> {
                CelType owner = tree.getType(expr.select().operand().id()).orElse(null);
                Layout layout = owner == null ? null : types.find(owner.name());
                Layout.Slot slot =
                        layout == null ? null : layout.slot(expr.select().field());
                yield slot == null ? null : slot.shape();
            }
            case CALL -> {
                if (expr.call().function().equals("_[_]")) {
                    yield switch (shape(expr.call().args().getFirst(), loops)) {
                        case Shape.Listing(Shape element) -> element;
                        case Shape.Mapping(Shape value) -> value;
                        case null, default -> null;
                    };
                }
                yield null;
            }
            default -> null;
        };
    }
}
