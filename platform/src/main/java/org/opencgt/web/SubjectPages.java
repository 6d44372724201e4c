package org.opencgt.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.DueWork;
import org.opencgt.web.reading.Judgement;
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

    /** An act that could be next, with its gate. */
    public record Action(String title, String about, String href, Acting.Possible possible) {}

    /** Work that is owed. */
    public record Owed(DueWork.Due due, boolean overdue) {}

    /** A document or raw-data set that an act names. */
    public record Named(String label, Shown value) {}

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
            List<LifeLine.Stage> life,
            List<Action> actions,
            List<Action> others,
            List<Owed> due,
            List<History.Item> history,
            List<Shown.Link> parents,
            List<Shown.Link> children,
            List<Shown.Link> documents,
            long version,
            @Nullable ActEntry last,
            LedgerReading.@Nullable Checkpoint checkpoint) {}

    @GetMapping("/subjects/{kind}/{id}")
    ModelAndView show(Page page, @PathVariable String kind, @PathVariable String id) {
        SubjectDeclaration declaration = vocabulary.subject(kind).orElseThrow(NoSuchPage::new);
        SubjectReading.Standing standing =
                subjects.find(NoSuchPage.ref(kind, id)).orElseThrow(NoSuchPage::new);
        Words words = page.words();
        List<ActEntry> entries = subjects.history(standing.ref());
        LineageReading.Graph near = lineage.around(standing.ref(), LineageReading.Direction.BOTH, RELATIVES * 4);
        String self = standing.ref().toString();

        TreeSet<String> refs = new TreeSet<>(Layout.references(declaration.shape(), standing.state()));
        refs.addAll(near.nodes());
        entries.forEach(e -> refs.addAll(history.references(e)));
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(
                words, names, token -> subjects.reveal(token, page.reader()).orElse(null));

        List<Action> actions = actions(page, standing.ref());
        ActEntry last = entries.stream().filter(e -> !e.refused()).findFirst().orElse(null);
        SubjectView view = new SubjectView(
                self,
                standing.ref().id(),
                kind,
                words.kind(kind),
                WorkArea.ofKind(kind).orElse(WorkArea.ORGANISATION),
                naming.name(standing),
                naming.status(standing, words),
                layout.state(declaration, standing.state()),
                life.of(standing.ref(), words),
                actions.stream().filter(a -> a.possible().mine()).toList(),
                actions.stream().filter(a -> !a.possible().mine()).toList(),
                owed(page, work.of(standing.ref())),
                history.items(entries, words, layout, names),
                relatives(
                        near.edges().stream()
                                .filter(e -> e.child().equals(self))
                                .map(LineageReading.Edge::parent)
                                .toList(),
                        names,
                        words),
                relatives(
                        near.edges().stream()
                                .filter(e -> e.parent().equals(self))
                                .map(LineageReading.Edge::child)
                                .toList(),
                        names,
                        words),
                relatives(refs.stream().filter(r -> r.startsWith("document:")).toList(), names, words),
                standing.version(),
                last,
                ledger.checkpoint().orElse(null));
        return pages.show(page, "subject", view);
    }

    private List<Action> actions(Page page, Ref<?> ref) {
        List<Action> actions = new ArrayList<>();
        for (Acting.Possible possible : acting.possible(ref, page.reader())) {
            ActDeclaration declaration = vocabulary.act(possible.type()).orElseThrow();
            actions.add(new Action(
                    page.words().act(declaration.name()),
                    page.words().actAbout(declaration.name()),
                    Page.act(declaration.name(), ref.toString()),
                    possible));
        }
        actions.sort(Comparator.comparing((Action a) -> a.possible().readiness()));
        return actions;
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

    /** The one sentence that says why an action is not simply ready. */
    static String reason(Judgement.@Nullable Finding finding, Words words) {
        return finding == null ? "" : words.in(finding.message());
    }
}
