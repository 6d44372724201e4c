package org.opencgt.web.reading;

import java.util.List;

/** The invented people of the demo data. There is such a bean only where there are demo data. */
public interface DemoPeople {

    /** One of them, with the known password. */
    record DemoPerson(String login, String name, String roles, String password) {}

    List<DemoPerson> all();
}
