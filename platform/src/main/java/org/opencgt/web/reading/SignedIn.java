package org.opencgt.web.reading;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.opencgt.act.Role;

/**
 * Who is using the pages.
 *
 * @param person reference of the person, {@code person:…}
 * @param name as shown
 * @param site reference of the site at which the person acts
 * @param siteName as shown
 * @param roles held at that site
 */
public record SignedIn(String person, String name, String site, String siteName, List<Role> roles)
        implements Principal, Serializable {

    public SignedIn {
        roles = List.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }

    /** The login: the identifier in the person's reference. */
    public String login() {
        return person.substring(person.indexOf(':') + 1);
    }

    public boolean holdsAny(List<Role> asked) {
        return asked.isEmpty() || !java.util.Collections.disjoint(Set.copyOf(roles), asked);
    }
}
