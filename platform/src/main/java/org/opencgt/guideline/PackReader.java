package org.opencgt.guideline;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Role;
import org.opencgt.gate.Environment;
import org.opencgt.gate.Expression;
import org.opencgt.gate.InvalidExpression;
import org.opencgt.gate.Language;
import org.opencgt.gate.PackInForce;
import org.opencgt.gate.Strength;
import org.opencgt.language.Bilingual;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one pack file, compiles its expressions and notes every problem at its line. */
final class PackReader {

    private static final Set<String> PACK =
            keys("pack", "version", "effective", "document", "issuer", "status", "attaches", "guideline", "clauses");
    private static final Set<String> CLAUSE =
            keys("id", "clause", "title", "text", "strength", "kind", "capability", "scope", "items", "refs", "rules");
    private static final Set<String> GATE =
            keys("gate", "evidence", "applies", "require", "message", "decided_by", "examples");
    private static final Set<String> OBLIGATION = keys(
            "obligation",
            "opens",
            "applies",
            "subject",
            "due",
            "every",
            "times",
            "until",
            "fulfilled",
            "fulfils",
            "by",
            "title",
            "examples");
    private static final Set<String> ANALYSIS = keys("analysis", "about", "decided_by");
    private static final Set<String> PROFILE = keys("profile", "decided_by", "examples");

    private final Language language;
    private final String file;
    private final List<PackProblem> problems = new ArrayList<>();
    private final Set<String> obligations = new LinkedHashSet<>();
    private @Nullable Node root;
    private String clause = "";

    PackReader(Language language, String file) {
        this.language = language;
        this.file = file;
    }

    List<PackProblem> problems() {
        return problems;
    }

