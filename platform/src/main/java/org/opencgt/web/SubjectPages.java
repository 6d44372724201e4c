package org.opencgt.web;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.subject.Banking;
import org.opencgt.subject.Product;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.DueWork;
import org.opencgt.web.reading.LedgerReading;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a subject, from top to bottom: what it is, what can be done, what is due, what was done, where it comes from, proof. */
@Controller
public class SubjectPages {

    /** Near relatives shown on the page itself; the rest is on the page of the lineage. */
    private static final int RELATIVES = 12;

    /** Acts shown on the page itself; the rest is on the page of the ledger. */
    private static final int ACTS = 25;

    /** The kind of subject whose page begins with its board. */
    private static final String ESCALATION = "dose-escalation";

    private static final String BANK = "cell-bank";

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final Acting acting;
    private final DueWork work;
    private final LineageReading lineage;
    private final LedgerReading ledger;
    private final Naming naming;
    private final LifeLine life;
    private final History history;

    SubjectPages(
            Pages pages,
            Vocabulary vocabulary,
            SubjectReading subjects,
            Acting acting,
            DueWork work,
            LineageReading lineage,
            LedgerReading ledger,
            Naming naming,
            LifeLine life,
            History history) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.acting = acting;
        this.work = work;
        this.lineage = lineage;
        this.ledger = ledger;
        this.naming = naming;
        this.life = life;
        this.history = history;
    }

    /** Work that is owed. */
    public record Owed(DueWork.Due due, boolean overdue) {}

    /**
     * A record within the state, shut until somebody wants to read it.
     *
     * @param hint when, how it came out, or how many
     */
    public record Part(String label, @Nullable Shown hint, Shown value) {}

    /** All of the page. */
    public record SubjectView(
            String ref,
            String id,
            String kind,
            String kindName,
            WorkArea area,
            @Nullable String name,
            Shown.@Nullable Badge status,
            Shown.Fields state,
            List<Part> parts,
            @Nullable EscalationBoard board,
            @Nullable BankMap bank,
            List<Shown.Link> escalations,
            List<LifeLine.Stage> life,
            Actions actions,
            List<Owed> due,
            List<History.Item> history,
            boolean older,
            List<Shown.Link> parents,
            List<Shown.Link> children,
            List<Shown.Link> documents,
            long version,
            @Nullable ActEntry last,
            LedgerReading.@Nullable Checkpoint checkpoint,
            boolean proven) {}

    @GetMapping("/subjects/{kind}/{id}")
    ModelAndView show(Page page, @PathVariable String kind, @PathVariable String id) {
        SubjectDeclaration declaration = vocabulary.subject(kind).orElseThrow(NoSuchPage::new);
        SubjectReading.Standing standing =
                subjects.find(NoSuchPage.ref(kind, id)).orElseThrow(NoSuchPage::new);
        Words words = page.words();
        SubjectReading.Told told = subjects.history(standing.ref(), ACTS);
        List<ActEntry> entries = told.entries();
        LineageReading.Near near = lineage.near(standing.ref(), RELATIVES);
        String self = standing.ref().toString();

        TreeSet<String> refs = new TreeSet<>(Layout.references(declaration.shape(), standing.state()));
        refs.addAll(near.parents());
        refs.addAll(near.children());
        entries.forEach(e -> refs.addAll(history.references(e)));
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(
                words, names, token -> subjects.reveal(token, page.reader()).orElse(null));

        Shown.Fields state = layout.state(declaration, standing.state());
        ActEntry last = entries.stream().filter(e -> !e.refused()).findFirst().orElse(null);
        SubjectView view = new SubjectView(
                self,
                standing.ref().id(),
                kind,
                words.kind(kind),
                WorkArea.ofKind(kind).orElse(WorkArea.ORGANISATION),
                naming.name(standing),
                naming.status(standing, words),
                new Shown.Fields(state.items().stream().filter(i -> !i.record()).toList()),
                state.items().stream()
                        .filter(Shown.Item::record)
                        .map(i -> new Part(i.label(), hint(i.value()), i.value()))
                        .toList(),
                kind.equals(ESCALATION) ? EscalationBoard.of(standing, declaration, page) : null,
                kind.equals(BANK) ? BankMap.of(standing, declaration, banking(standing), names, page) : null,
                kind.equals(ESCALATION)
                        ? List.of()
                        : relatives(
                                refs.stream()
                                        .filter(r -> r.startsWith(ESCALATION + ":"))
                                        .toList(),
                                names,
                                words),
                life.of(standing.ref(), words),
                Actions.of(acting.possible(standing.ref(), page.reader()), vocabulary, words, self, ""),
                owed(page, work.of(standing.ref())),
                history.items(entries, words, layout, names),
                told.more(),
                relatives(near.parents(), names, words),
                relatives(near.children(), names, words),
                relatives(refs.stream().filter(r -> r.startsWith("document:")).toList(), names, words),
                standing.version(),
                last,
                ledger.checkpoint().orElse(null),
                last != null && LedgerPages.proven(last, ledger));
        return pages.show(page, "subject", view);
    }

    /** The first status, else the first time in a record; the number of rows in a list of records. */
    private static @Nullable Shown hint(Shown value) {
        return switch (value) {
            case Shown.Fields(List<Shown.Item> items) ->
                items.stream()
                        .map(Shown.Item::value)
                        .filter(Shown.Badge.class::isInstance)
                        .findFirst()
                        .or(() -> items.stream()
                                .map(Shown.Item::value)
                                .filter(Shown.Time.class::isInstance)
                                .findFirst())
                        .orElse(null);
            case Shown.Grid(var columns, var rows) -> new Shown.Plain(Integer.toString(rows.size()), "", true);
            case Shown.Many(List<Shown> values) -> new Shown.Plain(Integer.toString(values.size()), "", true);
            default -> null;
        };
    }

    /** How the bank's product draws on its banks; null where it says nothing. */
    private @Nullable Banking banking(SubjectReading.Standing bank) {
        SubjectDeclaration product = vocabulary.subject("product").orElseThrow();
        return subjects.find(Ref.parse(bank.state().path("product").asString()))
                .map(found -> RecordReader.<Product>read(product.shape(), found.state()))
                .map(Product::banking)
                .orElse(null);
    }

    static List<Owed> owed(Page page, List<DueWork.Due> due) {
        return due.stream().map(d -> new Owed(d, d.due().isBefore(page.now()))).toList();
    }

    static List<Shown.Link> relatives(List<String> refs, Map<String, String> names, Words words) {
        return refs.stream()
                .distinct()
                .limit(RELATIVES)
                .map(ref -> link(ref, names, words))
                .toList();
    }

    static Shown.Link link(String ref, Map<String, String> names, Words words) {
        int colon = ref.indexOf(':');
        return new Shown.Link(ref, ref.substring(colon + 1), names.get(ref), words.kind(ref.substring(0, colon)));
    }
}
