package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/** A preparation, such as the reference or a test sample, with its wells. */
public record Preparation(String name, DoseResponse data) {

    /**
     * The preparations of an assay, the reference first, the others as they come.
     *
     * @param names of each well's preparation; null is missing
     * @throws BadInput if there is no well of the reference, or none of another preparation
     */
    public static List<Preparation> of(
            List<@Nullable String> names, String reference, double[] dose, double[] response, double[] weights) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        rows.put(reference, new ArrayList<>());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                rows.computeIfAbsent(name, unseen -> new ArrayList<>()).add(i);
            }
        }
        requireBoth(rows, reference);
        List<Preparation> preparations = new ArrayList<>();
        rows.forEach((name, own) -> preparations.add(
                new Preparation(name, DoseResponse.of(pick(dose, own), pick(response, own), pick(weights, own)))));
        return preparations;
    }

    static void requireBoth(Map<String, List<Integer>> rows, String reference) {
        if (rows.getOrDefault(reference, List.of()).isEmpty()) {
            throw Fault.of(PotencyFault.NO_REFERENCE)
                    .with("reference", reference)
                    .with(
                            "found",
                            String.join(
                                    ", ",
                                    rows.keySet().stream()
                                            .filter(name -> !name.equals(reference))
                                            .toList()))
                    .asException();
        }
        if (rows.size() < 2) {
            throw Fault.of(PotencyFault.NO_TEST).with("reference", reference).asException();
        }
    }

    private static double[] pick(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> values[i]).toArray();
    }

    static String[] names(List<Preparation> preparations) {
        return preparations.stream().map(Preparation::name).toArray(String[]::new);
    }

    static double[] concatenated(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