    /** Parses the file; notes a problem where it is no YAML. */
    void parse(Reader text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(20_000_000);
            options.setMaxAliasesForCollections(0);
            options.setAllowDuplicateKeys(true);
            root = new Yaml(options).compose(text);
            if (root == null) {
                add(1, "the file is empty");
            }
        } catch (MarkedYAMLException e) {
            add(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, String.valueOf(e.getMessage()));
        }
    }

    /** The expressions of the file by where they belong, for compiling many at once. Whatever is wrong is noted later. */
    Map<Environment, Set<String>> expressions() {
        Map<Environment, Set<String>> expressions = new HashMap<>();
        if (root != null) {
            new ExpressionScan(language, expressions).pack(new PackNode(root, (line, message) -> {}));
        }
        return expressions;
    }

    /** The pack, or null where it cannot be had; the problems say why. */
    @Nullable
    Pack pack() {
        return root == null ? null : pack(new PackNode(root, this::add));
    }

    private void add(int line, String message) {
        problems.add(new PackProblem(file, line, clause, message));
    }

    private @Nullable Pack pack(PackNode root) {
        Map<String, PackNode> members = root.members(PACK);
        PackNode attaches = required(root, members, "attaches");
        Expression about = attaches == null ? null : compile(attaches, language.product()::condition);
        String id = text(root, members, "pack");
        PackNode effective = required(root, members, "effective");
        LocalDate day = effective == null ? null : day(effective);
        Bilingual document = both(root, members, "document");
        Bilingual issuer = both(root, members, "issuer");
        Bilingual status = both(root, members, "status");
        PackNode guideline = members.get("guideline");
        List<Clause> clauses = new ArrayList<>();
        PackNode list = required(root, members, "clauses");
        if (list != null) {
            for (PackNode node : list.elements()) {
                clause = "";
                Clause read = clause(id, node);
                if (read != null) {
                    clauses.add(read);
                }
            }
        }
        clause = "";
        if (about == null || day == null || document == null || issuer == null || status == null) {
            return null;
        }
        return new Pack(
                file,
                new PackInForce(id, text(root, members, "version"), day, null, about),
                document,
                issuer,
                status,
                guideline == null || !Boolean.FALSE.equals(guideline.truth()),
                List.copyOf(clauses));
    }

    private @Nullable Clause clause(String pack, PackNode node) {
        clause = node.member("id");
        Map<String, PackNode> members = node.members(CLAUSE);
        String id = text(node, members, "id");
        if (!id.startsWith(pack + "-")) {
            node.problem("the identifier " + id + " does not start with " + pack + "-");
        }
        Bilingual title = both(node, members, "title");
        Bilingual text = both(node, members, "text");
        Strength strength = choice(node, members, "strength", Strength.class);
        List<Rule> rules = new ArrayList<>();
        PackNode list = members.get("rules");
        if (list != null) {
            for (PackNode rule : list.elements()) {
                Rule read = rule(rule);
                if (read != null) {
                    rules.add(read);
                }
            }
        }
        if (title == null || text == null || strength == null) {
            return null;
        }
        return new Clause(
                id,
                pack,
                text(node, members, "clause"),
                title,
                text,
                strength,
                texts(members, "kind"),
                text(node, members, "capability"),
                members.containsKey("scope") ? members.get("scope").text() : "all",
                texts(members, "items"),
                texts(members, "refs"),
                List.copyOf(rules),
                node.line());
    }

    private @Nullable Rule rule(PackNode node) {
        Map<String, PackNode> members = node.members();
        if (members.containsKey("gate") || members.containsKey("evidence")) {
            return gate(node);
        }
        if (members.containsKey("obligation")) {
            return obligation(node);
        }
        if (members.containsKey("analysis")) {
            Map<String, PackNode> known = node.members(ANALYSIS);
            return new Rule.AnalysisRule(
                    text(node, known, "analysis"),
                    known.containsKey("about") ? both(node, known, "about") : null,
                    decidedBy(node, known, DecidedBy.DATA),
                    node.line());
        }
        if (members.containsKey("profile")) {
            return profile(node);
        }
        node.problem("a rule starts with gate, evidence, obligation, analysis or profile");
        return null;
    }

    private @Nullable Rule gate(PackNode node) {
        Map<String, PackNode> members = node.members(GATE);
        boolean evidence = members.containsKey("evidence");
        List<ActDeclaration> acts = acts(required(node, members, evidence ? "evidence" : "gate"));
        PackNode require = required(node, members, "require");
        Bilingual message = both(node, members, "message");
        List<Example> examples = examples(members, "pass");
        int before = problems.size();
        Map<String, Rule.Condition.Compiled> byAct = new LinkedHashMap<>();
        for (ActDeclaration act : acts) {
            Environment environment = language.act(act);
            Expression applies = optional(members, "applies", environment::condition);
            Expression required = require == null ? null : compile(require, environment::condition);
            if (required != null) {
                byAct.put(act.name(), new Rule.Condition.Compiled(applies, required));
            }
        }
        if (examples.stream().noneMatch(e -> e.expected() == Example.Expected.YES)
                || examples.stream().noneMatch(e -> e.expected() == Example.Expected.NO)) {
            node.problem("needs a passing and a failing example");
        }
        if (problems.size() > before || message == null || acts.isEmpty()) {
            return null;
        }
        List<String> names = acts.stream().map(ActDeclaration::name).toList();
        Rule.Condition condition = new Rule.Condition(Map.copyOf(byAct), message);
        return evidence
                ? new Rule.EvidenceRule(
                        names, condition, decidedBy(node, members, DecidedBy.DOCUMENT), examples, node.line())
                : new Rule.GateRule(names, condition, decidedBy(node, members, DecidedBy.DATA), examples, node.line());
    }

    private @Nullable Rule obligation(PackNode node) {
        Map<String, PackNode> members = node.members(OBLIGATION);
        String name = text(node, members, "obligation");
        if (!obligations.add(name)) {
            node.problem("an obligation named " + name + " stands twice in the pack");
        }
        Bilingual title = both(node, members, "title");
        PackNode subject = required(node, members, "subject");
        PackNode due = required(node, members, "due");
        if (members.containsKey("every") != (members.containsKey("times") || members.containsKey("until"))) {
            node.problem("every goes with times or until");
        }
        int before = problems.size();
        Map<String, Rule.ObligationRule.Opening> opens = new LinkedHashMap<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (ActDeclaration act : acts(required(node, members, "opens"))) {
            Environment environment = language.act(act);
            Expression owed = subject == null ? null : subjects(subject, environment);
            Expression first = due == null ? null : compile(due, environment::moment);
            Expression applies = optional(members, "applies", environment::condition);
            Expression every = optional(members, "every", environment::span);
            Expression times = optional(members, "times", environment::whole);
            Expression until = optional(members, "until", environment::moment);
            if (owed != null && first != null) {
                opens.put(act.name(), new Rule.ObligationRule.Opening(applies, owed, first, every, times, until));
                kind(subject, environment).ifPresent(kinds::add);
            }
        }
        Map<String, @Nullable Expression> fulfils = new LinkedHashMap<>();
        for (ActDeclaration act : acts(required(node, members, "fulfilled"))) {
            fulfils.put(act.name(), optional(members, "fulfils", language.act(act)::condition));
            for (String kind : kinds) {
                if (act.references()
                        .noneMatch(f -> kind.equals(ActDeclaration.kind(f)) || "".equals(ActDeclaration.kind(f)))) {
                    node.problem(act.name() + " concerns no " + kind + " and so can't fulfil what a " + kind + " owes");
                }
            }
        }
        List<Example> examples = examples(members, "opens");
        if (examples.stream().noneMatch(e -> e.expected() == Example.Expected.YES)) {
            node.problem("needs an example that opens it");
        }
        List<Role> by = new ArrayList<>();
        PackNode roles = required(node, members, "by");
        if (roles != null) {
            for (PackNode role : roles.elements()) {
                choice(role, Role.class).ifPresent(by::add);
            }
        }
        if (problems.size() > before || title == null || opens.isEmpty()) {
            return null;
        }
        return new Rule.ObligationRule(name, title, opens, fulfils, by, examples, node.line());
    }

    /** The subject is a reference component or a path to one; the expression gives the references as a list of text. */
    private @Nullable Expression subjects(PackNode subject, Environment environment) {
        String source = subject.text();
        return compile(
                subject,
                text -> environment.isList(source)
                        ? environment.texts(source + ".map(s, s.ref)")
                        : environment.texts(oneSubject(source)));
    }

    /** The reference of a single subject, as a list. */
    static String oneSubject(String source) {
        return "[" + source + ".ref]";
    }

    private static Optional<String> kind(@Nullable PackNode subject, Environment environment) {
        try {
            return subject == null ? Optional.empty() : environment.kind(subject.text());
        } catch (InvalidExpression e) {
            throw new IllegalStateException("compiled a moment ago: " + subject.text(), e);
        }
    }

    private @Nullable Rule profile(PackNode node) {
        Map<String, PackNode> members = node.members(PROFILE);
        Expression value = compile(members.get("profile"), language.product()::value);
        List<Example> examples = examples(members, "value");
        return value == null
                ? null
                : new Rule.ProfileRule(value, decidedBy(node, members, DecidedBy.DATA), examples, node.line());
    }

    private List<Example> examples(Map<String, PackNode> members, String verb) {
        List<Example> examples = new ArrayList<>();
        PackNode list = members.get("examples");
        if (list == null) {
            return examples;
        }
        for (PackNode node : list.elements()) {
            Map<String, PackNode> example = node.members(keys(verb, "applies", "act", "due", "given"));
            PackNode given = required(node, example, "given");
            if (given == null) {
                continue;
            }
            PackNode due = example.get("due");
            examples.add(new Example(
                    node.line(),
                    example.containsKey("act") ? example.get("act").text() : null,
                    expected(node, example, verb),
                    due == null ? null : moment(due),
                    verb.equals("value") && example.containsKey(verb)
                            ? example.get(verb).json()
                            : null,
                    given.json()));
        }
        return List.copyOf(examples);
    }

    private Example.Expected expected(PackNode node, Map<String, PackNode> example, String verb) {
        PackNode said = example.get(verb);
        PackNode applies = example.get("applies");
        if (said == null && applies != null && Boolean.FALSE.equals(applies.truth())) {
            return Example.Expected.NOT_APPLICABLE;
        }
        if (said == null) {
            node.problem("an example says " + verb + ": true or false, or applies: false");
            return Example.Expected.NO;
        }
        if (verb.equals("value")) {
            return Example.Expected.VALUE;
        }
        return switch (said.text()) {
            case "true" -> Example.Expected.YES;
            case "false" -> Example.Expected.NO;
            case "unknown" -> Example.Expected.UNKNOWN;
            default -> {
                said.problem(verb + " is true, false or unknown");
                yield Example.Expected.NO;
            }
        };
    }

    private List<ActDeclaration> acts(@Nullable PackNode names) {
        List<ActDeclaration> acts = new ArrayList<>();
        if (names != null) {
            for (PackNode name : names.elements()) {
                Optional<ActDeclaration> act = language.vocabulary().act(name.text());
                if (act.isPresent()) {
                    acts.add(act.get());
                } else {
                    name.problem("no such act: " + name.text());
                }
            }
        }
        return acts;
    }

    private interface Compiler {
        Expression compile(String source) throws InvalidExpression;
    }

    private @Nullable Expression optional(Map<String, PackNode> members, String key, Compiler compiler) {
        PackNode node = members.get(key);
        return node == null ? null : compile(node, compiler);
    }

    private @Nullable Expression compile(@Nullable PackNode node, Compiler compiler) {
        if (node == null) {
            return null;
        }
        try {
            return compiler.compile(node.text());
        } catch (InvalidExpression e) {
            for (InvalidExpression.Problem problem : e.problems()) {
                add(
                        node.textLine() + problem.line() - 1,
                        problem.message() + " in: " + node.text().strip());
            }
            return null;
        }
    }

    private @Nullable Bilingual both(PackNode owner, Map<String, PackNode> members, String key) {
        PackNode node = required(owner, members, key);
        if (node == null) {
            return null;
        }
        Map<String, PackNode> texts = node.members(keys("en", "zh"));
        PackNode en = texts.get("en");
        PackNode zh = texts.get("zh");
        if (en == null || zh == null || en.text().isBlank() || zh.text().isBlank()) {
            node.problem(key + " needs a text in both languages, en and zh");
            return null;
        }
        return new Bilingual(en.text().strip(), zh.text().strip());
    }

    private static DecidedBy decidedBy(PackNode owner, Map<String, PackNode> members, DecidedBy usual) {
        PackNode node = members.get("decided_by");
        return node == null ? usual : choice(node, DecidedBy.class).orElse(usual);
    }

    private static <E extends Enum<E>> @Nullable E choice(
            PackNode owner, Map<String, PackNode> members, String key, Class<E> type) {
        PackNode node = required(owner, members, key);
        return node == null ? null : choice(node, type).orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> choice(PackNode node, Class<E> type) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(node.text()))
                .findFirst();
        if (found.isEmpty()) {
            node.problem(node.text() + " is none of "
                    + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private static @Nullable PackNode required(PackNode owner, Map<String, PackNode> members, String key) {
        PackNode node = members.get(key);
        if (node == null) {
            owner.problem(key + " is missing");
        }
        return node;
    }

    private static String text(PackNode owner, Map<String, PackNode> members, String key) {
        PackNode node = required(owner, members, key);
        return node == null ? "" : node.text();
    }

    private static List<String> texts(Map<String, PackNode> members, String key) {
        PackNode node = members.get(key);
        return node == null ? List.of() : List.copyOf(node.texts());
    }

    private static @Nullable LocalDate day(PackNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException e) {
            node.problem("not a day: " + node.text());
            return null;
        }
    }

    private static @Nullable Instant moment(PackNode node) {
        try {
            return OffsetDateTime.parse(node.text()).toInstant();
        } catch (DateTimeException e) {
            node.problem("not a time with offset: " + node.text());
            return null;
        }
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }
}
