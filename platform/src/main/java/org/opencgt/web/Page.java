package org.opencgt.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.web.reading.SignedIn;
import org.opencgt.web.view.Words;
import org.springframework.web.util.UriUtils;

/**
 * What every page knows: who reads it, in which words, where it is.
 *
 * @param who null on pages before sign-in
 * @param path of the page's address
 * @param parameters of the page's address
 * @param theme {@code light}, {@code dark} or empty for the system’s
 * @param nonce of the assets: changes when they change
 */
public record Page(
        Words words,
        @Nullable SignedIn who,
        String path,
        Map<String, String[]> parameters,
        String csrfName,
        String csrfToken,
        String theme,
        String assets,
        Instant now) {

    /** A fixed text of the pages. */
    public String t(String key, Object... parameters) {
        return words.t(key, parameters);
    }

    public String lang() {
        return words.chinese() ? "zh-CN" : "en";
    }

    /** Who is signed in; only for pages behind the door. */
    public SignedIn reader() {
        if (who == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return who;
    }

    public String roles() {
        return reader().roles().stream().map(words::role).collect(Collectors.joining(" · "));
    }

    /** Our own file under {@code /assets}. */
    public String asset(String name) {
        return "/assets/" + name + "?v=" + assets;
    }

    /** This page with another value of one parameter. */
    public String with(String name, String value) {
        return path + "?"
                + parameters.entrySet().stream()
                        .filter(e -> !e.getKey().equals(name) && !e.getKey().equals("lang"))
                        .flatMap(e -> List.of(e.getValue()).stream()
                                .filter(v -> !v.isEmpty())
                                .map(v -> query(e.getKey(), v) + "&"))
                        .collect(Collectors.joining())
                + query(name, value);
    }

    private static String query(String name, String value) {
        return UriUtils.encode(name, "UTF-8") + "=" + UriUtils.encode(value, "UTF-8");
    }

    /** Whether the page is at the address or below it. */
    public boolean under(String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** The page of a subject. */
    public static String subject(String ref) {
        int colon = ref.indexOf(':');
        return "/subjects/" + ref.substring(0, colon) + "/"
                + UriUtils.encodePathSegment(ref.substring(colon + 1), "UTF-8");
    }

    /** The form of an act, coming from a subject. */
    public static String act(String type, @Nullable String about) {
        return "/acts/" + type + (about == null ? "" : "?about=" + UriUtils.encode(about, "UTF-8"));
    }

    public static String clause(String id) {
        return "/guidelines/clauses/" + UriUtils.encodePathSegment(id, "UTF-8");
    }

    public static String entry(String id) {
        return "/ledger/entries/" + UriUtils.encodePathSegment(id, "UTF-8");
    }
}
