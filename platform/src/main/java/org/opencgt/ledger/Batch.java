package org.opencgt.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Draft.Advance;

/**
 * What becomes of the drafts of one transaction, decided one after the other against the chains as they stand: a later
 * draft sees the chains as an earlier one leaves them. Nothing is answered or written here.
 */
final class Batch {

    /** The end of a chain; version 0 and no head before the first entry. */
    record End(long version, @Nullable Hash head) {
        static final End NONE = new End(0, null);
    }

    /** The key of a client's request. */
    record Key(String caller, String key) {
        static Key of(Draft.Request request) {
            return new Key(request.caller(), request.key());
        }
    }

    /** The stored answer to a request. */
    record Answer(Hash request, String response) {}

    /** A subject as it will stand. */
    record Standing(Link link, long position, Hash leaf, String state) {}

    /** An answer to store. */
    record Stored(Draft.Request request, Answer answer, Entry entry) {}

    private final Hasher hasher = new Hasher();
    private final Map<String, End> chains;
    private final Map<Key, Answer> answers;
    private long size;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Long> linkPositions = new ArrayList<>();
    private final Map<String, Standing> subjects = new LinkedHashMap<>();
    private final List<Stored> stored = new ArrayList<>();
    private final Map<Class<?>, List<Projection.Noted<?>>> facts = new LinkedHashMap<>();

    /**
     * @param size of the ledger
     * @param chains where the chains of the drafts' subjects end; those that are missing have no entry yet
     * @param answers to the drafts' requests that were given before
     */
    Batch(long size, Map<String, End> chains, Map<Key, Answer> answers) {
        this.size = size;
        this.chains = new HashMap<>(chains);
        this.answers = new HashMap<>(answers);
    }

    /**
     * Decides on one draft.
     *
     * @throws LedgerException.StaleSubjects if what it rests on has moved
     * @throws LedgerException.KeyReused if its key belongs to another request
     */
    Receipt add(Draft draft) {
        Draft.Request request = draft.request();
        if (request != null) {
            Answer answer = answers.get(Key.of(request));
            if (answer != null && answer.request().equals(request.hash())) {
                return new Receipt.Replayed(answer.response());
            }
            if (answer != null) {
                throw new LedgerException.KeyReused(request.key());
            }
        }
        refuseStale(draft);
        Entry entry = entry(draft);
        if (request != null) {
            Answer answer = new Answer(request.hash(), request.response().apply(entry));
            answers.put(Key.of(request), answer);
            stored.add(new Stored(request, answer, entry));
        }
        for (Fact fact : draft.facts()) {
            facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(new Projection.Noted<>(entry, fact));
        }
        return new Receipt.Appended(entry);
    }

    private void refuseStale(Draft draft) {
        Map<String, Long> moved = new TreeMap<>();
        draft.subjects().forEach(advance -> note(advance.ref(), advance.expected(), moved));
        draft.reads().forEach((ref, version) -> note(ref, version, moved));
        if (!moved.isEmpty()) {
            throw new LedgerException.StaleSubjects(moved);
        }
    }

    private void note(String ref, long read, Map<String, Long> moved) {
        long version = end(ref).version();
        if (version != read) {
            moved.put(ref, version);
        }
    }

    private Entry entry(Draft draft) {
        List<Link> joined = new ArrayList<>(draft.subjects().size());
        for (Advance advance : draft.subjects()) {
            End end = end(advance.ref());
            joined.add(new Link(advance.ref(), end.version() + 1, end.head()));
        }
        Hash content = hasher.sha256(draft.content().getBytes(StandardCharsets.UTF_8));
        Header header = Header.of(draft, content, size, joined);
        String text = header.text();
        Hash leaf = hasher.leaf(text.getBytes(StandardCharsets.UTF_8));
        Entry entry = Entry.of(header, text, leaf, draft.content());
        entries.add(entry);
        for (int i = 0; i < joined.size(); i++) {
            Link link = joined.get(i);
            links.add(link);
            linkPositions.add(size);
            chains.put(link.ref(), new End(link.version(), leaf));
            subjects.put(
                    link.ref(),
                    new Standing(link, size, leaf, draft.subjects().get(i).state()));
        }
        size++;
        return entry;
    }

    private End end(String ref) {
        return Objects.requireNonNullElse(chains.get(ref), End.NONE);
    }

    /** Size of the ledger with the batch. */
    long size() {
        return size;
    }

    List<Entry> entries() {
        return entries;
    }

    /** All places in chains; {@link #linkPositions} has their entries' positions. */
    List<Link> links() {
        return links;
    }

    List<Long> linkPositions() {
        return linkPositions;
    }

    /** Each subject once, as the last of the batch's entries leaves it. */
    List<Standing> subjects() {
        return List.copyOf(subjects.values());
    }

    List<Stored> stored() {
        return stored;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    /** The facts of one class, in the order of their entries. */
    List<Projection.Noted<?>> facts(Class<?> type) {
        return facts.getOrDefault(type, List.of());
    }
}
