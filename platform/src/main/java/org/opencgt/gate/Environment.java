package org.opencgt.gate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names that expressions of one place may use, and their types. */
public final class Environment {

    private static final int MOST_AT_ONCE = 200;

    private final Types types;
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, CelType> variables;
    private final Map<String, CelAbstractSyntaxTree> prepared = new ConcurrentHashMap<>();

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
        return tree(source).getResultType();
    }

    /** A value of any type. */
    public Expression value(String source) throws InvalidExpression {
        return compile(source, null);
    }

    /**
     * Compiles many expressions in one go, so that each is quickly at hand when it is asked for: setting up the type checker costs
     * more than using it. Where one of them is wrong, each is compiled when it is asked for.
     */
    public void prepare(Collection<String> sources) {
        List<String> distinct = sources.stream()
                .filter(source -> source.length() <= Language.LONGEST_SOURCE)
                .distinct()
                .toList();
        for (int from = 0; from < distinct.size(); from += MOST_AT_ONCE) {
            prepareAtOnce(distinct.subList(from, Math.min(distinct.size(), from + MOST_AT_ONCE)));
        }
    }

    /** As the elements of one list; each element then is a tree of its own. */
    private void prepareAtOnce(List<String> sources) {
        CelValidationResult result = compiler.compile("[\n" + String.join("\n,\n", sources) + "\n]");
        if (result.hasError()) {
            return;
        }
        try {
            CelAbstractSyntaxTree whole = result.getAst();
            List<CelExpr> elements = whole.getExpr().exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                    ? whole.getExpr().list().elements()
                    : List.of();
            if (elements.size() == sources.size()) {
                for (int i = 0; i < sources.size(); i++) {
                    prepared.put(
                            sources.get(i),
                            CelAbstractSyntaxTree.newCheckedAst(
                                    elements.get(i), whole.getSource(), whole.getReferenceMap(), whole.getTypeMap()));
                }
            }
        } catch (CelValidationException e) {
            throw new IllegalStateException("no error was found", e);
        }
    }

    private CelAbstractSyntaxTree tree(String source) throws InvalidExpression {
        CelAbstractSyntaxTree ready = prepared.get(source);
        return ready == null ? alone(source) : ready;
    }

    private CelAbstractSyntaxTree alone(String source) throws InvalidExpression {
        if (source.length() > Language.LONGEST_SOURCE) {
            throw new InvalidExpression(List.of(
                    new InvalidExpression.Problem(1, 1, "longer than " + Language.LONGEST_SOURCE + " characters")));
        }
        try {
            return compiler.compile(source).getAst();
        } catch (CelValidationException e) {
            throw new InvalidExpression(
                    e.getErrors().stream().map(Environment::problem).toList());
        }
    }

    private Expression compile(String source, @Nullable CelType expected) throws InvalidExpression {
        CelAbstractSyntaxTree tree = tree(source);
        if (!problems(tree).isEmpty()) {
            throw new InvalidExpression(problems(alone(source))); // compiled alone, it says on which line
        }
        if (expected != null && !expected.equals(tree.getResultType())) {
            throw new InvalidExpression(List.of(new InvalidExpression.Problem(
                    1, 1, "gives " + tree.getResultType().name() + ", expected " + expected.name())));
        }
        try {
            return new Expression(
                    source, runtime.createProgram(tree), new VariableReads(tree, variables.keySet()).names());
        } catch (CelEvaluationException e) {
            throw new InvalidExpression(List.of(new InvalidExpression.Problem(1, 1, String.valueOf(e.getMessage()))));
        }
    }

    private List<InvalidExpression.Problem> problems(CelAbstractSyntaxTree tree) {
        List<InvalidExpression.Problem> problems = new ArrayList<>(new ChoiceCheck(types, tree).problems());
        problems.addAll(new LogicCheck(tree).problems());
        problems.addAll(new SubjectCheck(types, tree).problems());
        return problems;
    }

    private static InvalidExpression.Problem problem(CelIssue issue) {
        return new InvalidExpression.Problem(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn() + 1, issue.getMessage());
    }
}
