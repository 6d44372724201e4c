package org.opencgt.web.reading;

import java.util.List;
import java.util.Locale;

/** The invented people of the demo data. */
public interface DemoPeople {

    /** One of them, with the known password. {@code site} is the name of the site. */
    record DemoPerson(String login, String name, String roles, String site, String password) {}

    /** Nobody where there are no demo data. */
    List<DemoPerson> all(Locale locale);
}
