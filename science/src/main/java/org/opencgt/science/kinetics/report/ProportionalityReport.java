package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.DoseProportionality;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;

/**
 * The report of dose proportionality.
 *
 * @param doses of each subject
 * @param rows of the same subjects
 * @param parameters in the order of {@code fits}
 */
public record ProportionalityReport(
        double[] doses,
        List<KineticParameters> rows,
        List<Parameter> parameters,
        List<DoseProportionality> fits,
        Units units)
        implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, units);
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            plots.add(plot(wording, parameters.get(i), fits.get(i)));
        }
        return new Content(
                wording.of(Phrase.PROPORTIONALITY_TITLE),
                List.of(
                        new Section(wording.of(Phrase.OVERVIEW), table(wording)),
                        Section.of(
                                wording.of(Phrase.CURVES),
                                new Block.Figure(wording.of(Phrase.PROPORTIONALITY_CAPTION), plots)),
                        Section.of(
                                wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.PROPORTIONALITY_METHOD)))));
    }

    private Plot plot(Wording wording, Parameter parameter, DoseProportionality fit) {
        double[] values = rows.stream().mapToDouble(parameter::of).toArray();
        double low = Arrays.stream(doses).filter(dose -> dose > 0).min().orElse(1);
        double high = Arrays.stream(doses).filter(dose -> dose > 0).max().orElse(1);
        double[] ends = {low, high};
        double centre = Math.sqrt(low * high);
        double middle = Math.exp(fit.intercept() + fit.slope() * Math.log(centre));
        return Plot.of(
                        Axis.log(wording.of(Phrase.DOSE_AXIS)
                                + (units.doseUnit().isEmpty() ? "" : " (" + units.doseUnit() + ")")),
                        Axis.log(wording.label(KineticParameters.class, parameter.name(), parameter.dimension())))
                .titled(wording.label(KineticParameters.class, parameter.name()))
                .sized(Plot.Size.HALF)
                .with(new Layer.Line(
                        ends,
                        Arrays.stream(ends).map(dose -> middle * dose / centre).toArray(),
                        7,
                        Layer.Weight.DASHED,
                        wording.of(Phrase.PROPORTIONAL)))
                .with(new Layer.Line(
                        ends,
                        Arrays.stream(ends)
                                .map(dose -> Math.exp(fit.intercept() + fit.slope() * Math.log(dose)))
                                .toArray(),
                        1,
                        Layer.Weight.STRONG,
                        wording.of(Phrase.FITTED)))
                .with(new Layer.Dots(
                        doses,
                        values,
                        0,
                        false,
                        rows.stream().map(KineticParameters::subject).toList()))
                .withKey(wording.of(Phrase.FITTED), 1)
                .withKey(wording.of(Phrase.PROPORTIONAL), 7);
    }

    private List<Block> table(Wording wording) {
        return Tables.of(
                wording,
                fits,
                List.of(
                        cell(
                                wording,
                                "parameter",
                                false,
                                fit -> wording.label(KineticParameters.class, fit.parameter())),
                        cell(wording, "n", true, fit -> Integer.toString(fit.n())),
                        cell(wording, "doses", true, fit -> Integer.toString(fit.doses())),
                        cell(wording, "slope", true, fit -> wording.number(fit.slope())),
                        cell(wording, "confidence", true, fit -> wording.number(fit.confidence())),
                        cell(wording, "lower", true, fit -> wording.number(fit.lower())),
                        cell(wording, "upper", true, fit -> wording.number(fit.upper())),
                        cell(wording, "lower_criterion", true, fit -> wording.number(fit.lowerCriterion())),
                        cell(wording, "upper_criterion", true, fit -> wording.number(fit.upperCriterion())),
                        cell(wording, "residual_sd", true, fit -> wording.number(fit.residualSd())),
                        cell(wording, "spearman_rho", true, fit -> wording.number(fit.spearmanRho())),
                        cell(wording, "conclusion", false, fit -> {
                            DoseProportionality.Conclusion conclusion = fit.conclusion();
                            return conclusion == null ? "–" : wording.of(conclusion);
                        })));
    }

    private static Tables.Cell<DoseProportionality> cell(
            Wording wording, String column, boolean isNumber, Function<DoseProportionality, String> text) {
        return new Tables.Cell<>(wording.label(DoseProportionality.class, column), isNumber, text);
    }
}
