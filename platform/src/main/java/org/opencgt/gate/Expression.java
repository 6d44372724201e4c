package org.opencgt.gate;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compiled, type-checked expression. Safe for use by several threads. */
public final class Expression {

    /** Where the engine says it happened: of no use, since expressions are compiled many at once. */
    private static final Pattern POSITION = Pattern.compile("^evaluation error( at [^:]*:\\d+(:\\d+)?)?: ");

    private final String source;
    private final CelRuntime.Program program;
    private final List<String> reads;

    Expression(String source, CelRuntime.Program program, List<String> reads) {
        this.source = source;
        this.program = program;
        this.reads = List.copyOf(reads);
    }

    public String source() {
        return source;
    }

    /** The names at the top level that the expression reads, in order of first use. */
    public List<String> reads() {
        return reads;
    }

    public Answer evaluate(Evaluation evaluation) {
        try {
            Object value = evaluation.run(program);
            return value instanceof CelUnknownSet unknown ? missing(unknown) : new Answer.Is(value);
        } catch (CelEvaluationException e) {
            MissingFact fact = cause(e);
            if (fact != null) {
                return new Answer.Missing(List.of(fact.path()));
            }
            if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
                return new Answer.Missing(List.of(String.valueOf(e.getMessage())));
            }
            return new Answer.Broken(
                    POSITION.matcher(String.valueOf(e.getMessage())).replaceFirst(""));
        }
    }

    private static Answer missing(CelUnknownSet unknown) {
        Set<String> facts = new TreeSet<>();
        for (CelAttribute attribute : unknown.attributes()) {
            facts.add(AbsentValue.path(attribute));
        }
        return new Answer.Missing(List.copyOf(facts));
    }

    private static @Nullable MissingFact cause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof MissingFact fact) {
                return fact;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return source;
    }
}
