package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Results of batches over time.
 *
 * @param batches in the order in which they come
 * @param missing rows left out because the time, the result or the batch is missing
 */
public record StabilityData(List<Batch> batches, int missing) {

    /** The results of one batch: {@code values[i]} at {@code times[i]}, in the order in which they come. */
    public record Batch(String name, double[] times, double[] values) {

        int n() {
            return times.length;
        }

        double lastTime() {
            return Arrays.stream(times).max().orElse(Double.NaN);
        }
    }

    public StabilityData {
        batches = List.copyOf(batches);
    }

    /**
     * From rows.
     *
     * @param names of the batches; null where missing
     * @param times NaN where missing
     * @param values NaN where missing
     * @throws BadInput if nothing is left, or a time is negative
     */
    public static StabilityData of(List<@Nullable String> names, double[] times, double[] values) {
        if (times.length != values.length || names.size() != times.length) {
            throw Fault.of(StabilityFault.UNEQUAL_LENGTHS)
                    .with("readings", values.length)
                    .with("durations", times.length)
                    .asException();
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        int missing = 0;
        for (int i = 0; i < times.length; i++) {
            String name = names.get(i);
            if (name == null || Double.isNaN(times[i]) || Double.isNaN(values[i])) {
                missing++;
                continue;
            }
            Check.finite(StabilityQuantity.TIME, times[i]);
            Check.finite(StabilityQuantity.RESULT, values[i]);
            if (times[i] < 0) {
                throw Fault.of(StabilityFault.NEGATIVE_TIME)
                        .with("batch", name)
                        .with("time", times[i])
                        .asException();
            }
            rows.computeIfAbsent(name, unseen -> new ArrayList<>()).add(i);
        }
        if (rows.isEmpty()) {
            throw Fault.of(StabilityFault.NO_RESULTS).asException();
        }
        List<Batch> batches = new ArrayList<>();
        rows.forEach((name, indices) -> batches.add(new Batch(
                name,
                indices.stream().mapToDouble(i -> times[i]).toArray(),
                indices.stream().mapToDouble(i -> values[i]).toArray())));
        return new StabilityData(batches, missing);
    }

    public int n() {
        return batches.stream().mapToInt(Batch::n).sum();
    }

    /** The last time at which any batch was tested. */
    public double lastTime() {
        return batches.stream().mapToDouble(Batch::lastTime).max().orElse(Double.NaN);
    }

    /**
     * The time over which all batches were tested: the least of their last times. Extrapolation starts from here, as a batch that was
     * followed for less cannot be known for longer.
     */
    public double commonTime() {
        return batches.stream().mapToDouble(Batch::lastTime).min().orElse(Double.NaN);
    }

    /** What was known at a time: the results up to it. Batches without any are left out. */
    public StabilityData until(double time) {
        List<Batch> known = new ArrayList<>();
        for (Batch batch : batches) {
            int[] kept = IntStream.range(0, batch.n())
                    .filter(i -> batch.times[i] <= time)
                    .toArray();
            if (kept.length > 0) {
                known.add(new Batch(
                        batch.name,
                        Arrays.stream(kept).mapToDouble(i -> batch.times[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> batch.values[i]).toArray()));
            }
        }
        return new StabilityData(known, missing);
    }

    double[] distinctTimes() {
        return batches.stream()
                .flatMapToDouble(batch -> Arrays.stream(batch.times))
                .distinct()
                .sorted()
                .toArray();
    }
}
