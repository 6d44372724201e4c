package org.opencgt.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tree's leaf is made of: {@code leaf = SHA-256(0x00 || header)}. It binds the content by its hash and each
 * subject's chain by the leaf hash of that subject's entry before.
 *
 * <p>The text is canonical JSON (RFC 8785) with exactly these members, in this order and without white space:
 *
 * <pre>{@code
 * {"content":hex,"id":…,"performedAt":…,"performer":…,"position":n,"recordedAt":…,"signatures":[…],
 *  "subjects":[{"previous":hex|null,"ref":…,"version":n},…],"type":…,"verdict":…}
 * }</pre>
 *
 * @param content SHA-256 of the content's bytes
 * @param signatures canonical JSON array; opaque here
 * @param verdict canonical JSON; opaque here
 */
public record Header(
        Hash content,
        String id,
        Instant performedAt,
        String performer,
        long position,
        Instant recordedAt,
        String signatures,
        List<Link> subjects,
        String type,
        String verdict) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Header {
        subjects = List.copyOf(subjects);
    }

    static Header of(Draft draft, Hash content, long position, List<Link> links) {
        return new Header(
                content,
                draft.id(),
                draft.performedAt(),
                draft.performer(),
                position,
                draft.recordedAt(),
                draft.signatures(),
                links,
                draft.type(),
                draft.verdict());
    }

    /** The exact text that is hashed. */
    public String text() {
        StringBuilder out = new StringBuilder(512 + signatures.length() + verdict.length() + 160 * subjects.size());
        out.append("{\"content\":\"").append(content.hex());
        out.append("\",\"id\":");
        CanonicalJson.string(id, out);
        out.append(",\"performedAt\":\"").append(performedAt);
        out.append("\",\"performer\":");
        CanonicalJson.string(performer, out);
        out.append(",\"position\":").append(position);
        out.append(",\"recordedAt\":\"").append(recordedAt);
        out.append("\",\"signatures\":").append(signatures);
        out.append(",\"subjects\":[");
        String separator = "";
        for (Link link : subjects) {
            out.append(separator).append("{\"previous\":");
            Hash previous = link.previous();
            if (previous == null) {
                out.append("null");
            } else {
                out.append('"').append(previous.hex()).append('"');
            }
            out.append(",\"ref\":");
            CanonicalJson.string(link.ref(), out);
            out.append(",\"version\":").append(link.version()).append('}');
            separator = ",";
        }
        out.append("],\"type\":");
        CanonicalJson.string(type, out);
        out.append(",\"verdict\":").append(verdict).append('}');
        return out.toString();
    }

    /**
     * Reads a header's text.
     *
     * @throws IllegalArgumentException unless it is spelled exactly as {@link #text()} would
     */
    public static Header parse(String text) {
        Header header;
        try {
            header = read(JSON.readTree(text));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not the header of an entry: " + e.getMessage(), e);
        }
        if (!header.text().equals(text)) {
            throw new IllegalArgumentException("the header of an entry is not in its canonical form");
        }
        return header;
    }

    private static Header read(JsonNode json) {
        List<Link> links = new ArrayList<>();
        for (JsonNode link : json.required("subjects").values()) {
            links.add(new Link(
                    link.required("ref").asString(),
                    link.required("version").asLong(),
                    hash(link.required("previous"))));
        }
        return new Header(
                Hash.ofHex(json.required("content").asString()),
                json.required("id").asString(),
                Instant.parse(json.required("performedAt").asString()),
                json.required("performer").asString(),
                json.required("position").asLong(),
                Instant.parse(json.required("recordedAt").asString()),
                CanonicalJson.of(json.required("signatures")),
                links,
                json.required("type").asString(),
                CanonicalJson.of(json.required("verdict")));
    }

    private static @Nullable Hash hash(JsonNode hex) {
        return hex.isNull() ? null : Hash.ofHex(hex.asString());
    }
}
