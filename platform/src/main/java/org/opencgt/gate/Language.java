package org.opencgt.gate;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.IndexOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * The language of rules: CEL over the records of acts and states. Expressions have no side effects and end: source at most
 * {@value #LONGEST_SOURCE} characters, at most {@value #MOST_ITERATIONS} loop steps in one evaluation, regular expressions in
 * linear time (RE2).
 */
@Component
public final class Language {

    static final int LONGEST_SOURCE = 8_000;
    static final int MOST_ITERATIONS = 20_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(200 * (LONGEST_SOURCE + 4)) // many are compiled at once
            .maxParseRecursionDepth(80)
            .populateMacroCalls(true)
            .build();

    private final Vocabulary vocabulary;
    private final Types types;
    private final CelRuntime runtime;
    private final List<CelFunctionDecl> functions = new ArrayList<>();
    private final Map<String, Environment> environments = new ConcurrentHashMap<>();

    public Language(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.types = new Types(vocabulary);
        List<CelFunctionBinding> bindings = new ArrayList<>();
        declare("obligations", StructTypeReference.create(Types.OBLIGATION), bindings, Evaluation::obligations);
        declare("ancestors", SimpleType.STRING, bindings, Evaluation::ancestors);
        declare("descendants", SimpleType.STRING, bindings, Evaluation::descendants);
        bindings.add(CelFunctionBinding.from("index_map", Map.class, Object.class, Language::index));
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions((function, overload) -> overload != IndexOperator.IndexOverload.INDEX_MAP)
                        .build())
                .addFunctionBindings(bindings)
                .addLibraries(CelExtensions.math(), CelExtensions.sets(OPTIONS), CelExtensions.comprehensions())
                .build();
    }

    /** The names that a rule about the act may use. */
    public Environment act(ActDeclaration act) {
        return environments.computeIfAbsent(act.name(), name -> {
            Map<String, CelType> variables = new LinkedHashMap<>();
            for (Field field : Types.references(act)) {
                variables.put(field.name(), types.type(field.shape()));
            }
            variables.put(
                    "act", StructTypeReference.create(types.record(act.type()).name()));
            variables.put("after", StructTypeReference.create(types.after(act).name()));
            person(variables);
            variables.put("now", SimpleType.TIMESTAMP);
            variables.put("recorded", SimpleType.TIMESTAMP);
            return environment(variables);
        });
    }

    private void person(Map<String, CelType> variables) {
        CelType person = StructTypeReference.create(
                types.state(vocabulary.subject("person").isPresent() ? "person" : "")
                        .name());
        variables.put("actor", person);
        variables.put("signers", ListType.create(person));
    }

    /** The names that an expression about a product may use: {@code product} alone. */
    public Environment product() {
        return environments.computeIfAbsent(
                "product",
                name -> environment(Map.of(
                        "product",
                        StructTypeReference.create(types.state("product").name()))));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    Types types() {
        return types;
    }

    private Environment environment(Map<String, CelType> variables) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .addFunctionDeclarations(functions)
                .addLibraries(CelExtensions.math(), CelExtensions.sets(OPTIONS), CelExtensions.comprehensions());
        variables.forEach(builder::addVar);
        CelCompiler compiler = builder.build();
        return new Environment(types, compiler, runtime, variables);
    }

    private interface Lookup {
        Object of(Evaluation evaluation, RecordValue subject);
    }

    /** A function over a subject of any kind; {@link SubjectCheck} sees that its argument is one. */
    @SuppressWarnings("Immutable") // the lookups are method references without state
    private void declare(String name, CelType element, List<CelFunctionBinding> bindings, Lookup lookup) {
        functions.add(CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, ListType.create(element), SimpleType.DYN)));
        bindings.add(
                CelFunctionBinding.from(name, RecordValue.class, subject -> lookup.of(Evaluation.current(), subject)));
    }

    /** A key that is not there is a missing fact, not an error. */
    private static Object index(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        if (value != null) {
            return value;
        }
        if (map instanceof FactMap facts) {
            return new AbsentValue(facts.path(key));
        }
        throw new IllegalArgumentException("no such key: " + key);
    }
}
