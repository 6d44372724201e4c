package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that expressions of one place may use, and their types. */
public final class Environment {

    private final Types types;
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, CelType> variables;

    Environment(Types types, CelCompiler compiler, CelRuntime runtime, Map<String, CelType> variables) {
        this.types = types;
        this.compiler = compiler;
        this.runtime = runtime;
        this.variables = Map.copyOf(variables);
    }

    /** A condition: yes, no or unknown. */
    public Expression condition(String source) throws InvalidExpression {
        return compile(source, SimpleType.BOOL);
    }

    /** A point in time. */
    public Expression moment(String source) throws InvalidExpression {
        return compile(source, SimpleType.TIMESTAMP);
    }

    /** A length of time. */
    public Expression span(String source) throws InvalidExpression {
        return compile(source, SimpleType.DURATION);
    }

    /** A whole number. */
    public Expression whole(String source) throws InvalidExpression {
        return compile(source, SimpleType.INT);
    }

    /** A list of texts. */
    public Expression texts(String source) throws InvalidExpression {
        return compile(source, ListType.create(SimpleType.STRING));
    }

    /** Whether the expression gives a list. */
    public boolean isList(String source) throws InvalidExpression {
        return type(source) instanceof ListType;
    }

    /** The kind of subject to which the expression leads, alone or in a list; empty where it leads to none or to any. */
    public Optional<String> kind(String source) throws InvalidExpression {
        CelType type = type(source);
        String name = type instanceof ListType list ? list.elemType().name() : type.name();
        return types.states().entrySet().stream()
                .filter(state -> state.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private CelType type(String source) throws InvalidExpression {
        try {
            return compiler.compile(source).getAst().getResultType();
        } catch (CelValidationException e) {
            throw new InvalidExpression(
                    e.getErrors().stream().map(Environment::problem).toList());
        }
    }

    /** A value of any type. */
    public Expression value(String source) throws InvalidExpression {
        return compile(source, null);
    }

    private Expression compile(String source, @Nullable CelType expected) throws InvalidExpression {
        CelAbstractSyntaxTree tree;
        try {
            tree = compiler.compile(source).getAst();
        } catch (CelValidationException e) {
            throw new InvalidExpression(
                    e.getErrors().stream().map(Environment::problem).toList());
        }
        if (expected != null && !expected.equals(tree.getResultType())) {
            throw new InvalidExpression(List.of(new InvalidExpression.Problem(
                    1, 1, "gives " + tree.getResultType().name() + ", expected " + expected.name())));
        }
        List<InvalidExpression.Problem> problems = new ArrayList<>(new ChoiceCheck(types, tree).problems());
        problems.addAll(new LogicCheck(tree).problems());
        if (!problems.isEmpty()) {
            throw new InvalidExpression(problems);
        }
        try {
            return new Expression(
                    source, runtime.createProgram(tree), new VariableReads(tree, variables.keySet()).names());
        } catch (CelEvaluationException e) {
            throw new InvalidExpression(List.of(new InvalidExpression.Problem(1, 1, String.valueOf(e.getMessage()))));
        }
    }

    private static InvalidExpression.Problem problem(CelIssue issue) {
        return new InvalidExpression.Problem(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn() + 1, issue.getMessage());
    }
}
