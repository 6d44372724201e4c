package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How PCR and flow cytometry agree over the samples of a group. Differences are those of log10, after Bland and Altman (1986):
 * their mean is the level of the ratio flow/pcr, their spread tells whether it holds.
 *
 * @param group empty if there are none
 * @param pairs samples with both results
 * @param detectionAgreementPercent samples in which both or neither found cells
 * @param spearmanRho of the samples in which both did
 * @param pearsonR of their logarithms
 * @param meanRatio geometric mean of flow/pcr
 * @param meanLog10Ratio its logarithm: the bias
 * @param sdLog10Ratio standard deviation of log10(flow/pcr)
 * @param lowerLimit of agreement, bias - 1.96 sd
 * @param ratioWithoutAda geometric mean of flow/pcr where no antibodies were found
 * @param ratioWithAda where they were
 * @param interference samples with possible interference of antibodies
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MethodAgreement(
        @JsonInclude(Include.NON_EMPTY) String group,
        int pairs,
        int both,
        int pcrOnly,
        int flowOnly,
        int neither,
        double detectionAgreementPercent,
        double spearmanRho,
        @JsonProperty("pearson_r") double pearsonR,
        double meanRatio,
        @JsonProperty("mean_log10_ratio") double meanLog10Ratio,
        @JsonProperty("sd_log10_ratio") double sdLog10Ratio,
        double lowerLimit,
        double upperLimit,
        double ratioWithoutAda,
        double ratioWithAda,
        int interference,
        int discordant)
        implements Result {

    private static final double NORMAL_95 = 1.959963984540054;

    static MethodAgreement of(String group, List<PairedSample> samples) {
        int both = count(samples, PairedSample.Detection.BOTH);
        int neither = count(samples, PairedSample.Detection.NEITHER);
        int pcrOnly = count(samples, PairedSample.Detection.PCR_ONLY);
        int flowOnly = count(samples, PairedSample.Detection.FLOW_ONLY);
        int pairs = both + neither + pcrOnly + flowOnly;
        List<PairedSample> quantified = samples.stream()
                .filter(sample -> sample.detection() == PairedSample.Detection.BOTH)
                .toList();
        double[] pcr = quantified.stream().mapToDouble(s -> Math.log10(s.pcr())).toArray();
        double[] flow =
                quantified.stream().mapToDouble(s -> Math.log10(s.flow())).toArray();
        LogLine line = new LogLine();
        for (int i = 0; i < pcr.length; i++) {
            line.add(pcr[i], flow[i]);
        }
        SampleSummary ratio = ratios(quantified);
        return new MethodAgreement(
                group,
                pairs,
                both,
                pcrOnly,
                flowOnly,
                neither,
                pairs == 0 ? Double.NaN : 100.0 * (both + neither) / pairs,
                pcr.length < 2 ? Double.NaN : RankCorrelation.of(pcr, flow),
                pcr.length < 2 ? Double.NaN : line.correlation(),
                Math.pow(10, ratio.mean()),
                ratio.mean(),
                ratio.sd(),
                ratio.mean() - NORMAL_95 * ratio.sd(),
                ratio.mean() + NORMAL_95 * ratio.sd(),
                Math.pow(10, ratios(with(quantified, false)).mean()),
                Math.pow(10, ratios(with(quantified, true)).mean()),
                flagged(samples, PairedSample.Flag.POSSIBLE_ADA_INTERFERENCE),
                flagged(samples, PairedSample.Flag.DISCORDANT));
    }

    private static SampleSummary ratios(List<PairedSample> samples) {
        return SampleSummary.of(
                samples.stream().mapToDouble(PairedSample::log10Ratio).toArray());
    }

    private static List<PairedSample> with(List<PairedSample> samples, boolean antibodies) {
        return samples.stream()
                .filter(sample -> sample.adaPositive() != null && sample.adaPositive() == antibodies)
                .toList();
    }

    private static int count(List<PairedSample> samples, PairedSample.Detection detection) {
        return (int) samples.stream().filter(s -> s.detection() == detection).count();
    }

    private static int flagged(List<PairedSample> samples, PairedSample.Flag flag) {
        return (int) samples.stream().filter(s -> s.flags().contains(flag)).count();
    }
}
