package org.opencgt.science.dosefinding.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.startingdose.StartingDose;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;

/**
 * The report of a starting dose: the proposal, each step of the reasoning, what other assumptions give, and what to bear in mind.
 *
 * @param indication for which it holds; null if not told
 */
public record StartReport(StartingDose start, @Nullable String indication) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(wording.of(Phrase.PROPOSAL), new Block.Facts(proposal(wording))));
        sections.add(Section.of(
                wording.of(Phrase.REASONING),
                grid(
                        wording.of(Phrase.STEP),
                        wording.of(Phrase.CELLS),
                        start.steps().stream()
                                .map(step -> List.of(step.text().text(language), Wording.number(step.value())))
                                .toList())));
        sections.add(Section.of(
                wording.of(Phrase.OTHER_ASSUMPTIONS),
                grid(
                        wording.of(Phrase.ASSUMPTION),
                        wording.of(Phrase.STARTING_DOSE_PER_KG),
                        start.alternatives().stream()
                                .map(other -> List.of(other.assumption().text(language), Wording.number(other.perKg())))
                                .toList())));
        List<Block> warnings = new ArrayList<>();
        warnings.add(new Block.Points(
                start.warnings().stream().map(warning -> warning.text(language)).toList()));
        if (start.highlyUncertain()) {
            warnings.add(new Block.Text(wording.of(Phrase.TO_BE_DOCUMENTED)));
        }
        sections.add(new Section(wording.of(Phrase.WARNINGS), warnings));
        return new Content(wording.of(Phrase.START_TITLE), sections);
    }

    private List<Block.Fact> proposal(Wording wording) {
        List<Block.Fact> facts = new ArrayList<>();
        if (indication != null) {
            facts.add(new Block.Fact(wording.of(Phrase.INDICATION), indication));
        }
        facts.add(new Block.Fact(wording.of(Phrase.STARTING_DOSE_PER_KG), Wording.number(start.perKg())));
        facts.add(new Block.Fact(wording.of(Phrase.STARTING_DOSE), Wording.number(start.cells())));
        if (!Double.isNaN(start.humanEquivalentPerKg())) {
            facts.add(new Block.Fact(
                    wording.of(Phrase.HUMAN_EQUIVALENT_PER_KG), Wording.number(start.humanEquivalentPerKg())));
        }
        facts.add(new Block.Fact(
                wording.of(Phrase.RANGE),
                wording.of(
                        Phrase.FROM_TO,
                        Map.of(
                                "lowest", Wording.number(start.lowestPerKg()),
                                "highest", Wording.number(start.highestPerKg())))));
        facts.add(new Block.Fact(
                wording.of(Phrase.UNCERTAINTY),
                wording.of(start.highlyUncertain() ? Phrase.UNCERTAINTY_HIGH : Phrase.UNCERTAINTY_USUAL)));
        return facts;
    }

    private static Block grid(String first, String second, List<List<String>> rows) {
        return new Block.Grid("", List.of(new Block.Column(first, false), new Block.Column(second, true)), rows);
    }
}
