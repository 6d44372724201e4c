package org.opencgt.web.reading;

import java.time.Instant;
import java.util.List;
import org.opencgt.act.Ref;

/** Series of sensor readings. */
public interface Readings {

    /** A value at a time; the unit is that of the series. */
    record Reading(Instant time, double value) {}

    /** Temperatures in °C that the logger of a shipment recorded, in order of time; at most {@code limit}, evenly thinned, extremes kept. */
    List<Reading> temperatures(Ref<?> shipment, int limit);
}
