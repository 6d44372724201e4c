package org.opencgt.clinic;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Whose;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.RecipientBuilder;
import org.opencgt.subject.Site;

/**
 * A patient who is to receive a product becomes known to the system.
 *
 * @param name as in the hospital's record; kept in the vault
 * @param hospitalNumber as on the wristband; kept in the vault
 * @param chainOfIdentity ties the patient to the cells, from collection to infusion
 * @param donor whose cells the product is made from; for an autologous product the patient as donor
 * @param contraindications as the products' instructions name them
 */
@ActType(
        value = "clinic.register-recipient",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR})
public record RegisterRecipient(
        @Makes Ref<Recipient> recipient,
        Personal name,
        @Whose("recipient") Personal hospitalNumber,
        Ref<Site> site,
        @Text(max = 40, pattern = "[A-Z0-9-]{6,40}") String chainOfIdentity,
        @Nullable Ref<Donor> donor,
        @In(value = "kg", min = "0.3", max = "400") BigDecimal weight,
        @Nullable @In(value = "cm", min = "20", max = "260") BigDecimal height,
        List<String> contraindications)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                recipient,
                RecipientBuilder.builder()
                        .name(name)
                        .hospitalNumber(hospitalNumber)
                        .site(site)
                        .chainOfIdentity(chainOfIdentity)
                        .donor(donor)
                        .weight(weight)
                        .height(height)
                        .contraindications(contraindications)
                        .medicalRecords(List.of())
                        .build());
    }
}
