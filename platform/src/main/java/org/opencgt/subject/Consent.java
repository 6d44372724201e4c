package org.opencgt.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a donor or recipient agreed to; a withdrawal closes gates down the lineage.
 *
 * @param scope of the consent: {@code collection}, {@code manufacture}, {@code infusion}, {@code banking}, ...
 */
public record Consent(
        Instant given,
        List<String> scope,
        String formVersion,
        @Nullable Instant withdrawn) {}
