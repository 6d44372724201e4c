package org.opencgt.language;

import java.util.Locale;

/** A text in both languages. */
public record Bilingual(String en, String zh) {

    public Bilingual {
        if (en.isBlank() || zh.isBlank()) {
            throw new IllegalArgumentException("a text is missing in one language: en=" + en + ", zh=" + zh);
        }
    }

    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
