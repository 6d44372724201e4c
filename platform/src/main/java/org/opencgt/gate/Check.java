package org.opencgt.gate;

import org.jspecify.annotations.Nullable;
import org.opencgt.language.Bilingual;

/**
 * A rule of the gate of one act type, compiled.
 *
 * @param clause that it serves
 * @param applies whether the act is one that the rule is about; null: always
 * @param require what must hold
 * @param message what is missing or wrong and who can supply it
 */
public record Check(
        PackInForce pack,
        String clause,
        Strength strength,
        Bilingual title,
        Bilingual message,
        @Nullable Expression applies,
        Expression require) {}
