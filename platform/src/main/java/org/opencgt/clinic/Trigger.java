package org.opencgt.clinic;

import java.util.Locale;

/** Why use of a product stops at once: the seven reasons of CA-8.1.6a, and those of the later steps. */
public enum Trigger {
    LABEL,
    PACK,
    APPEARANCE,
    TEMPERATURE_RECORD,
    TRANSPORT,
    EXPIRED,
    OTHER,
    DOCUMENTS,
    FORM,
    THAW,
    MIXING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
