package org.opencgt.logistics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Site;
import org.opencgt.subject.StabilityStudy;
import org.opencgt.subject.Unit;

/**
 * Units, or a collection, are packed into a container with a running logger (CA-7.7a, CA-8.1.5d).
 *
 * @param to where they go
 * @param containerType as the product's instructions name it
 * @param minimumTemperature from the product's instructions
 * @param maximumTemperature from the product's instructions
 * @param maximumDuration from the product's instructions
 * @param loggingInterval between two readings
 * @param seal number of the seal
 * @param documents that travel with it, one word a kind: {@code certificate_of_analysis}, {@code instructions}, ...
 * @param allowance excursions that the product was shown to bear, from its study of transport
 */
@ActType(
        value = "logistics.pack",
        by = {Role.WAREHOUSE, Role.CELL_LABORATORY, Role.APHERESIS_NURSE, Role.PHARMACIST})
public record Pack(
        @Makes Ref<Shipment> shipment,
        @Concerns List<Ref<Unit>> units,
        @Nullable @Concerns Ref<Collection> collection,
        Ref<Site> from,
        Ref<Site> to,
        @Nullable Ref<Site> carrier,
        @Text(max = 60) String containerType,
        @Concerns Ref<Equipment> container,
        @Concerns Ref<Equipment> logger,
        @In(value = "Cel", min = "-273.15", max = "60") BigDecimal minimumTemperature,
        @In(value = "Cel", min = "-273.15", max = "60") BigDecimal maximumTemperature,
        Duration maximumDuration,
        Duration loggingInterval,
        @Nullable @Text(max = 40) String seal,
        List<String> documents,
        @Nullable Instant plannedArrival,
        @Nullable List<StabilityStudy.ExcursionBand> allowance)
        implements Act {

    public Pack {
        if (units.isEmpty() == (collection == null)) {
            throw new IllegalArgumentException("a shipment holds units or a collection");
        }
        if (minimumTemperature.compareTo(maximumTemperature) > 0) {
            throw new IllegalArgumentException("minimumTemperature is above maximumTemperature");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        List<Ref<? extends Subject>> contents = Stream.<Ref<? extends Subject>>concat(
                        units.stream(), Stream.ofNullable(collection))
                .toList();
        return Effects.create(
                        shipment,
                        new Shipment(
                                from,
                                to,
                                carrier,
                                contents,
                                Shipment.Status.PACKED,
                                containerType,
                                container,
                                logger,
                                minimumTemperature,
                                maximumTemperature,
                                maximumDuration,
                                loggingInterval,
                                seal,
                                documents,
                                null,
                                plannedArrival,
                                null,
                                null,
                                null,
                                null,
                                allowance,
                                null))
                .andOnEach(units, u -> u.withShipment(shipment));
    }
}
