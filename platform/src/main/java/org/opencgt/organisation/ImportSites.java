package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;

/**
 * A list of institutions, such as suppliers, is taken over, all of it or none. None may work before it is activated.
 *
 * @param sites the identifiers, in the order of the rows
 */
@ActType(
        value = "organisation.import-sites",
        by = {Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record ImportSites(@Makes List<Ref<Site>> sites, List<Row> rows) implements Act {

    public ImportSites {
        RowsTakenOver.requireOneEach(sites, rows);
    }

    public record Row(String name, Site.Institution institution, List<Site.Function> functions) {}

    @Override
    public Effects effects(Occasion occasion) {
        return RowsTakenOver.create(
                sites, rows, row -> RegisterSite.fresh(row.name(), row.institution(), row.functions()));
    }
}
