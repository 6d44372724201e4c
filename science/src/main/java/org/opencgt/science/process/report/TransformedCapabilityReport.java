package org.opencgt.science.process.report;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.process.TransformedCapability;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;
import org.opencgt.science.report.Wording;

/** The report of capability after a transformation: the transformation, the percentiles, and the report of transformed values. */
public record TransformedCapabilityReport(TransformedCapability result, double[] transformed)
        implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                wording.of(Phrase.TRANSFORMATION),
                new Block.Facts(List.of(
                        new Block.Fact(
                                wording.of(Phrase.POWER),
                                wording.number(result.transformation().lambda()) + " ["
                                        + wording.number(result.transformation().lower()) + ", "
                                        + wording.number(result.transformation().upper()) + "]"),
                        wording.fact(TransformedCapability.class, "shapiro_before", result.shapiroBefore()),
                        wording.fact(TransformedCapability.class, "shapiro_after", result.shapiroAfter()),
                        new Block.Fact(
                                wording.label(TransformedCapability.class, "percentiles"),
                                wording.number(result.percentiles().low()) + ", "
                                        + wording.number(result.percentiles().median()) + ", "
                                        + wording.number(result.percentiles().high())),
                        new Block.Fact("Pp", wording.number(result.percentiles().pp())),
                        new Block.Fact(
                                "Ppk", wording.number(result.percentiles().ppk())))),
                new Block.Text(wording.of(Phrase.TRANSFORMATION_METHOD))));
        sections.addAll(new CapabilityReport(result.capability(), transformed)
                .in(language)
                .sections());
        return new Content(wording.of(Phrase.CAPABILITY_TITLE), sections);
    }
}
