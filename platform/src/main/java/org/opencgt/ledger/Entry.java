package org.opencgt.ledger;

import java.time.Instant;

/**
 * One entry of the ledger as it is stored.
 *
 * @param position its place, from 0, without gaps
 * @param id sortable text, unique
 * @param type what kind of act
 * @param performer ref of who did it
 * @param performedAt when, as the performer states
 * @param recordedAt when the server took it in
 * @param leaf {@code SHA-256(0x00 || header)}
 * @param header the exact bytes that are hashed, as text; {@link #head()} reads them
 * @param content canonical JSON of the act
 */
public record Entry(
        long position,
        String id,
        String type,
        String performer,
        Instant performedAt,
        Instant recordedAt,
        Hash leaf,
        String header,
        String content) {

    static Entry of(Header header, String text, Hash leaf, String content) {
        return new Entry(
                header.position(),
                header.id(),
                header.type(),
                header.performer(),
                header.performedAt(),
                header.recordedAt(),
                leaf,
                text,
                content);
    }

    /**
     * The header's members: signatures, verdict, places in the subjects' chains.
     *
     * @throws IllegalArgumentException if the stored header is not a header
     */
    public Header head() {
        return Header.parse(header);
    }
}
