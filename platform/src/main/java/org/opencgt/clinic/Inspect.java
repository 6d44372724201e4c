package org.opencgt.clinic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Unit;

/**
 * Pack, appearance, frozen state and transport are looked at, every item answered (CA-8.1.4a, CA-8.1.5e). Any abnormal answer
 * puts the unit on hold.
 *
 * @param dryIceRemaining of a delivery on dry ice
 * @param nitrogenLevelNormal of a delivery in a dry shipper
 */
@ActType(
        value = "clinic.inspect",
        by = {Role.RECEIVER})
public record Inspect(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Shipment> shipment,
        boolean outerPackDamaged,
        boolean outerPackLeaking,
        boolean outerPackContaminated,
        boolean innerPackCracked,
        boolean innerPackLoose,
        boolean innerPackPoorlySealed,
        boolean precipitate,
        boolean cloudy,
        boolean colourChanged,
        @Nullable Boolean dryIceRemaining,
        @Nullable Boolean nitrogenLevelNormal,
        boolean delayed,
        boolean exposed,
        boolean otherAbnormality,
        @Nullable @Text(max = 2000, lines = true) String remarks,
        @Nullable @Text(max = 64, pattern = "[0-9a-f]{64}") String photo)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        List<String> pack = new ArrayList<>();
        when(outerPackDamaged, "outer_pack_damaged", pack);
        when(outerPackLeaking, "outer_pack_leaking", pack);
        when(outerPackContaminated, "outer_pack_contaminated", pack);
        when(innerPackCracked, "inner_pack_cracked", pack);
        when(innerPackLoose, "inner_pack_loose", pack);
        when(innerPackPoorlySealed, "inner_pack_poorly_sealed", pack);
        List<String> appearance = new ArrayList<>();
        when(precipitate, "precipitate", appearance);
        when(cloudy, "cloudy", appearance);
        when(colourChanged, "colour_changed", appearance);
        when(Boolean.FALSE.equals(dryIceRemaining), "dry_ice_gone", appearance);
        when(Boolean.FALSE.equals(nitrogenLevelNormal), "nitrogen_low", appearance);
        List<String> transport = new ArrayList<>();
        when(delayed, "delay", transport);
        when(exposed, "exposure", transport);
        when(otherAbnormality, "other", transport);
        List<String> triggers = new ArrayList<>();
        when(!pack.isEmpty(), Trigger.PACK.word(), triggers);
        when(!appearance.isEmpty(), Trigger.APPEARANCE.word(), triggers);
        when(!transport.isEmpty(), Trigger.TRANSPORT.word(), triggers);
        List<String> abnormalities =
                Stream.concat(pack.stream(), appearance.stream()).toList();
        return Effects.on(
                unit,
                u -> u.withInspection(new Unit.Inspection(
                                occasion.performedAt(), abnormalities.isEmpty(), abnormalities, List.copyOf(transport)))
                        .held(occasion.performedAt(), "inspection", triggers));
    }

    private static void when(boolean found, String word, List<String> words) {
        if (found) {
            words.add(word);
        }
    }
}
