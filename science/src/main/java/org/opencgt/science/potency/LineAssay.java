package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Wells of several preparations as rows.
 *
 * @param preparations of each row
 * @param blocks of each row; all alike if there are none
 * @param order names of the preparations, the reference first
 * @param rows their places in the data
 * @param missing rows left out
 */
public record LineAssay(
        List<String> preparations,
        List<String> blocks,
        double[] dose,
        double[] response,
        List<String> order,
        int[] rows,
        int missing) {

    /**
     * Rows with preparation, dose and response, and with a block where there are any.
     *
     * @param blocks null if there are none
     * @throws BadInput if there is no row of the reference or of another preparation
     */
    public static LineAssay of(
            List<@Nullable String> preparations,
            @Nullable List<@Nullable String> blocks,
            String reference,
            double[] dose,
            double[] response) {
        int[] rows = IntStream.range(0, dose.length)
                .filter(i -> preparations.get(i) != null
                        && (blocks == null || blocks.get(i) != null)
                        && !Double.isNaN(dose[i])
                        && !Double.isNaN(response[i]))
                .toArray();
        Map<String, List<Integer>> own = new LinkedHashMap<>();
        own.put(reference, new ArrayList<>());
        for (int i : rows) {
            Check.notNegative(PotencyQuantity.DOSE, dose[i]);
            own.computeIfAbsent(Objects.requireNonNull(preparations.get(i)), unseen -> new ArrayList<>())
                    .add(i);
        }
        Preparation.requireBoth(own, reference);
        return new LineAssay(
                IntStream.of(rows)
                        .mapToObj(i -> Objects.requireNonNull(preparations.get(i)))
                        .toList(),
                IntStream.of(rows)
                        .mapToObj(i -> blocks == null ? "" : Objects.requireNonNull(blocks.get(i)))
                        .toList(),
                IntStream.of(rows).mapToDouble(i -> dose[i]).toArray(),
                IntStream.of(rows).mapToDouble(i -> response[i]).toArray(),
                List.copyOf(own.keySet()),
                rows,
                dose.length - rows.length);
    }

    int size() {
        return dose.length;
    }

    String reference() {
        return order.getFirst();
    }

    List<String> tests() {
        return order.subList(1, order.size());
    }

    boolean is(int row, String preparation) {
        return preparations.get(row).equals(preparation);
    }

    /** What another column of the data says of each row. */
    public double[] of(double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }

    /** ln dose, all above zero. */
    double[] logDose() {
        double[] logs = new double[size()];
        for (int i = 0; i < logs.length; i++) {
            if (dose[i] <= 0) {
                throw Fault.of(PotencyFault.DOSE_NOT_POSITIVE)
                        .with("preparation", preparations.get(i))
                        .asException();
            }
            logs[i] = Math.log(dose[i]);
        }
        return logs;
    }

    double[] levels() {
        return Arrays.stream(dose).distinct().sorted().toArray();
    }

    /** An intercept, blocks after the first, and preparations after the reference. */
    Design base() {
        Design design = new Design(size());
        design.addIndicator("intercept", row -> true);
        blocks.stream()
                .distinct()
                .skip(1)
                .forEach(block -> design.addIndicator(
                        "block:" + block, row -> blocks.get(row).equals(block)));
        return design;
    }

    /** {@link #base} with the preparations. */
    Design lines() {
        Design design = base();
        for (String test : tests()) {
            design.addIndicator("prep:" + test, row -> is(row, test));
        }
        return design;
    }
}
