package org.opencgt.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Texts;

/** The language that the environment asks for. */
final class Languages {

    private Languages() {}

    static Locale preferred() {
        for (String name : new String[] {"OPENCGT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            @Nullable String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.startsWith("zh") ? Texts.CHINESE : Texts.ENGLISH;
            }
        }
        return Texts.ENGLISH;
    }
}
