package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;

/** An institution becomes known. It may not work before it is activated. */
@ActType(value = "organisation.register-site", by = Role.ADMINISTRATOR)
public record RegisterSite(
        @Makes Ref<Site> site, String name, Site.Institution institution, List<Site.Function> functions)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(site, fresh(name, institution, functions));
    }

    /** A site of which nothing but this is known. */
    static Site fresh(String name, Site.Institution institution, List<Site.Function> functions) {
        return new Site(
                name,
                institution,
                functions,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
