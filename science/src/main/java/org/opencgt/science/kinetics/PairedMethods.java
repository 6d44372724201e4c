package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.statistics.SampleSummary;

/**
 * PCR and flow cytometry of the same cells side by side. PCR counts gene copies, flow cytometry cells that bind a reagent, so
 * their ratio has a level of its own; what matters is whether it holds. Anti-drug antibodies can cover the receptor and so hide
 * cells from flow cytometry, but not from PCR.
 *
 * @param fold by which the ratio has to differ from its median to be noticed, above 1
 */
@RecordBuilder
public record PairedMethods(double fold) implements PairedMethodsBuilder.With {

    /** Tenfold. */
    public static final PairedMethods DEFAULT = new PairedMethods(10);

    public PairedMethods {
        Check.positive(KineticsQuantity.FOLD, fold - 1);
    }

    /**
     * One sample as it was measured.
     *
     * @param pcr 0 where below the limit, NaN where missing
     * @param adaPositive of this sample; null if not tested
     */
    public record Measured(
            String subject,
            String group,
            double time,
            double pcr,
            double flow,
            @Nullable Boolean adaPositive) {}

    /** All samples, of each subject in order of time. */
    public List<PairedSample> compare(List<Measured> samples) {
        Map<String, List<Measured>> subjects = new LinkedHashMap<>();
        samples.forEach(sample -> subjects.computeIfAbsent(sample.subject, unseen -> new ArrayList<>())
                .add(sample));
        Map<Measured, Boolean> antibodies = new HashMap<>();
        subjects.values().forEach(own -> {
            own.sort(Comparator.comparingDouble(Measured::time));
            Boolean known = null;
            for (Measured sample : own) {
                Boolean now = sample.adaPositive;
                known = Boolean.TRUE.equals(known) || now == null ? known : now;
                if (known != null) {
                    antibodies.put(sample, known);
                }
            }
        });
        double all = median(samples, antibodies);
        List<PairedSample> paired = new ArrayList<>();
        subjects.values().forEach(own -> {
            double median = median(own, antibodies);
            own.forEach(
                    sample -> paired.add(paired(sample, antibodies.get(sample), Double.isNaN(median) ? all : median)));
        });
        return List.copyOf(paired);
    }

    private static double median(List<Measured> samples, Map<Measured, Boolean> antibodies) {
        return SampleSummary.of(samples.stream()
                        .filter(sample -> !Boolean.TRUE.equals(antibodies.get(sample)))
                        .mapToDouble(PairedMethods::logRatio)
                        .toArray())
                .median();
    }

    private static double logRatio(Measured sample) {
        return sample.pcr > 0 && sample.flow > 0 ? Math.log10(sample.flow / sample.pcr) : Double.NaN;
    }

    private PairedSample paired(Measured sample, @Nullable Boolean antibodies, double median) {
        double ratio = logRatio(sample);
        double shift = ratio - median;
        PairedSample.Detection detection = detection(sample);
        Set<PairedSample.Flag> flags = EnumSet.noneOf(PairedSample.Flag.class);
        boolean hidden = detection == PairedSample.Detection.PCR_ONLY || shift < -Math.log10(fold);
        if (detection == null) {
            flags.add(PairedSample.Flag.UNPAIRED);
        } else if (Boolean.TRUE.equals(antibodies) && sample.pcr > 0 && hidden) {
            flags.add(PairedSample.Flag.POSSIBLE_ADA_INTERFERENCE);
        } else if (Math.abs(shift) > Math.log10(fold)) {
            flags.add(PairedSample.Flag.DISCORDANT);
        }
        return new PairedSample(
                sample.subject,
                sample.group,
                sample.time,
                sample.pcr,
                sample.flow,
                detection,
                ratio,
                antibodies,
                shift,
                List.copyOf(flags));
    }

    private static PairedSample.@Nullable Detection detection(Measured sample) {
        if (Double.isNaN(sample.pcr) || Double.isNaN(sample.flow)) {
            return null;
        }
        if (sample.pcr > 0) {
            return sample.flow > 0 ? PairedSample.Detection.BOTH : PairedSample.Detection.PCR_ONLY;
        }
        return sample.flow > 0 ? PairedSample.Detection.FLOW_ONLY : PairedSample.Detection.NEITHER;
    }

    /** The agreement of the two methods in each group, groups in order. */
    public static List<MethodAgreement> agreement(List<PairedSample> samples) {
        List<MethodAgreement> rows = new ArrayList<>();
        Groups.of(samples, PairedSample::group).forEach((group, own) -> rows.add(MethodAgreement.of(group, own)));
        return List.copyOf(rows);
    }
}
