package org.opencgt.api;

import java.io.IOException;
import java.util.Locale;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Checkpointer;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LogKey;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.Proofs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The book itself: signed checkpoint, entries, proofs that need no database to be checked. */
@RestController
class LedgerApi {

    private final Ledger ledger;
    private final Checkpointer checkpointer;
    private final Proofs proofs;
    private final LogKey key;
    private final Problems problems;
    private final JsonMapper json;

    LedgerApi(Ledger ledger, Checkpointer checkpointer, Proofs proofs, LogKey key, Problems problems, JsonMapper json) {
        this.ledger = ledger;
        this.checkpointer = checkpointer;
        this.proofs = proofs;
        this.key = key;
        this.problems = problems;
        this.json = json;
    }

    /** The head of the tree, signed now: a note in the tlog-checkpoint format, and the key to check it with. */
    @GetMapping("/api/ledger/checkpoint")
    ObjectNode checkpoint() {
        return json.createObjectNode()
                .put("checkpoint", checkpointer.checkpoint().toString())
                .put("verifierKey", key.verifier().toString());
    }

    @GetMapping("/api/ledger/entries/{id}")
    ResponseEntity<?> entry(@PathVariable String id, Locale locale) {
        return ledger.entry(id)
                .<ResponseEntity<?>>map(entry -> {
                    ObjectNode answer = Answers.entry(entry);
                    answer.put("header", entry.header());
                    return ResponseEntity.ok(answer);
                })
                .orElseGet(() -> ApiFaults.answer(problems.notFound("no-such-entry", locale, id)));
    }

    /** The proof that an entry stands in the ledger: the C2SP tlog-proof of its leaf, with the entry's exact bytes beside it. */
    @GetMapping(value = "/api/ledger/entries/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> proof(@PathVariable String id, Locale locale) {
        return ledger.entry(id)
                .<ResponseEntity<?>>map(entry -> ResponseEntity.ok(proof(entry)))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("no-such-entry", locale, id)));
    }

    private ObjectNode proof(Entry entry) {
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
    ResponseEntity<StreamingResponseBody> subject(@PathVariable String ref) {
        Ref<?> subject = SubjectsApi.ref(ref, "ref");
        if (ledger.subject(subject.toString()).isEmpty()) {
            throw new NoSuchSubject(subject);
        }
        StreamingResponseBody body = out -> write(subject, out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"proof.jsonl\"")
                .body(body);
    }

    private void write(Ref<?> subject, java.io.OutputStream out) throws IOException {
        proofs.write(subject, out);
    }
}
