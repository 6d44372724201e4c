package org.opencgt.web;

import org.opencgt.act.Ref;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Nothing stands at the address. */
final class NoSuchPage extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    NoSuchPage() {
        super(HttpStatus.NOT_FOUND);
    }

    /** The reference that an address names. */
    static Ref<?> ref(String kind, String id) {
        try {
            return new Ref<>(kind, id);
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage();
        }
    }
}
