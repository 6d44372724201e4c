package org.opencgt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A work area: its subjects as tables, narrowed, sorted and paged by the server; the address holds how. */
@Controller
public class AreaPages {

    private static final int ROWS = 50;
    private static final int EXPORTED = 1_000;
    private static final int COLUMNS = 6;

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final GuidelineReading guidelines;
    private final Naming naming;

    AreaPages(Pages pages, Vocabulary vocabulary, SubjectReading subjects, GuidelineReading guidelines, Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.guidelines = guidelines;
        this.naming = naming;
    }

    /** A kind of subjects in the area. */
    public record Tab(String name, String href, boolean here) {}

    /** An act that brings a subject of the kind into being. */
    public record Beginning(String title, String href) {}

    /** A column; {@code sort} is the address that sorts by it, {@code order} how it is sorted now. */
    public record Column(
            String label, @Nullable String sort, @Nullable String order) {}

    /** A choice to narrow by. */
    public record Filter(String name, String label, List<Option> options) {}

    /** One value of a filter. */
    public record Option(String word, String text, boolean chosen) {}

    /** A row. */
    public record Row(Shown.Link link, List<Shown> cells) {}

    /** A table of subjects. */
    public record TableView(
            WorkArea area,
            List<Tab> tabs,
            String address,
            List<Beginning> beginnings,
            String text,
            String sort,
            boolean descending,
            List<Filter> filters,
            List<Column> columns,
            List<Row> rows,
            long total,
            int page,
            int pageCount) {}

    /** An area whose records this version does not keep yet. */
    public record EmptyView(WorkArea area, long clauses) {}

    @GetMapping("/areas/{slug}")
    ModelAndView area(Page page, @PathVariable String slug) {
        WorkArea area = WorkArea.ofSlug(slug).orElseThrow(NoSuchPage::new);
        return area.kinds().stream()
                .filter(k -> vocabulary.subject(k).isPresent())
                .findFirst()
                .map(kind -> table(page, slug, kind))
                .orElseGet(() -> pages.show(
                        page,
                        "area-empty",
                        new EmptyView(
                                area,
                                guidelines.clauses().stream()
                                        .filter(c -> c.capability().equals(area.capability()))
                                        .count())));
    }

    @GetMapping("/areas/{slug}/{kind}")
    ModelAndView table(Page page, @PathVariable String slug, @PathVariable String kind) {
        WorkArea area = WorkArea.ofSlug(slug).orElseThrow(NoSuchPage::new);
        SubjectDeclaration declaration = vocabulary
                .subject(kind)
                .filter(d -> area.kinds().contains(kind))
                .orElseThrow(NoSuchPage::new);
        Words words = page.words();
        SubjectReading.Query query = query(page, declaration, ROWS);
        SubjectReading.Found found = subjects.list(kind, query);
        List<Field> columns = columns(declaration);
        String address = "/areas/" + slug + "/" + kind;
        List<Column> heads = new ArrayList<>();
        heads.add(column(page, words.of("table.id"), "id", query));
        columns.forEach(f -> heads.add(column(page, words.state(kind, List.of(f.name())), f.name(), query)));
        heads.add(column(page, words.of("table.changed"), "changed", query));
        int pageCount = (int) Math.max(1, (found.total() + ROWS - 1) / ROWS);
        return pages.show(
                page,
                "area",
                new TableView(
                        area,
                        area.kinds().stream()
                                .filter(k -> vocabulary.subject(k).isPresent())
                                .map(k -> new Tab(words.kind(k), "/areas/" + slug + "/" + k, k.equals(kind)))
                                .toList(),
                        address,
                        beginnings(kind, words),
                        query.text(),
                        query.sort(),
                        query.descending(),
                        filters(declaration, query, words),
                        heads,
                        rows(declaration, columns, found, page),
                        found.total(),
                        query.page(),
                        pageCount));
    }

