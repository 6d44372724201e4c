package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/** An expression that does not compile: a misspelt name, a wrong type, a choice that does not exist, a syntax error. */
public final class InvalidExpression extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * @param line within the expression, from 1
     * @param column within the line, from 1
     */
    public record Problem(int line, int column, String message) {

        /** At the place of the part of the expression. */
        static Problem at(CelAbstractSyntaxTree tree, CelExpr part, String message) {
            CelSourceLocation at = tree.getSource()
                    .getOffsetLocation(tree.getSource().getPositionsMap().getOrDefault(part.id(), 0))
                    .orElse(CelSourceLocation.of(1, 0));
            return new Problem(at.getLine(), at.getColumn() + 1, message);
        }
    }

    InvalidExpression(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
