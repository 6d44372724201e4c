package org.opencgt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Component;

/** Acts laid out as a time line: who, when, with which meaning; corrections beside what they correct; refused attempts. */
@Component
public class History {

    private final Vocabulary vocabulary;

    History(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A signature as shown. */
    public record Signed(Shown.Link person, String meaning, String time) {}

    /**
     * An act in the time line.
     *
     * @param correction the act that corrects this one, shown beside it
     */
    public record Item(
            ActEntry entry,
            String title,
            String performed,
            String recorded,
            Shown.Link performer,
            List<Signed> signatures,
            Shown.@Nullable Fields data,
            @Nullable Item correction) {}

    /** All subjects that the entry names. */
    Set<String> references(ActEntry entry) {
        Set<String> refs = new TreeSet<>(entry.subjects());
        refs.add(entry.performer());
        entry.signatures().forEach(s -> refs.add(s.person()));
        vocabulary.act(entry.type()).ifPresent(d -> refs.addAll(Layout.references(d.shape(), entry.act())));
        return refs;
    }

    /** The items, without those corrections that stand beside what they correct. */
    List<Item> items(List<ActEntry> entries, Words words, Layout layout, Map<String, String> names) {
        Map<String, ActEntry> byId = new HashMap<>();
        entries.forEach(e -> byId.put(e.id(), e));
        List<Item> items = new ArrayList<>();
        for (ActEntry entry : entries) {
            if (entry.corrects() == null || !byId.containsKey(entry.corrects())) {
                ActEntry correction = entry.correctedBy() == null ? null : byId.get(entry.correctedBy());
                items.add(item(
                        entry,
                        words,
                        layout,
                        names,
                        correction == null ? null : item(correction, words, layout, names, null)));
            }
        }
        return items;
    }

    Item item(ActEntry entry, Words words, Layout layout, Map<String, String> names, @Nullable Item correction) {
        return new Item(
                entry,
                words.act(entry.type()),
                words.time(entry.performedAt()),
                words.time(entry.recordedAt()),
                SubjectPages.link(entry.performer(), names, words),
                entry.signatures().stream()
                        .map(s -> new Signed(
                                SubjectPages.link(s.person(), names, words),
                                words.meaning(s.meaning()),
                                words.exactTime(s.time())))
                        .toList(),
                vocabulary
                        .act(entry.type())
                        .map(d -> layout.act(d, entry.act()))
                        .orElse(null),
                correction);
    }
}
