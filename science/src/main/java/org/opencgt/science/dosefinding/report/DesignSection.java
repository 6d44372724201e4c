package org.opencgt.science.dosefinding.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.Boin12;
import org.opencgt.science.dosefinding.design.Crm;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Section;

/** What a design is: its rules in words, their source and its settings. */
final class DesignSection {

    private DesignSection() {}

    static Section of(Wording wording, Design design) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(wording.of(rules(design))));
        blocks.add(new Block.Facts(design.settings().entrySet().stream()
                .map(setting -> new Block.Fact(label(wording, setting.getKey()), wording.value(setting.getValue())))
                .toList()));
        return new Section(wording.of(Phrase.DESIGN_HEADING, Map.of("design", design.name())), blocks);
    }

    private static String label(Wording wording, String setting) {
        return Setting.named(setting).map(wording::of).orElse(setting);
    }

    private static Phrase rules(Design design) {
        return switch (design) {
            case ThreePlusThree classic -> Phrase.RULES_THREE_PLUS_THREE;
            case Boin boin -> Phrase.RULES_BOIN;
            case TiteBoin timeToEvent -> Phrase.RULES_TITE_BOIN;
            case IntervalDesign interval ->
                switch (interval.kind()) {
                    case MTPI -> Phrase.RULES_MTPI;
                    case MTPI2 -> Phrase.RULES_MTPI2;
                    case KEYBOARD -> Phrase.RULES_KEYBOARD;
                };
            case CustomTable custom -> Phrase.RULES_CUSTOM;
            case Crm crm -> Phrase.RULES_CRM;
            case Tepi tepi -> Phrase.RULES_TEPI;
            case Boin12 boin12 -> Phrase.RULES_BOIN12;
        };
    }
}
