package org.opencgt.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.LedgerReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.reading.SubjectReading.Standing;
import org.opencgt.web.view.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The one box: takes a scan, an identifier, a name or a clause and goes there. */
@Controller
public class FindPages {

    private static final int MOST = 50;
    private static final int SUGGESTED = 8;
    private static final int LATEST = 20;

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final GuidelineReading guidelines;
    private final LedgerReading ledger;
    private final Naming naming;

    FindPages(
            Pages pages,
            Vocabulary vocabulary,
            SubjectReading subjects,
            GuidelineReading guidelines,
            LedgerReading ledger,
            Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.guidelines = guidelines;
        this.ledger = ledger;
        this.naming = naming;
    }

    /** Something found. */
    public record Hit(Shown.Link link, Shown.@Nullable Badge status) {}

    /** What was found. */
    public record FindView(String text, List<Hit> hits, List<GuidelineReading.Clause> clauses) {}

    /** Sent by POST from the box on every page: what is scanned or typed there may be a patient's, and stands in no address. */
    @RequestMapping(
            path = "/find",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView find(Page page, @RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        if (text.isEmpty()) {
            return new ModelAndView("redirect:/");
        }
        Optional<String> direct = direct(text);
        if (direct.isPresent()) {
            return new ModelAndView("redirect:" + direct.get());
        }
        List<Standing> found = subjects.search(text, null, MOST, page.reader());
        List<Standing> named =
                found.stream().filter(s -> s.ref().id().equals(text)).toList();
        List<Standing> one = named.size() == 1 ? named : found;
        if (one.size() == 1) {
            return new ModelAndView(
                    "redirect:" + Page.subject(one.getFirst().ref().toString()));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        List<GuidelineReading.Clause> clauses = guidelines.clauses().stream()
                .filter(c -> c.id().toLowerCase(Locale.ROOT).contains(lower)
                        || c.title()
                                .in(page.words().locale())
                                .toLowerCase(Locale.ROOT)
                                .contains(lower))
                .limit(MOST)
                .toList();
        Map<String, String> names =
                naming.names(found.stream().map(s -> s.ref().toString()).toList());
        List<Hit> hits = found.stream()
                .map(s -> new Hit(
                        SubjectPages.link(s.ref().toString(), names, page.words()), naming.status(s, page.words())))
                .toList();
        return pages.show(page, "find", new FindView(text, hits, clauses));
    }

    /** The address of what the text names outright. */
    private Optional<String> direct(String text) {
        if (guidelines.clause(text).isPresent()) {
            return Optional.of(Page.clause(text));
        }
        if (text.contains(":")
                && vocabulary.subject(text.substring(0, text.indexOf(':'))).isPresent()) {
            try {
                Ref<?> ref = Ref.parse(text);
                if (subjects.find(ref).isPresent()) {
                    return Optional.of(Page.subject(ref.toString()));
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no reference after all: it is looked for as text
            }
        }
        return ledger.entry(text).map(e -> Page.entry(e.id()));
    }

    /** What a scanned or typed reference names: for the line under a field. */
    record Named(
            String ref,
            @Nullable String name,
            String kind,
            @Nullable String status) {}

    /** Subjects of a kind that a text may mean; the latest ones where there is no text yet. */
    @PostMapping("/find/subjects")
    @ResponseBody
    List<Named> suggest(
            Page page, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind) {
        if (q.length() > 100 || q.isBlank() && kind.isEmpty()) {
            return List.of();
        }
        List<Standing> found = q.isBlank()
                ? subjects.list(kind, new SubjectReading.Query("", Map.of(), "changed", true, 0, LATEST))
                        .rows()
                : subjects.search(q.strip(), kind.isEmpty() ? null : kind, SUGGESTED, page.reader());
        return found.stream()
                .map(s -> {
                    Shown.Badge status = naming.status(s, page.words());
                    return new Named(
                            s.ref().toString(),
                            naming.name(s),
                            page.words().kind(s.ref().kind()),
                            status == null ? null : status.text());
                })
                .toList();
    }
}
