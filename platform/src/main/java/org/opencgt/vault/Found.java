package org.opencgt.vault;

import java.util.Optional;
import org.opencgt.act.Personal;

/**
 * A piece of personal data that has the value looked for.
 *
 * @param subject reference of the donor or recipient
 */
public record Found(Personal token, String field, Optional<String> subject) {}