    @GetMapping("/areas/{slug}/{kind}.csv")
    void csv(Page page, HttpServletResponse response, @PathVariable String slug, @PathVariable String kind)
            throws IOException {
        WorkArea area = WorkArea.ofSlug(slug).orElseThrow(NoSuchPage::new);
        SubjectDeclaration declaration = vocabulary
                .subject(kind)
                .filter(d -> area.kinds().contains(kind))
                .orElseThrow(NoSuchPage::new);
        List<Field> columns = columns(declaration);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + kind + ".csv\"");
        PrintWriter out = response.getWriter();
        out.print('\ufeff');
        line(
                out,
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("id"),
                                columns.stream().map(Field::name))
                        .collect(Collectors.toCollection(ArrayList::new)),
                "changed");
        SubjectReading.Query query = query(page, declaration, EXPORTED);
        for (int i = 0; ; i++) {
            SubjectReading.Found found = subjects.list(
                    kind,
                    new SubjectReading.Query(
                            query.text(), query.equal(), query.sort(), query.descending(), i, EXPORTED));
            for (SubjectReading.Standing row : found.rows()) {
                List<String> cells = new ArrayList<>(List.of(row.ref().id()));
                columns.forEach(f -> {
                    var value = row.state().get(f.name());
                    cells.add(
                            value == null || value.isNull()
                                    ? ""
                                    : value.isContainer() ? value.toString() : value.asString());
                });
                line(out, cells, row.changed().toString());
            }
            if ((long) (i + 1) * EXPORTED >= found.total() || found.rows().isEmpty()) {
                return;
            }
        }
    }

    private static void line(PrintWriter out, List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        out.print(Csv.line(all));
    }

    private SubjectReading.Query query(Page page, SubjectDeclaration declaration, int size) {
        String text = parameter(page, "q").strip();
        String sort = parameter(page, "sort");
        boolean known = sort.equals("id") || declaration.shape().field(sort).isPresent();
        Map<String, String> equal = new LinkedHashMap<>();
        choices(declaration).forEach((name, choice) -> {
            String word = parameter(page, name);
            if (choice.options().contains(word)) {
                equal.put(name, word);
            }
        });
        String number = parameter(page, "page");
        int at = number.matches("\\d{1,6}") ? Math.max(0, Integer.parseInt(number) - 1) : 0;
        boolean descending = known
                ? parameter(page, "order").equals("desc")
                : !parameter(page, "order").equals("asc");
        return new SubjectReading.Query(
                text.length() > 200 ? text.substring(0, 200) : text,
                equal,
                known ? sort : "changed",
                descending,
                at,
                size);
    }

    private static String parameter(Page page, String name) {
        String[] given = page.parameters().get(name);
        return given == null || given.length == 0 ? "" : given[0];
    }

    private static Column column(Page page, String label, String name, SubjectReading.Query query) {
        boolean here = query.sort().equals(name);
        String order = here && !query.descending() ? "desc" : "asc";
        String href = new Page(
                        page.words(),
                        page.who(),
                        page.path(),
                        without(page, "page", "order"),
                        page.csrfName(),
                        page.csrfToken(),
                        page.theme(),
                        page.assets(),
                        page.now())
                .with("sort", name);
        return new Column(
                label, href + "&order=" + order, here ? (query.descending() ? "descending" : "ascending") : null);
    }

    private static Map<String, String[]> without(Page page, String... names) {
        Map<String, String[]> kept = new LinkedHashMap<>(page.parameters());
        List.of(names).forEach(kept::remove);
        return kept;
    }

    /** The simple components, status first. */
    static List<Field> columns(SubjectDeclaration declaration) {
        return declaration.shape().fields().stream()
                .filter(f -> switch (f.shape()) {
                    case Shape.Private p -> false;
                    case Shape.Structure s -> false;
                    case Shape.Mapping m -> false;
                    case Shape.Listing l -> false;
                    case Shape.Words(int max, boolean lines, String pattern) -> !lines;
                    default -> true;
                })
                .sorted(java.util.Comparator.comparing(
                        f -> !List.of("status", "stage").contains(f.name())))
                .limit(COLUMNS)
                .toList();
    }

    private static Map<String, Shape.Choice> choices(SubjectDeclaration declaration) {
        Map<String, Shape.Choice> choices = new LinkedHashMap<>();
        declaration.shape().fields().forEach(f -> {
            if (f.shape() instanceof Shape.Choice choice) {
                choices.put(f.name(), choice);
            }
        });
        return choices;
    }

    private static List<Filter> filters(SubjectDeclaration declaration, SubjectReading.Query query, Words words) {
        List<Filter> filters = new ArrayList<>();
        choices(declaration)
                .forEach((name, choice) -> filters.add(new Filter(
                        name,
                        words.state(declaration.kind(), List.of(name)),
                        choice.options().stream()
                                .map(w -> new Option(
                                        w,
                                        words.choice(choice, w),
                                        w.equals(query.equal().get(name))))
                                .toList())));
        return filters;
    }

    private List<Beginning> beginnings(String kind, Words words) {
        List<Beginning> beginnings = new ArrayList<>();
        for (ActDeclaration declaration : vocabulary.acts()) {
            boolean makes = declaration
                    .references()
                    .anyMatch(f -> f.part() == Field.Part.MAKES && kind.equals(ActDeclaration.kind(f)));
            if (makes) {
                beginnings.add(new Beginning(
                        words.act(declaration.name()),
                        ImportPages.takesOver(declaration.name(), kind)
                                ? "/import/" + kind
                                : Page.act(declaration.name(), null)));
            }
        }
        return beginnings;
    }

    private List<Row> rows(SubjectDeclaration declaration, List<Field> columns, SubjectReading.Found found, Page page) {
        TreeSet<String> refs = new TreeSet<>();
        found.rows().forEach(r -> refs.addAll(Layout.references(declaration.shape(), r.state())));
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(page.words(), names, token -> null);
        List<Row> rows = new ArrayList<>();
        for (SubjectReading.Standing standing : found.rows()) {
            List<Shown> cells = new ArrayList<>();
            columns.forEach(f -> cells.add(layout.component(declaration, f.name(), standing.state())));
            cells.add(new Shown.Time(
                    page.words().time(standing.changed()), standing.changed().toString()));
            rows.add(new Row(SubjectPages.link(standing.ref().toString(), Map.of(), page.words()), cells));
        }
        return rows;
    }
}
