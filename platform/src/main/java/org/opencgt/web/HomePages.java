package org.opencgt.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.reading.DueWork;
import org.opencgt.web.reading.LedgerReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** My work: what is overdue, due, soon, and what was refused and why. */
@Controller
public class HomePages {

    private static final int MOST = 200;
    private static final int REFUSED = 10;
    private static final int RECENT = 8;

    private final Pages pages;
    private final DueWork work;
    private final LedgerReading ledger;
    private final History history;
    private final Naming naming;

    HomePages(Pages pages, DueWork work, LedgerReading ledger, History history, Naming naming) {
        this.pages = pages;
        this.work = work;
        this.ledger = ledger;
        this.history = history;
        this.naming = naming;
    }

    /** Due work by urgency, and refusals. */
    public record HomeView(
            List<SubjectPages.Owed> overdue,
            List<SubjectPages.Owed> today,
            List<SubjectPages.Owed> soon,
            List<History.Item> blocked,
            List<Lately> lately) {}

    /** An act of somebody at the site. */
    public record Lately(String title, String entry, String time, Shown.Link by, Shown.@Nullable Link about) {}

    @GetMapping("/")
    ModelAndView home(Page page) {
        List<SubjectPages.Owed> owed = SubjectPages.owed(page, work.mine(page.reader(), MOST));
        Instant tomorrow = page.now().plus(Duration.ofHours(24));
        List<ActEntry> refused = work.refused(page.reader(), REFUSED);
        List<ActEntry> recent = ledger.latelyAt(page.reader().site(), RECENT);
        TreeSet<String> refs = new TreeSet<>();
        refused.forEach(e -> refs.addAll(history.references(e)));
        recent.forEach(e -> {
            refs.add(e.performer());
            e.subjects().stream().findFirst().ifPresent(refs::add);
        });
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(page.words(), names, token -> null);
        return pages.show(
                page,
                "home",
                new HomeView(
                        owed.stream().filter(SubjectPages.Owed::overdue).toList(),
                        owed.stream()
                                .filter(o -> !o.overdue() && o.due().due().isBefore(tomorrow))
                                .toList(),
                        owed.stream()
                                .filter(o -> !o.due().due().isBefore(tomorrow))
                                .toList(),
                        history.items(refused, page.words(), layout, names),
                        recent.stream()
                                .map(e -> new Lately(
                                        page.words().act(e.type()),
                                        e.id(),
                                        page.words().time(e.performedAt()),
                                        SubjectPages.link(e.performer(), names, page.words()),
                                        e.subjects().stream()
                                                .findFirst()
                                                .map(ref -> SubjectPages.link(ref, names, page.words()))
                                                .orElse(null)))
                                .toList()));
    }
}
