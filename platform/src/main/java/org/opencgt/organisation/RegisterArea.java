package org.opencgt.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Area;
import org.opencgt.subject.AreaBuilder;
import org.opencgt.subject.Site;

/**
 * A room or workplace is entered in the register; it may be used once it is set active.
 *
 * @param cleanlinessGrade A to D of the drug GMP, where the room has one
 * @param airHandlingUnit identifier of the unit that ventilates it
 * @param permits kinds of work that may be done in it
 */
@ActType(
        value = "organisation.register-area",
        by = {Role.QUALITY, Role.ADMINISTRATOR})
public record RegisterArea(
        @Makes Ref<Area> area,
        @Concerns Ref<Site> site,
        String name,
        Area.Type type,
        @Text(max = 1, pattern = "[A-D]") @Nullable String cleanlinessGrade,
        @Nullable String airHandlingUnit,
        List<String> permits)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        area,
                        AreaBuilder.builder()
                                .name(name)
                                .type(type)
                                .site(site)
                                .active(false)
                                .cleanlinessGrade(cleanlinessGrade)
                                .airHandlingUnit(airHandlingUnit)
                                .permits(permits)
                                .occupants(List.of())
                                .build())
                .andOn(site, s -> s.withArea(area));
    }
}
