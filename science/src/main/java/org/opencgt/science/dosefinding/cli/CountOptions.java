package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.TrialState;
import picocli.CommandLine.Option;

/** What has been seen at each dose, lowest first; a mixin. */
final class CountOptions {

    @Option(names = "--n", paramLabel = "N", split = ",", required = true)
    List<Integer> patients = List.of();

    @Option(names = "--dlt", paramLabel = "N", split = ",", required = true)
    List<Integer> dlts = List.of();

    @Option(names = "--responses", paramLabel = "N", split = ",")
    @Nullable
    List<Integer> responses;

    List<DoseOutcomes> outcomes() {
        return TrialState.outcomes(array(patients), array(dlts), responses == null ? null : array(responses));
    }

    static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
