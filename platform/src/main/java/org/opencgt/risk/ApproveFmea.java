package org.opencgt.risk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Fmea;
import org.opencgt.subject.Product;

/**
 * The risk file of a product is approved: failure modes with severity, occurrence and detection, their controls and owners
 * (ICH Q9). It replaces the earlier file.
 *
 * @param riskClass of the product, which the control strategy rests on
 * @param actionFrom risk priority number from which a risk counts as high
 */
@ActType(
        value = "risk.approve-fmea",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ApproveFmea(
        @Makes Ref<Fmea> fmea,
        @Concerns Ref<Product> product,
        @Concerns @Nullable Ref<Fmea> replaces,
        @Text(max = 20) String version,
        Product.RiskClass riskClass,
        @In(value = "1", min = "1", max = "1000") int actionFrom,
        List<Fmea.Row> rows,
        LocalDate approved,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(fmea, new Fmea(product, version, riskClass, actionFrom, rows, approved, reviewDue, null))
                .andOn(product, p -> p.assessed(r -> r.withFmea(fmea)))
                .andOnPresent(replaces, f -> f.withReplacedBy(fmea));
    }
}
