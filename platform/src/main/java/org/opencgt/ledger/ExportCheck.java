package org.opencgt.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Fault.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an {@link Export} with nothing but the file and the log's verifier key. Finds any changed byte: the log has signed
 * the hash of the whole file. Beyond that each entry proves itself under the signed checkpoint, and the chains of the
 * exported subjects are complete up to it.
 */
public final class ExportCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable VerifierKey trusted;
    private final @Nullable SignatureCheck signatures;

    private ExportCheck(@Nullable VerifierKey trusted, @Nullable SignatureCheck signatures) {
        this.trusted = trusted;
        this.signatures = signatures;
    }

    /** Takes only what this key has signed. */
    public static ExportCheck by(VerifierKey trusted) {
        return new ExportCheck(trusted, null);
    }

    /** Takes the key that the file names: shows that the file is whole, not whose it is. */
    public static ExportCheck byItsOwnKey() {
        return new ExportCheck(null, null);
    }

    /** Checks the persons' signatures as well. */
    public ExportCheck withSignatures(SignatureCheck check) {
        return new ExportCheck(trusted, check);
    }

    /**
     * What was found.
     *
     * @param key that signed; absent if the file does not name one
     * @param checkpoint under which the entries stand; absent if it can't be read
     * @param subjects with the number of their entries; empty if the export holds every entry
     * @param entries in the file
     * @param faults what is wrong
     */
    public record Report(
            @Nullable VerifierKey key,
            @Nullable Checkpoint checkpoint,
            Map<String, Long> subjects,
            long entries,
            List<Fault> faults) {

        public Report {
            subjects = Map.copyOf(subjects);
            faults = List.copyOf(faults);
        }

        /** Whether the file is as the log wrote it. */
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /** Checks a file; what is wrong with it is in the report. */
    public Report check(InputStream in) throws IOException {
        Run run = new Run();
        MessageDigest digest = Export.sha256();
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        byte[] line = nextLine(buffered);
        long lines = 0;
        for (byte[] next = nextLine(buffered); next.length > 0; next = nextLine(buffered)) {
            digest.update(line);
            run.line(lines++, new String(line, StandardCharsets.UTF_8));
            line = next;
        }
        run.end(Export.seal(lines, digest.digest()), new String(line, StandardCharsets.UTF_8));
        return run.report();
    }

    /** The next line with its newline; nothing at the end. */
    private static byte[] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private record End(long version, Hash head) {}

    /** One check. */
    private final class Run {

        private final List<Fault> faults = new ArrayList<>();
        private final Frontier tree = new Frontier((level, index, hashes, at) -> {});
        private final Hasher hasher = new Hasher();
        private final Map<String, End> chains = new HashMap<>();
        private final Map<String, Long> subjects = new TreeMap<>();
        private @Nullable VerifierKey key;
        private @Nullable Checkpoint checkpoint;
        private boolean everything;
        private long announced;
        private long entries;
        private long lastPosition = -1;

        void line(long number, String line) {
            try {
                JsonNode json = JSON.readTree(line);
                if (number == 0) {
                    head(json);
                } else {
                    entries++;
                    entry(json);
                }
            } catch (JacksonException | IllegalArgumentException e) {
                fault("line " + (number + 1) + " can't be read");
            }
        }

        private void head(JsonNode json) {
            if (!json.path("format").asString("").equals(Export.FORMAT)) {
                throw new IllegalArgumentException("another format");
            }
            announced = json.required("entries").asLong();
            everything = !json.has("subjects");
            for (Map.Entry<String, JsonNode> subject : json.path("subjects").properties()) {
                subjects.put(subject.getKey(), subject.getValue().asLong());
            }
            VerifierKey named = VerifierKey.parse(json.required("key").asString());
            key = named;
            if (trusted != null && !trusted.equals(named)) {
                fault("signed by another key: " + named);
            }
            SignedNote note = SignedNote.parse(json.required("checkpoint").asString());
            Checkpoint read = Checkpoint.parse(note.text());
            if (!note.isSignedBy(named) || !read.origin().equals(named.name())) {
                faults.add(Fault.of(Kind.CHECKPOINT_SIGNATURE, "of " + read.size() + " entries"));
            }
            checkpoint = read;
        }

        private void entry(JsonNode json) {
            String text = json.required("header").asString();
            String content = json.required("content").asString();
            Hash leaf = hasher.leaf(text.getBytes(StandardCharsets.UTF_8));
            Header header = Header.parse(text);
            long position = header.position();
            if (everything ? position != lastPosition + 1 : position <= lastPosition) {
                faults.add(Fault.at(Kind.HEADER, position, "follows position " + lastPosition));
            }
            lastPosition = position;
            if (!hasher.sha256(content.getBytes(StandardCharsets.UTF_8)).equals(header.content())) {
                faults.add(Fault.at(Kind.CONTENT, position, ""));
            }
            if (everything) {
                tree.add(leaf.view(), 0);
            } else {
                proof(json.required("proof"), position, leaf);
            }
            for (Link link : header.subjects()) {
                chain(link, leaf, position);
            }
            if (signatures != null) {
                signatures
                        .faults(header, content)
                        .forEach(fault -> faults.add(Fault.at(Kind.PERSON_SIGNATURE, position, fault)));
            }
        }

        private void proof(JsonNode path, long position, Hash leaf) {
            List<Hash> hashes = new ArrayList<>();
            path.values().forEach(hash -> hashes.add(Hash.ofBase64(hash.asString())));
            if (checkpoint == null
                    || !new InclusionProof(position, checkpoint.size(), hashes).verify(leaf, checkpoint.root())) {
                faults.add(Fault.at(Kind.LEAF, position, "the proof does not lead to the checkpoint"));
            }
        }

        /** The exported subjects' chains have every link; of others, links that follow one another must fit. */
        private void chain(Link link, Hash leaf, long position) {
            End before = chains.put(link.ref(), new End(link.version(), leaf));
            long version = before == null ? 0 : before.version();
            boolean follows = link.version() == version + 1;
            boolean fits = Objects.equals(link.previous(), before == null ? null : before.head());
            boolean whole = everything || subjects.containsKey(link.ref());
            if (follows ? !fits : whole || link.version() <= version) {
                faults.add(Fault.at(
                        Kind.CHAIN, position, link.ref() + " version " + link.version() + " after version " + version));
            }
        }

        void end(String seal, String lastLine) {
            if (announced != entries) {
                fault(announced + " entries are announced, " + entries + " are here");
            }
            subjects.forEach((ref, version) -> {
                End end = chains.get(ref);
                if (end == null || end.version() != version) {
                    faults.add(Fault.of(Kind.SUBJECT, ref));
                }
            });
            if (everything && checkpoint != null) {
                checkRoot(checkpoint);
            }
            if (key == null || !sealed(lastLine, seal, key)) {
                fault("the file is not as the log sealed it");
            }
        }

        private void checkRoot(Checkpoint signed) {
            if (tree.size() != signed.size() || !tree.root().equals(signed.root())) {
                faults.add(Fault.of(Kind.CHECKPOINT_ROOT, "of " + signed.size() + " entries"));
            }
        }

        private static boolean sealed(String lastLine, String seal, VerifierKey key) {
            try {
                SignedNote note = SignedNote.parse(
                        JSON.readTree(lastLine).required("seal").asString());
                return note.text().equals(seal)
                        && note.signatures().size() == 1
                        && note.isSignedBy(key)
                        && lastLine.equals(Export.lastLine(note) + "\n");
            } catch (JacksonException | IllegalArgumentException e) {
                return false;
            }
        }

        private void fault(String detail) {
            faults.add(Fault.of(Kind.EXPORT, detail));
        }

        Report report() {
            return new Report(key, checkpoint, subjects, entries, faults);
        }
    }
}
