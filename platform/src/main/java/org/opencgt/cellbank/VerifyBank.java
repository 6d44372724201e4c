package org.opencgt.cellbank;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/** A laboratory that is not the maker's tested the bank and reports. */
@ActType(
        value = "cellbank.verify-bank",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED})
public record VerifyBank(
        @Concerns Ref<CellBank> bank,
        Ref<Site> laboratory,
        Ref<Document> report,
        LocalDate reported,
        List<Outcome> outcomes)
        implements Act {

    public enum Item {
        STERILITY,
        MYCOPLASMA,
        ENDOTOXIN,
        ENDOGENOUS_VIRUSES,
        EXOGENOUS_VIRUSES
    }

    public enum Result {
        CONFORMS,
        DOES_NOT_CONFORM
    }

    public record Outcome(Item item, Result result) {}

    @Override
    public Effects effects(Occasion occasion) {
        Map<String, String> results = new LinkedHashMap<>();
        outcomes.forEach(o -> results.put(
                o.item().name().toLowerCase(Locale.ROOT), o.result().name().toLowerCase(Locale.ROOT)));
        return Effects.on(
                bank, b -> b.withVerification(new CellBank.Verification(laboratory, report, reported, results)));
    }
}
