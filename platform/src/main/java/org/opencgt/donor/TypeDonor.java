package org.opencgt.donor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Site;

/**
 * Blood group and tissue type of the donor.
 *
 * @param hla by locus: the two alleles
 * @param methodBasis where the method is no national standard: what it is and on what it rests
 */
@ActType(
        value = "donor.type",
        by = {Role.DOCTOR, Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY})
public record TypeDonor(
        @Concerns Ref<Donor> donor,
        Instant sampled,
        Ref<Site> laboratory,
        Abo abo,
        Rh rh,
        List<LocusType> hla,
        boolean nationalStandard,
        @Nullable @Text(max = 500) String methodBasis)
        implements Act {

    public enum Abo {
        A,
        B,
        AB,
        O
    }

    public enum Rh {
        POSITIVE,
        NEGATIVE
    }

    /** The two alleles of a locus, as in {@code A*02:01}, without the locus. */
    public record LocusType(
            Locus locus,
            @Text(max = 20) String first,
            @Text(max = 20) String second) {}

    public enum Locus {
        A,
        B,
        C,
        DRB1,
        DQB1,
        DPB1
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.withTyping(new Donor.Typing(
                        sampled,
                        laboratory,
                        ScreenDonor.word(abo),
                        ScreenDonor.word(rh),
                        byLocus(hla),
                        nationalStandard,
                        methodBasis)));
    }

    static Map<String, Donor.Alleles> byLocus(List<LocusType> types) {
        Map<String, Donor.Alleles> all = new LinkedHashMap<>();
        types.forEach(t -> all.put(ScreenDonor.word(t.locus()), new Donor.Alleles(t.first(), t.second())));
        return all;
    }
}
