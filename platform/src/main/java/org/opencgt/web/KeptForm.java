package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencgt.web.reading.SignedIn;
import org.opencgt.web.view.FormValues;

/**
 * A form that was sent after the session had ended. It waits in the new session until the same person has signed in again;
 * for somebody else it is thrown away. Passwords are never kept.
 */
record KeptForm(String path, String person, Map<String, List<String>> values) implements Serializable {

    private static final String ATTRIBUTE = KeptForm.class.getName();

    /** Characters; a larger form is not kept for somebody who is not signed in. */
    private static final long MOST = 300_000;

    static void keep(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        FormValues.of(request.getParameterMap())
                .withoutSecrets()
                .forEach((name, given) -> values.put(name, new ArrayList<>(given)));
        String person = request.getParameter("_by");
        if (person != null && size(values) <= MOST) {
            request.getSession()
                    .setAttribute(
                            ATTRIBUTE, new KeptForm(request.getRequestURI(), person, new LinkedHashMap<>(values)));
        }
    }

    private static long size(Map<String, List<String>> values) {
        return values.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
    }

    /** The form of this address that this person left, once. */
    static Optional<FormValues> take(HttpServletRequest request, SignedIn who) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof KeptForm kept)) {
            return Optional.empty();
        }
        if (!kept.person.equals(who.person())) {
            session.removeAttribute(ATTRIBUTE);
            return Optional.empty();
        }
        if (!kept.path.equals(request.getRequestURI())) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(new FormValues(kept.values));
    }
}
