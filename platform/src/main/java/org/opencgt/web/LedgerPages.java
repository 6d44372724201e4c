package org.opencgt.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.reading.LedgerReading;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ledger: its entries, its head, its verification, its proofs. */
@Controller
public class LedgerPages {

    private static final int ROWS = 50;

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final LedgerReading ledger;
    private final SubjectReading subjects;
    private final History history;
    private final Naming naming;

    LedgerPages(
            Pages pages,
            Vocabulary vocabulary,
            LedgerReading ledger,
            SubjectReading subjects,
            History history,
            Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.ledger = ledger;
        this.subjects = subjects;
        this.history = history;
        this.naming = naming;
    }

    /** An entry in the list. */
    public record Row(
            ActEntry entry, String title, String performed, Shown.Link performer, List<Shown.Link> subjects) {}

    /** A type of acts to narrow by. */
    public record TypeOption(String type, String title, boolean chosen) {}

    /** The head of the ledger and a page of its entries. */
    public record LedgerView(
            long size,
            LedgerReading.@Nullable Checkpoint checkpoint,
            LedgerReading.@Nullable Verification verification,
            List<TypeOption> types,
            String type,
            String subject,
            List<Row> rows,
            int page,
            boolean more) {}

    @GetMapping("/ledger")
    ModelAndView list(
            Page page,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(name = "page", defaultValue = "1") String number) {
        int at = number.matches("\\d{1,6}") ? Math.max(0, Integer.parseInt(number) - 1) : 0;
        List<ActEntry> entries = ledger.entries(type, subject.strip(), at, ROWS + 1);
        boolean more = entries.size() > ROWS;
        List<ActEntry> shown = entries.subList(0, Math.min(ROWS, entries.size()));
        TreeSet<String> refs = new TreeSet<>();
        shown.forEach(e -> {
            refs.addAll(e.subjects());
            refs.add(e.performer());
        });
        Map<String, String> names = naming.names(refs);
        return pages.show(
                page,
                "ledger",
                new LedgerView(
                        ledger.size(),
                        ledger.checkpoint().orElse(null),
                        ledger.verification().orElse(null),
                        vocabulary.acts().stream()
                                .map(d -> new TypeOption(
                                        d.name(),
                                        page.words().act(d.name()),
                                        d.name().equals(type)))
                                .toList(),
                        type,
                        subject.strip(),
                        shown.stream()
                                .map(e -> new Row(
                                        e,
                                        page.words().act(e.type()),
                                        page.words().time(e.performedAt()),
                                        SubjectPages.link(e.performer(), names, page.words()),
                                        SubjectPages.relatives(e.subjects(), names, page.words())))
                                .toList(),
                        at,
                        more));
    }

    @PostMapping("/ledger/verification")
    ModelAndView verify() {
        ledger.verify();
        return new ModelAndView("redirect:/ledger");
    }

    @GetMapping("/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        LedgerReading.Checkpoint checkpoint = ledger.checkpoint().orElseThrow(NoSuchPage::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"checkpoint-" + checkpoint.size() + ".txt\"")
                .body(checkpoint.note());
    }

    /** A signature, and whether it is right. */
    public record Checked(History.Signed signed, String key, boolean valid) {}

    /**
     * An entry with what is written of it.
     *
     * @param proven whether a checkpoint covers it, so that a proof can be had
     */
    public record EntryView(
            History.Item item,
            List<Shown.Link> subjects,
            List<Checked> signatures,
            String header,
            String content,
            boolean proven) {}

    @GetMapping("/ledger/entries/{id}")
    ModelAndView entry(Page page, @PathVariable String id) {
        ActEntry entry = ledger.entry(id).orElseThrow(NoSuchPage::new);
        LedgerReading.Written written = ledger.written(id).orElseThrow(NoSuchPage::new);
        TreeSet<String> refs = new TreeSet<>(history.references(entry));
        Map<String, String> names = naming.names(refs);
        Layout layout = new Layout(
                page.words(),
                names,
                token -> subjects.reveal(token, page.reader()).orElse(null));
        History.Item item = history.item(entry, page.words(), layout, names, null);
        List<LedgerReading.SignatureCheck> checks = ledger.signatures(id);
        List<Checked> signatures = java.util.stream.IntStream.range(
                        0, item.signatures().size())
                .mapToObj(i -> new Checked(
                        item.signatures().get(i),
                        entry.signatures().get(i).key(),
                        i < checks.size() && checks.get(i).valid()))
                .toList();
        return pages.show(
                page,
                "entry",
                new EntryView(
                        item,
                        SubjectPages.relatives(entry.subjects(), names, page.words()),
                        signatures,
                        written.header(),
                        written.content(),
                        proven(entry, ledger)));
    }

    /** Whether the last checkpoint covers the entry. */
    static boolean proven(ActEntry entry, LedgerReading ledger) {
        return ledger.checkpoint().filter(c -> entry.position() < c.size()).isPresent();
    }

    @GetMapping("/ledger/entries/{id}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String id) {
        byte[] proof = ledger.proof(id).orElseThrow(NoSuchPage::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + id + ".tlog-proof\"")
                .body(proof);
    }
}
