package org.opencgt.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.ledger.Checkpointer;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LogKey;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.Proofs;
import org.opencgt.pipeline.SubjectReading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The book itself: signed checkpoint, entries, proofs that need no database to be checked. */
@RestController
class LedgerApi {

    private final Ledger ledger;
    private final Checkpointer checkpointer;
    private final Proofs proofs;
    private final LogKey key;
    private final SubjectReading subjects;
    private final JsonMapper json;

    LedgerApi(
            Ledger ledger,
            Checkpointer checkpointer,
            Proofs proofs,
            LogKey key,
            SubjectReading subjects,
            JsonMapper json) {
        this.ledger = ledger;
        this.checkpointer = checkpointer;
        this.proofs = proofs;
        this.key = key;
        this.subjects = subjects;
        this.json = json;
    }

    /** The head of the tree, signed now: a note in the tlog-checkpoint format, and the key to check it with. */
    @GetMapping("/api/ledger/checkpoint")
    ObjectNode checkpoint() {
        return json.createObjectNode()
                .put("checkpoint", checkpointer.checkpoint().toString())
                .put("verifierKey", key.verifier().toString());
    }

    /**
     * The proof (RFC 6962, 2.1.2) that the ledger of {@code to} entries continues the one of {@code from} entries: hashes of the
     * tree, in hexadecimal, in the order of the proof.
     */
    @GetMapping("/api/ledger/consistency")
    ObjectNode consistency(@RequestParam long from, @RequestParam long to) {
        long size = ledger.size();
        if (from < 1 || from > size) {
            throw new InvalidAct(Fault.at("from", "range", "1", String.valueOf(size), ""));
        }
        if (to < from || to > size) {
            throw new InvalidAct(Fault.at("to", "range", String.valueOf(from), String.valueOf(size), ""));
        }
        ObjectNode answer = json.createObjectNode().put("from", from).put("to", to);
        ArrayNode path = answer.putArray("path");
        ledger.consistency(from, to).path().forEach(hash -> path.add(hash.hex()));
        return answer;
    }

    @GetMapping("/api/ledger/entries/{id}")
    ObjectNode entry(@PathVariable String id, Caller caller) {
        Entry entry = existing(id, caller);
        ObjectNode answer = Answers.entry(entry);
        answer.put("header", entry.header());
        return answer;
    }

    /** The proof that an entry stands in the ledger: the C2SP tlog-proof of its leaf, with the entry's exact bytes beside it. */
    @GetMapping("/api/ledger/entries/{id}/proof")
    ObjectNode proof(@PathVariable String id, Caller caller) {
        Entry entry = existing(id, caller);
        ObjectNode answer = json.createObjectNode();
        answer.put("header", entry.header());
        answer.put("content", entry.content());
        checkpointer.checkpoint(); // so that the newest entries are under it
        answer.put("proof", ledger.proof(entry.position()).orElseThrow().text());
        answer.put("verifierKey", key.verifier().toString());
        return answer;
    }

    /** The whole history of a subject with its proofs, as {@code ledger verify --export} reads it. */
    @GetMapping("/api/subjects/{ref}/proof")
    void subject(@PathVariable String ref, Caller caller, HttpServletResponse response) throws IOException {
        Ref<? extends Subject> subject = SubjectsApi.ref(ref, "ref");
        caller.requireReach(
                subject,
                subjects.now(subject)
                        .orElseThrow(() -> new NoSuchSubject(subject))
                        .state());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof.jsonl\"");
        proofs.write(subject, response.getOutputStream());
    }

    /** The entry, where the caller reaches one of its subjects, or made it. */
    private Entry existing(String id, Caller caller) {
        Entry entry = ledger.entry(id).orElseThrow(() -> new NoSuchEntry(id));
        boolean own = entry.performer().equals(caller.getPrincipal());
        if (!own && entry.head().subjects().stream().noneMatch(link -> reaches(caller, Ref.parse(link.ref())))) {
            caller.requireNoBond(id);
        }
        return entry;
    }

    private boolean reaches(Caller caller, Ref<? extends Subject> subject) {
        return subjects.now(subject)
                .filter(found -> caller.reaches(subject, found.state()))
                .isPresent();
    }

    /** There is no entry of that identifier. */
    static final class NoSuchEntry extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String id;

        NoSuchEntry(String id) {
            super("no entry " + id);
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
