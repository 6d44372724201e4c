package org.opencgt.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Signature;
import org.opencgt.act.Subject;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Export;
import org.opencgt.ledger.ExportCheck;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.VerifierKey;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Proofs that need no database: the history of a subject, and those of all who signed in it, so that the keys of their
 * signatures stand in the same file.
 */
@Service
public class Proofs {

    private final Ledger ledger;
    private final Export export;

    Proofs(Ledger ledger, Export export) {
        this.ledger = ledger;
        this.export = export;
    }

    /**
     * Writes the proof of a subject.
     *
     * @throws NoSuchSubject where there is none
     */
    public void write(Ref<? extends Subject> subject, OutputStream out) throws IOException {
        if (ledger.subject(subject.toString()).isEmpty()) {
            throw new NoSuchSubject(subject);
        }
        export.subjects(withSigners(subject), out);
    }

    /** The subject, who signed its acts, who signed theirs, and so on to the first. */
    private List<String> withSigners(Ref<? extends Subject> subject) {
        Set<String> found = new LinkedHashSet<>(Set.of(subject.toString()));
        Deque<Ref<?>> open = new ArrayDeque<>(List.of(subject));
        for (Ref<?> next = open.poll(); next != null; next = open.poll()) {
            for (Entry entry : Chains.whole(ledger, next)) {
                for (Signature signature :
                        Signing.parse(Json.MAPPER.readTree(entry.head().signatures()))) {
                    if (found.add(signature.person())) {
                        open.add(Ref.parse(signature.person()));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Checks a file with all signatures of people in it, by the keys that it holds.
     *
     * @param trusted null: the key that the file names
     */
    public static ExportCheck.Report check(Path file, @Nullable VerifierKey trusted) throws IOException {
        ExportCheck check = (trusted == null ? ExportCheck.byItsOwnKey() : ExportCheck.by(trusted))
                .withSignatures(new PersonSignatures(issuedKeys(file)));
        try (InputStream in = Files.newInputStream(file)) {
            return check.check(in);
        }
    }

    /** Contents of the entries that made keys known. What is no entry is for the check to say. */
    private static List<String> issuedKeys(Path file) throws IOException {
        List<String> issued = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(PersonSignatures.ISSUE)) {
                    issued.addAll(issuedKey(line));
                }
            }
        }
        return issued;
    }

    private static List<String> issuedKey(String line) {
        try {
            String content = Json.MAPPER.readTree(line).path("content").asString("");
            JsonNode act = Json.MAPPER.readTree(content);
            return act.path("type").asString("").equals(PersonSignatures.ISSUE) ? List.of(content) : List.of();
        } catch (JacksonException e) {
            return List.of(); // the check names the line
        }
    }
}
