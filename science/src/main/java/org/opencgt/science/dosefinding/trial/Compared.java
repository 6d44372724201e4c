package org.opencgt.science.dosefinding.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;

/**
 * A design under a scenario, in one line, or under all together with means over them.
 *
 * @param scenario null for all together
 * @param idealDose null for all together
 * @param days null if time plays no part
 */
public record Compared(
        @Nullable String scenario,
        String design,
        @Nullable Integer idealDose,
        double idealSelectedPercent,
        double idealPatientsPercent,
        double poorAllocationPercent,
        double overdoseSelectedPercent,
        double overdosePatientsPercent,
        double overdose60,
        double earlyStopPercent,
        double totalPatients,
        double totalDlts,
        @JsonInclude(Include.NON_NULL) @Nullable Double days)
        implements Result {

    /** Scenario by scenario the designs side by side, then all scenarios together if there are several. */
    public static List<Compared> rows(List<List<OperatingCharacteristics>> byDesign) {
        List<Compared> rows = new ArrayList<>();
        int scenarios = byDesign.getFirst().size();
        for (int scenario = 0; scenario < scenarios; scenario++) {
            for (List<OperatingCharacteristics> design : byDesign) {
                rows.add(of(List.of(design.get(scenario))));
            }
        }
        if (scenarios > 1) {
            byDesign.forEach(design -> rows.add(of(design)));
        }
        return rows;
    }

    private static Compared of(List<OperatingCharacteristics> some) {
        OperatingCharacteristics first = some.getFirst();
        boolean single = some.size() == 1;
        return new Compared(
                single ? first.scenario() : null,
                first.design(),
                single ? (Integer) first.ideal().dose() : null,
                mean(some, one -> one.ideal().selectedPercent()),
                mean(some, one -> one.ideal().patientsPercent()),
                mean(some, one -> one.ideal().poorAllocationPercent()),
                mean(some, one -> one.overdose().selectedPercent()),
                mean(some, one -> one.overdose().patientsPercent()),
                mean(some, one -> one.overdose().overdose60()),
                mean(some, OperatingCharacteristics::earlyStopPercent),
                mean(some, OperatingCharacteristics::totalPatients),
                mean(some, OperatingCharacteristics::totalDlts),
                first.calendar() == null ? null : (Double) mean(some, Compared::days));
    }

    private static double days(OperatingCharacteristics one) {
        return one.calendar() == null ? Double.NaN : one.calendar().days();
    }

    private static double mean(List<OperatingCharacteristics> some, ToDoubleFunction<OperatingCharacteristics> figure) {
        return some.stream().mapToDouble(figure).sum() / some.size();
    }
}
