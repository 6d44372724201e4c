package org.opencgt.science.process.report;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.process.VarianceShares;
import org.opencgt.science.report.Axis;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Layer;
import org.opencgt.science.report.Plot;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of the shares of donors and process. */
public record DonorsReport(VarianceShares result, List<String> donors, double[] values) implements Content.Source {

    public DonorsReport {
        donors = List.copyOf(donors);
    }

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<String> order =
                result.byDonor().stream().map(VarianceShares.Donor::donor).toList();
        double[] x =
                donors.stream().mapToDouble(donor -> order.indexOf(donor) + 1).toArray();
        double[] places =
                order.stream().mapToDouble(donor -> order.indexOf(donor) + 1).toArray();
        double[] means = result.byDonor().stream()
                .mapToDouble(VarianceShares.Donor::mean)
                .toArray();
        return new Content(
                wording.of(Phrase.DONORS_TITLE),
                Parts.with(
                        List.of(
                                Section.of(
                                        wording.of(Phrase.FIGURES),
                                        Block.Figure.of(
                                                wording.of(Phrase.DONORS_CAPTION),
                                                Plot.of(
                                                                Axis.linear(wording.of(Phrase.DONOR)),
                                                                Axis.linear(wording.of(Phrase.VALUE)))
                                                        .with(new Layer.Across(
                                                                result.mean(), wording.number(result.mean())))
                                                        .with(new Layer.Dots(x, values, 0, false, donors))
                                                        .with(new Layer.Dots(places, means, 5, true, order))),
                                        new Block.Facts(List.of(
                                                fact(wording, "donors", result.donors()),
                                                fact(wording, "batches", result.batches()),
                                                fact(wording, "mean", result.mean()),
                                                fact(wording, "sd_donor", result.sdDonor()),
                                                fact(wording, "sd_process", result.sdProcess()),
                                                fact(wording, "donor_share", result.donorShare()),
                                                fact(wording, "donor_share_lower", result.donorShareLower()),
                                                fact(wording, "donor_share_upper", result.donorShareUpper()),
                                                fact(wording, "sd_process_lower", result.sdProcessLower()),
                                                fact(wording, "sd_process_upper", result.sdProcessUpper()),
                                                fact(wording, "p", result.p())))),
                                Section.of(
                                        wording.of(Phrase.METHOD), new Block.Text(wording.of(Phrase.DONORS_METHOD)))),
                        wording,
                        result.flags()));
    }

    private static Block.Fact fact(Wording wording, String property, double value) {
        return wording.fact(VarianceShares.class, property, value);
    }
}
