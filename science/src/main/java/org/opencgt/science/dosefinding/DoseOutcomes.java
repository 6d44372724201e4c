package org.opencgt.science.dosefinding;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;

/**
 * What has been seen at one dose.
 *
 * @param patients evaluable patients treated
 * @param dlts those of them with a dose-limiting toxicity
 * @param responses those of them who responded; null if response is not part of the data
 */
public record DoseOutcomes(int patients, int dlts, @Nullable Integer responses) {

    public DoseOutcomes {
        notNegative(DoseFindingQuantity.PATIENTS, patients);
        atMost(DoseFindingQuantity.DLTS, dlts, patients);
        if (responses != null) {
            atMost(DoseFindingQuantity.RESPONSES, responses, patients);
        }
    }

    private static void atMost(DoseFindingQuantity quantity, int count, int patients) {
        notNegative(quantity, count);
        if (count > patients) {
            throw Fault.of(DoseFindingFault.MORE_THAN_PATIENTS)
                    .with("quantity", quantity)
                    .with("count", count)
                    .with("patients", patients)
                    .asException();
        }
    }

    private static void notNegative(DoseFindingQuantity quantity, int count) {
        if (count < 0) {
            throw Fault.of(DoseFindingFault.NEGATIVE_COUNT)
                    .with("quantity", quantity)
                    .with("count", count)
                    .asException();
        }
    }
}
