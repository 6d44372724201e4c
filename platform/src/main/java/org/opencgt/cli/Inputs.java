package org.opencgt.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.language.Texts;

/** Reads what people type. */
final class Inputs {

    private Inputs() {}

    static Ref<? extends Subject> ref(String text) {
        try {
            return Ref.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(new Texts().of(Locale.getDefault(), "fault.reference", "unit"), e);
        }
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(new Texts().of(Locale.getDefault(), "fault.moment"), e);
        }
    }
}
