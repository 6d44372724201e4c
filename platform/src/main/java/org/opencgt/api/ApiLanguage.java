package org.opencgt.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.opencgt.language.Texts;

/** The language of an answer: the first of the caller's that there is, else English. */
final class ApiLanguage {

    private ApiLanguage() {}

    static Locale of(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            for (Locale known : Texts.LANGUAGES) {
                if (wanted.getLanguage().equals(known.getLanguage())) {
                    return known;
                }
            }
        }
        return Texts.ENGLISH;
    }
}
