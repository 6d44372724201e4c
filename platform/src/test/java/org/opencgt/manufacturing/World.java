package org.opencgt.manufacturing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.subject.Area;
import org.opencgt.subject.AreaBuilder;
import org.opencgt.subject.Collection;

/** What stands before a batch is opened, as other rooms leave it: collected cells and a room. */
record World(Ref<Area> area) implements Act {

    static final Ref<Collection> COLLECTION = new Ref<>("collection", "G123498654321");

    @Override
    public Effects effects(Occasion occasion) {
        Collection collection = new Collection(
                COLLECTION.id(),
                new Ref<>("donor", "N1"),
                new Ref<>("product", "T1"),
                new Ref<>("site", "S1"),
                Instant.parse("2026-02-16T01:00:00Z"),
                null,
                null,
                false,
                "YX26-0001-7Q",
                Collection.Status.ACCEPTED,
                new Collection.Procedure(
                        Collection.Route.APHERESIS,
                        area,
                        new Ref<>("equipment", "E1"),
                        "1.0",
                        null,
                        null,
                        null,
                        null,
                        true,
                        true,
                        null,
                        List.of(),
                        null),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        Area room = AreaBuilder.builder()
                .name("Suite 3")
                .type(Area.Type.CLEAN_ROOM)
                .site(new Ref<>("site", "S1"))
                .active(true)
                .build();
        return Effects.create(COLLECTION, collection).andCreate(area, room);
    }
}
