package org.opencgt.installation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What kind of installation this is. */
@Service
public class Installation {

    /** The password of all people of the demonstration. Exists only where the demonstration was played. */
    public static final String DEMO_PASSWORD = "vein-to-vein-2026";

    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the ledger holds the demonstration, whose people have a known password. */
    public boolean isDemonstration() {
        return jdbc.sql("select exists (select 1 from installation where name = 'demonstration')")
                .query(Boolean.class)
                .single();
    }

    void markDemonstration(String scenario) {
        jdbc.sql("insert into installation(name, value) values ('demonstration', ?) on conflict do nothing")
                .param(scenario)
                .update();
    }
}
