package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.MethodAgreement;
import org.opencgt.science.kinetics.PairedMethods;
import org.opencgt.science.kinetics.PairedSample;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/** The report of PCR and flow cytometry side by side. */
public record PairedReport(
        List<PairedSample> samples, PairedMethods method, List<MethodAgreement> agreement, Units units)
        implements Content.Source {

    private static final int MOST_SUBJECTS = 30;

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, units);
        return new Content(
                wording.of(Phrase.PAIRED_TITLE),
                List.of(
                        new Section(wording.of(Phrase.AGREEMENT), agreement(wording)),
                        Section.of(
                                wording.of(Phrase.CURVES),
                                new Block.Figure(
                                        wording.of(Phrase.PAIRED_SCATTER) + " " + wording.of(Phrase.PAIRED_DIFFERENCE),
                                        List.of(scatter(wording), differences(wording)))),
                        new Section(wording.of(Phrase.SAMPLES_TO_REVIEW), review(wording)),
                        Section.of(
                                wording.of(Phrase.INDIVIDUAL_CURVES),
                                new Block.Figure(wording.of(Phrase.PAIRED_INDIVIDUAL), bySubject(wording))),
                        Section.of(
                                wording.of(Phrase.METHOD),
                                new Block.Text(wording.of(
                                        Phrase.PAIRED_METHOD, Map.of("fold", wording.number(method.fold())))))));
    }

    private List<Block> agreement(Wording wording) {
        List<Block> blocks = new ArrayList<>();
        for (MethodAgreement row : agreement) {
            if (!row.group().isEmpty()) {
                blocks.add(new Block.Text(wording.of(Phrase.GROUP) + ": " + row.group()));
            }
            blocks.add(new Block.Facts(List.of(
                    fact(wording, "pairs", row.pairs()),
                    fact(wording, "both", row.both()),
                    fact(wording, "pcr_only", row.pcrOnly()),
                    fact(wording, "flow_only", row.flowOnly()),
                    fact(wording, "neither", row.neither()),
                    fact(wording, "detection_agreement_percent", row.detectionAgreementPercent()),
                    fact(wording, "spearman_rho", row.spearmanRho()),
                    fact(wording, "pearson_r", row.pearsonR()),
                    fact(wording, "mean_ratio", row.meanRatio()),
                    fact(wording, "mean_log10_ratio", row.meanLog10Ratio()),
                    fact(wording, "sd_log10_ratio", row.sdLog10Ratio()),
                    fact(wording, "lower_limit", row.lowerLimit()),
                    fact(wording, "upper_limit", row.upperLimit()),
                    fact(wording, "ratio_without_ada", row.ratioWithoutAda()),
                    fact(wording, "ratio_with_ada", row.ratioWithAda()),
                    fact(wording, "interference", row.interference()),
                    fact(wording, "discordant", row.discordant()))));
        }
        return blocks;
    }

    private static Block.Fact fact(Wording wording, String column, double value) {
        return new Block.Fact(wording.label(MethodAgreement.class, column), wording.number(value));
    }

    private Plot scatter(Wording wording) {
        return dots(
                Plot.of(Axis.log(wording.of(Phrase.PCR_AXIS)), Axis.log(wording.of(Phrase.FLOW_AXIS)))
                        .sized(Plot.Size.HALF),
                false);
    }

    private Plot differences(Wording wording) {
        Plot plot = dots(
                Plot.of(Axis.linear(wording.of(Phrase.MEAN_AXIS)), Axis.linear(wording.of(Phrase.RATIO_AXIS)))
                        .sized(Plot.Size.HALF),
                true);
        for (MethodAgreement row : agreement) {
            plot = plot.with(new Layer.Across(row.meanLog10Ratio(), wording.number(row.meanLog10Ratio())))
                    .with(new Layer.Across(row.lowerLimit(), wording.number(row.lowerLimit())))
                    .with(new Layer.Across(row.upperLimit(), wording.number(row.upperLimit())));
        }
        return plot;
    }

    private Plot dots(Plot plot, boolean differences) {
        Predicate<PairedSample> positive = sample -> Boolean.TRUE.equals(sample.adaPositive());
        return plot.with(dots(samples.stream().filter(positive.negate()).toList(), 0, differences))
                .with(dots(samples.stream().filter(positive).toList(), 1, differences))
                .withKey("ADA −", 0)
                .withKey("ADA +", 1);
    }

    private static Layer.Dots dots(List<PairedSample> all, int colour, boolean differences) {
        List<PairedSample> quantified = all.stream()
                .filter(sample -> sample.detection() == PairedSample.Detection.BOTH)
                .toList();
        return new Layer.Dots(
                quantified.stream()
                        .mapToDouble(sample ->
                                differences ? (Math.log10(sample.pcr()) + Math.log10(sample.flow())) / 2 : sample.pcr())
                        .toArray(),
                quantified.stream()
                        .mapToDouble(sample -> differences ? sample.log10Ratio() : sample.flow())
                        .toArray(),
                colour,
                false,
                quantified.stream()
                        .map(sample -> sample.subject() + ", " + sample.time())
                        .toList());
    }

    private List<Plot> bySubject(Wording wording) {
        Map<String, List<PairedSample>> subjects = new LinkedHashMap<>();
        samples.forEach(sample -> subjects.computeIfAbsent(sample.subject(), unseen -> new ArrayList<>())
                .add(sample));
        return subjects.entrySet().stream()
                .limit(MOST_SUBJECTS)
                .map(subject -> {
                    double[] t = subject.getValue().stream()
                            .mapToDouble(PairedSample::time)
                            .toArray();
                    return Plot.of(Axis.linear(wording.timeAxis()), Axis.log("PCR · flow"))
                            .titled(subject.getKey())
                            .sized(Plot.Size.SMALL)
                            .with(line(
                                    t,
                                    subject.getValue().stream()
                                            .mapToDouble(PairedSample::pcr)
                                            .toArray(),
                                    0))
                            .with(line(
                                    t,
                                    subject.getValue().stream()
                                            .mapToDouble(PairedSample::flow)
                                            .toArray(),
                                    1))
                            .withKey("PCR", 0)
                            .withKey("flow", 1);
                })
                .toList();
    }

    private static List<Layer> line(double[] t, double[] values, int colour) {
        return List.of(
                new Layer.Line(t, values, colour, Layer.Weight.NORMAL, ""),
                new Layer.Dots(t, values, colour, false, List.of()));
    }

    private List<Block> review(Wording wording) {
        List<PairedSample> flagged = samples.stream()
                .filter(sample -> sample.flags().contains(PairedSample.Flag.POSSIBLE_ADA_INTERFERENCE)
                        || sample.flags().contains(PairedSample.Flag.DISCORDANT))
                .toList();
        if (flagged.isEmpty()) {
            return List.of(new Block.Text(wording.of(Phrase.NO_FLAGS)));
        }
        return Tables.of(
                wording,
                flagged,
                List.of(
                        cell(wording, "subject", false, PairedSample::subject),
                        cell(wording, "time", true, sample -> wording.number(sample.time())),
                        cell(wording, "pcr", true, sample -> wording.number(sample.pcr())),
                        cell(wording, "flow", true, sample -> wording.number(sample.flow())),
                        cell(wording, "log10_ratio_shift", true, sample -> wording.number(sample.log10RatioShift())),
                        cell(
                                wording,
                                "flags",
                                false,
                                sample ->
                                        sample.flags().stream().map(wording::of).collect(Collectors.joining(" ")))));
    }

    private static Tables.Cell<PairedSample> cell(
            Wording wording, String column, boolean isNumber, Function<PairedSample, String> text) {
        return new Tables.Cell<>(wording.label(PairedSample.class, column), isNumber, text);
    }
}
