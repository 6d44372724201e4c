package org.opencgt.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.ExampleRunner;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.GuidelineTable;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.InvalidPacks;
import org.opencgt.guideline.Pack;
import org.opencgt.guideline.PackChanges;
import org.opencgt.guideline.PackLoader;
import org.opencgt.guideline.Rule;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.ChangeReading;
import org.opencgt.pipeline.StatusReading;
import org.opencgt.science.table.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The guideline packs, clause by clause. */
@Command(
        name = "guideline",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class GuidelineCommand {

    private static final List<String> STATUS_COLUMNS =
            List.of("clause", "status", "held", "failed", "act", "performed_at", "entry", "title");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private @Nullable CommandSpec spec;

    private final Texts texts = new Texts();

    /** How to print a table. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Command(name = "list", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "option.format") @Nullable
                    Format format,
            @Option(names = "--all", descriptionKey = "option.all") boolean all) {
        GuidelineTable table = new GuidelineTable(guidelines());
        print(
                format,
                GuidelineTable.COLUMNS,
                (all ? table.all() : table.guidelines())
                        .stream().map(GuidelineTable.Row::cells).toList());
        return Exit.DONE;
    }

    @Command(name = "status", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int status(
            @Mixin Platform platform,
            @Option(names = "--subject", paramLabel = "REF", required = true, descriptionKey = "option.subject")
                    String ref,
            @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "option.format") @Nullable
                    Format format,
            @Option(names = "--all", descriptionKey = "option.all") boolean all) {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        Locale locale = Locale.getDefault();
        try (var context = platform.open()) {
            Guidelines guidelines = context.getBean(Guidelines.class);
            Set<String> guidelinesOnly = guidelines.newest().stream()
                    .filter(pack -> all || pack.guideline())
                    .map(Pack::id)
                    .collect(Collectors.toSet());
            print(
                    format,
                    STATUS_COLUMNS,
                    context.getBean(StatusReading.class).of(subject).stream()
                            .filter(line ->
                                    guidelinesOnly.contains(line.clause().pack()))
                            .map(line -> status(line, locale))
                            .toList());
        }
        return Exit.DONE;
    }

    private static List<String> status(GuidelineStatus.Line line, Locale locale) {
        GuidelineStatus.Judged last = line.last();
        return List.of(
                line.clause().id(),
                line.standing().word(),
                Integer.toString(line.held()),
                Integer.toString(line.failed()),
                last == null ? "" : last.type(),
                last == null ? "" : last.performedAt().toString(),
                last == null ? "" : last.entry(),
                line.clause().title().in(locale));
    }

    @Command(name = "changes", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int changes(
            @Mixin Platform platform,
            @Parameters(paramLabel = "PACK", descriptionKey = "parameter.changes-pack") String pack,
            @Option(names = "--from", paramLabel = "VERSION", descriptionKey = "option.changes-from") @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "VERSION", descriptionKey = "option.changes-to") @Nullable String to,
            @Option(
                            names = "--packs",
                            paramLabel = "DIR",
                            defaultValue = "${env:OPENCGT_PACKS}",
                            descriptionKey = "option.packs")
                    @Nullable
                    Path packs,
            @Option(names = "--products", descriptionKey = "option.changes-products") boolean products,
            @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "option.format") @Nullable
                    Format format) {
        Locale locale = Locale.getDefault();
        if (!products) {
            print(
                    format,
                    GuidelineChanges.CHANGES,
                    GuidelineChanges.changes(changes(guidelines(packs), pack, from, to), locale));
            return Exit.DONE;
        }
        try (var context = platform.open(packs)) {
            PackChanges changes = changes(context.getBean(Guidelines.class), pack, from, to);
            print(
                    format,
                    GuidelineChanges.EFFECTS,
                    GuidelineChanges.effects(
                            context.getBean(ChangeReading.class).of(changes, (ref, state) -> true), locale));
        }
        return Exit.DONE;
    }

    private PackChanges changes(Guidelines guidelines, String pack, @Nullable String from, @Nullable String to) {
        return guidelines
                .changes(pack, from, to, Instant.now())
                .orElseThrow(() -> new BadInput(texts.of(
                        Locale.getDefault(),
                        guidelines.versions(pack).isEmpty() ? "command.no-such-pack" : "command.no-such-versions",
                        pack)));
    }

    private void print(@Nullable Format format, List<String> columns, List<List<String>> rows) {
        Format chosen = format == null ? (System.console() == null ? Format.CSV : Format.TABLE) : format;
        switch (chosen) {
            case CSV -> out().print(Csv.write(columns, rows));
            case JSON -> {
                ArrayNode array = JSON.createArrayNode();
                for (List<String> row : rows) {
                    var object = array.addObject();
                    for (int i = 0; i < row.size(); i++) {
                        object.put(columns.get(i), row.get(i));
                    }
                }
                out().println(JSON.writeValueAsString(array));
            }
            case TABLE -> {
                int[] widths = IntStream.range(0, columns.size())
                        .map(i -> Stream.concat(Stream.of(columns), rows.stream())
                                .mapToInt(row -> row.get(i).length())
                                .max()
                                .orElse(0))
                        .toArray();
                line(columns, widths);
                rows.forEach(row -> line(row, widths));
            }
        }
        out().flush();
    }

    /** The last cell ends where it ends. */
    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size() - 1; i++) {
            line.append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length() + 2);
        }
        out().println(line.append(cells.getLast()));
    }

    @Command(name = "show", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "CLAUSE", descriptionKey = "parameter.clause") String id) {
        Clause clause = guidelines()
                .clause(id)
                .orElseThrow(() -> new BadInput(texts.of(Locale.getDefault(), "command.no-such-clause", id)));
        Locale locale = Locale.getDefault();
        PrintWriter out = out();
        out.println(clause.id() + "  " + clause.title().in(locale) + "  (" + clause.pack() + " " + clause.number()
                + ", " + clause.strength().word() + ", " + String.join("/", clause.kinds()) + ")");
        out.println(clause.text().in(locale));
        for (Rule rule : clause.rules()) {
            out.println();
            out.println(rule.mechanism().word() + "  " + String.join(", ", rule.acts()) + "  ("
                    + rule.decidedBy().word() + ", " + rule.examples().size() + ")");
            switch (rule) {
                case Rule.GateRule gate -> condition(gate.condition(), locale);
                case Rule.EvidenceRule evidence -> condition(evidence.condition(), locale);
                case Rule.ObligationRule obligation ->
                    out.println("  " + obligation.title().in(locale));
                case Rule.AnalysisRule analysis -> out.println("  " + analysis.engine());
                case Rule.ProfileRule profile -> out.println("  " + profile.value());
            }
        }
        out.flush();
        return Exit.DONE;
    }

    private void condition(Rule.Condition condition, Locale locale) {
        condition.byAct().values().stream().findFirst().ifPresent(compiled -> {
            if (compiled.applies() != null) {
                out().println("  applies  " + compiled.applies());
            }
            out().println("  require  " + compiled.require());
        });
        out().println("  " + condition.message().in(locale));
    }

    @Command(name = "test", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "PACK", arity = "0..1", descriptionKey = "parameter.pack") @Nullable String only) {
        Guidelines guidelines = guidelines();
        List<Pack> packs = guidelines.packs().stream()
                .filter(pack -> only == null || pack.id().equals(only))
                .toList();
        if (packs.isEmpty()) {
            throw new BadInput(texts.of(Locale.getDefault(), "command.no-such-pack", String.valueOf(only)));
        }
        ExampleRunner runner = new ExampleRunner(guidelines);
        boolean good = true;
        for (Pack pack : packs) {
            List<ExampleRunner.Outcome> outcomes = runner.run(pack);
            outcomes.stream().filter(o -> !o.holds()).forEach(o -> out().println("✗ " + o));
            long held = outcomes.stream().filter(ExampleRunner.Outcome::holds).count();
            good &= held == outcomes.size();
            out().println(texts.of(
                    Locale.getDefault(), "command.examples", pack.id(), pack.version(), held, outcomes.size()));
        }
        out().flush();
        return good ? Exit.DONE : Exit.NO;
    }

    private Guidelines guidelines() {
        return guidelines(null);
    }

    private Guidelines guidelines(@Nullable Path packs) {
        try {
            return PackLoader.load(new Language(new Vocabulary()), packs);
        } catch (InvalidPacks e) {
            throw new BadInput(
                    String.join(
                            "\n", e.problems().stream().map(Object::toString).toList()),
                    e);
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("no command");
        }
        return spec.commandLine().getOut();
    }
}
