package org.opencgt.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Product;

/**
 * The information on product, donor and process goes to the hospital. It holds no name, address or identity number of the donor
 * and no report of the donor's tests: there is no field for them.
 *
 * @param donorCode pseudonym of the donor
 * @param screening summary by agent: {@code hiv}, {@code hbv}, {@code hcv}, {@code treponema}
 * @param hlaMatching where it applies
 */
@ActType(
        value = "quality.issue-information-sheet",
        by = {Role.QUALITY})
public record IssueInformationSheet(
        @Concerns Ref<Batch> batch,
        @Text(max = 40) String number,
        String productName,
        Product.CellType cellType,
        @Text(max = 40) String batchNumber,
        LocalDate produced,
        LocalDate expires,
        Product.Form form,
        Product.CellSource donorType,
        @Text(max = 64) String donorCode,
        Screening screening,
        @Nullable String hlaMatching,
        Collection.Route collectionRoute,
        LocalDate collected,
        boolean asepticCollection,
        Expansion expansion,
        @In(value = "Cel", min = "0", max = "60") BigDecimal cultureTemperature,
        String cultureGas,
        String harvest,
        @Nullable Freezing freezing)
        implements Act {

    /** What screening found, in a word for each agent. */
    public record Screening(Finding hiv, Finding hbv, Finding hcv, Finding treponema) {}

    public enum Finding {
        NON_REACTIVE,
        REACTIVE,
        INDETERMINATE
    }

    /** How cells are grown. */
    public enum Expansion {
        ADHERENT,
        SUSPENSION,
        MICROCARRIER
    }

    /** How cells are frozen, in principle. */
    public record Freezing(boolean controlledRate, String mediumType) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                batch, b -> b.withInformationSheet(new Batch.InformationSheet(number, occasion.performedAt())));
    }
}
