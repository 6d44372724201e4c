package org.opencgt.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * An institution on a maker's list did not keep to procedure (IC-5.1.1.3g).
 *
 * @param entry of the act that recorded it; its name
 * @param correctiveAction what mends it; absent while open
 */
public record Nonconformity(
        Ref<Site> institution,
        @Text(max = 40) String number,
        @Text(max = 2000, lines = true) String description,
        boolean mayHarmPatients,
        LocalDate due,
        @Nullable String correctiveAction,
        @Nullable String preventiveAction,
        @Nullable LocalDate closed) {

    public Nonconformity closed(String corrective, String preventive, LocalDate on) {
        return new Nonconformity(institution, number, description, mayHarmPatients, due, corrective, preventive, on);
    }
}
