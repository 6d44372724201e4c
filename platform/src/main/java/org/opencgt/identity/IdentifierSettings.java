package org.opencgt.identity;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this site names its subjects.
 *
 * @param facility ISBT 128 facility identification number; the default is the one that ICCBBA keeps for examples
 * @param scheme name of the scheme by kind of subject; a kind that is not named has the house scheme
 */
@ConfigurationProperties("opencgt.identifiers")
record IdentifierSettings(
        @DefaultValue("A9999") String facility,
        @DefaultValue Map<String, String> scheme) {

    IdentifierSettings {
        scheme = scheme.isEmpty() ? Map.of("collection", DonationScheme.NAME) : Map.copyOf(scheme);
    }
}
