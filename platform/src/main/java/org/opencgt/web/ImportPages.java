package org.opencgt.web;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;
import org.opencgt.act.Vocabulary;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.FormReader;
import org.opencgt.web.view.FormValues;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes over a register that exists: file, preview with the faults of each row, then one signed act for the whole file, so
 * that nothing is ever taken over by halves.
 */
@Controller
public class ImportPages {

    /** More would not fit into one form. */
    private static final int MOST_ROWS = 100;

    private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)]\\.?(.*)");

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final Acting acting;

    ImportPages(Pages pages, Vocabulary vocabulary, SubjectReading subjects, Acting acting) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.acting = acting;
    }

    /**
     * A register.
     *
     * @param act that takes it over
     * @param made component with the identifiers
     */
    private record Register(String act, String made, boolean ofSite) {}

    private static final Map<String, Register> REGISTERS = Map.of(
            "person", new Register("organisation.import-people", "people", true),
            "equipment", new Register("organisation.import-equipment", "equipment", true),
            "document", new Register("organisation.import-documents", "documents", true),
            "site", new Register("organisation.import-sites", "sites", false));

    /** Whether the act takes over a register of the kind: its form begins with a file. */
    static boolean takesOver(String act, String kind) {
        Register register = REGISTERS.get(kind);
        return register != null && register.act().equals(act);
    }

    /** A column of the file. {@code words} are those that may stand in it; empty: any text. */
    public record Column(String name, String label, boolean optional, List<Word> words) {}

    /** A word that the file may hold, and what it means. */
    public record Word(String word, String meaning) {}

    /** A row of the file, with what is wrong with it. */
    public record Row(int number, List<String> cells, List<String> faults) {}

    /** A value that goes on to the form of the act. */
    public record Carried(String name, String value) {}

    /** The page: which columns, then what the file holds. */
    public record ImportView(
            String kind,
            List<Column> columns,
            String example,
            @Nullable String file,
            List<String> problems,
            List<Row> rows,
            int faulty,
            String act,
            List<Carried> carried) {}

    @GetMapping("/import/{kind}")
    ModelAndView ask(Page page, @PathVariable String kind) {
        return show(page, kind, null, List.of(), List.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/import/{kind}")
    ModelAndView preview(Page page, @PathVariable String kind, @RequestParam("file") MultipartFile file)
            throws IOException {
        Register register = register(kind);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        List<List<String>> lines;
        try {
            lines = lines(name, file.getBytes());
        } catch (IOException | BadInput e) {
            String why = e instanceof BadInput bad
                    ? bad.fault().text(page.words().chinese() ? Language.CHINESE : Language.ENGLISH)
                    : page.t("import.unreadable");
            return refuse(page, kind, name, why);
        }
        List<Column> columns = columns(page, kind);
        if (lines.size() < 2) {
            return refuse(page, kind, name, page.t("import.empty"));
        }
        if (lines.size() > MOST_ROWS + 1) {
            return refuse(page, kind, name, page.t("import.too-many", MOST_ROWS));
        }
        List<String> header = lines.getFirst().stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing = columns.stream()
                .filter(c -> !c.optional() && !header.contains(c.name().toLowerCase(Locale.ROOT)))
                .map(Column::name)
                .toList();
        List<String> unknown = header.stream()
                .filter(h ->
                        !h.isEmpty() && columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(h)))
                .toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            return refuse(
                    page,
                    kind,
                    name,
                    missing.isEmpty()
                            ? page.t("import.unknown-columns", String.join(", ", unknown))
                            : page.t("import.missing-columns", String.join(", ", missing)));
        }
        List<Map<String, String>> cells = lines.stream()
                .skip(1)
                .map(line -> IntStream.range(0, Math.min(header.size(), line.size()))
                        .boxed()
                        .collect(Collectors.toMap(
                                header::get, i -> line.get(i).strip(), (a, b) -> a, LinkedHashMap::new)))
                .map(row -> (Map<String, String>) row)
                .toList();
        return judged(page, kind, register, name, columns, cells);
    }

    private ModelAndView judged(
            Page page,
            String kind,
            Register register,
            String file,
            List<Column> columns,
            List<Map<String, String>> cells) {
        ActDeclaration declaration = vocabulary.act(register.act()).orElseThrow();
        List<Carried> carried = carried(page, register, declaration, cells);
        Map<Integer, List<String>> faults = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        identifiers(page, kind, cells, faults);
        Map<String, List<String>> values = new LinkedHashMap<>();
        carried.forEach(
                c -> values.computeIfAbsent(c.name(), k -> new ArrayList<>()).add(c.value()));
        if (!faults.isEmpty()) { // the other columns are looked at all the same, under identifiers that nobody has
            values.put(
                    register.made(),
                    List.of(IntStream.range(0, cells.size())
                            .mapToObj(i -> UUID.randomUUID().toString())
                            .collect(Collectors.joining("\n"))));
        }
        FormReader.Filled filled = FormReader.read(declaration.shape(), new FormValues(values), page.words());
        Acting.Answer answer = acting.check(
                new Acting.Proposal(
                        register.act(),
                        filled.json(),
                        page.now(),
                        null,
                        Map.of(),
                        UUID.randomUUID().toString()),
                List.of(page.reader().login()));
        switch (answer) {
            case Acting.Invalid(List<Fault> found) -> found.forEach(f -> place(page, columns, f, faults, problems));
            case Acting.Forbidden(var why) -> problems.add(page.words().in(why));
            case Acting.Tried(var verdict) ->
                verdict.open()
                        .forEach(f ->
                                problems.add(f.clause() + ": " + page.words().in(f.message())));
            case Acting.Performed p -> throw new IllegalStateException("a check performed " + p.entry());
            case Acting.Refused r -> throw new IllegalStateException("a check refuses nothing");
            case Acting.Unavailable u -> throw new IllegalStateException("a check stores nothing");
            case Acting.KeyReused k -> throw new IllegalStateException("a check has no key");
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Map<String, String> row = cells.get(i);
            rows.add(new Row(
                    i + 2,
                    columns.stream()
                            .map(c -> row.getOrDefault(c.name().toLowerCase(Locale.ROOT), ""))
                            .toList(),
                    faults.getOrDefault(i, List.of())));
        }
        boolean clean = faults.isEmpty() && problems.isEmpty();
        return show(
                page,
                kind,
                file,
                problems,
                rows,
                clean ? carried : List.of(),
                clean ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Identifiers that are missing, stand twice or exist already. */
    private void identifiers(
            Page page, String kind, List<Map<String, String>> cells, Map<Integer, List<String>> faults) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String id = cells.get(i).getOrDefault("identifier", "");
            String fault = null;
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
                fault = page.t("import.bad-identifier");
            } else if (first.putIfAbsent(id, i) != null) {
                fault = page.t("import.twice", java.util.Objects.requireNonNull(first.get(id)) + 2);
            } else if (subjects.find(NoSuchPage.ref(kind, id)).isPresent()) {
                fault = page.t("import.exists");
            }
            if (fault != null) {
                faults.computeIfAbsent(i, k -> new ArrayList<>()).add(fault);
            }
        }
    }

    /** The fault stands at its row, or above the table where it is of none. */
    private static void place(
            Page page, List<Column> columns, Fault fault, Map<Integer, List<String>> rows, List<String> problems) {
        String text =
                page.words().of("fault." + fault.code(), fault.parameters().toArray());
        Matcher at = ROW.matcher(fault.path());
        if (!at.matches()) {
            problems.add(text);
            return;
        }
        String own = at.group(2).replaceAll("[\\[.].*", "");
        String label = columns.stream()
                .filter(c -> c.name().equals(own))
                .map(Column::label)
                .findFirst()
                .orElse(own);
        rows.computeIfAbsent(Integer.parseInt(at.group(1)), k -> new ArrayList<>())
                .add(label.isEmpty() ? text : label + ": " + text);
    }

    private static List<Carried> carried(
            Page page, Register register, ActDeclaration declaration, List<Map<String, String>> cells) {
        List<Carried> carried = new ArrayList<>();
        carried.add(new Carried(
                register.made(),
                cells.stream().map(row -> row.getOrDefault("identifier", "")).collect(Collectors.joining("\n"))));
        if (register.ofSite()) {
            carried.add(new Carried("site", page.reader().site()));
        }
        Shape.Structure row = row(declaration);
        for (int i = 0; i < cells.size(); i++) {
            for (Field field : row.fields()) {
                String text = cells.get(i).getOrDefault(field.name().toLowerCase(Locale.ROOT), "");
                String name = "rows[" + i + "]." + field.name();
                if (field.shape() instanceof Shape.Listing) {
                    for (String word : text.split("[;,|]")) {
                        carried.add(new Carried(name, word.strip()));
                    }
                } else {
                    carried.add(new Carried(name, text));
                }
            }
        }
        return carried;
    }

    private static Shape.Structure row(ActDeclaration declaration) {
        if (declaration.shape().field("rows").orElseThrow().shape()
                instanceof Shape.Listing(Shape.Structure structure)) {
            return structure;
        }
        throw new IllegalStateException(declaration.name() + " has no rows");
    }

    private List<Column> columns(Page page, String kind) {
        ActDeclaration declaration = vocabulary.act(register(kind).act()).orElseThrow();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("identifier", page.t("table.id"), false, List.of()));
        for (Field field : row(declaration).fields()) {
            columns.add(new Column(
                    field.name(),
                    page.words().field(declaration.name(), List.of("rows", field.name())),
                    field.optional(),
                    words(page, field.shape())));
        }
        return columns;
    }

    private static List<Word> words(Page page, Shape shape) {
        return switch (shape) {
            case Shape.Choice choice ->
                choice.options().stream()
                        .map(word -> new Word(word, page.words().choice(choice, word)))
                        .toList();
            case Shape.Listing(Shape.Choice choice) -> words(page, choice);
            default -> List.of();
        };
    }

    private static List<List<String>> lines(String name, byte[] file) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Workbook.read(file);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8", e);
        }
        Table table = Csv.parse(text.startsWith("\ufeff") ? text.substring(1) : text, name);
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.header());
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            lines.add(table.header().stream()
                    .map(h -> Optional.ofNullable(table.text(h).get(row)).orElse(""))
                    .toList());
        }
        return lines;
    }

    private static Register register(String kind) {
        return Optional.ofNullable(REGISTERS.get(kind)).orElseThrow(NoSuchPage::new);
    }

    private ModelAndView refuse(Page page, String kind, String file, String why) {
        return show(page, kind, file, List.of(why), List.of(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView show(
            Page page,
            String kind,
            @Nullable String file,
            List<String> problems,
            List<Row> rows,
            List<Carried> carried,
            HttpStatus status) {
        List<Column> columns = columns(page, kind);
        return pages.show(
                page,
                "import",
                new ImportView(
                        kind,
                        columns,
                        columns.stream().map(Column::name).collect(Collectors.joining(",")),
                        file,
                        problems,
                        rows,
                        (int) rows.stream().filter(r -> !r.faults().isEmpty()).count(),
                        register(kind).act(),
                        carried),
                status);
    }
}
