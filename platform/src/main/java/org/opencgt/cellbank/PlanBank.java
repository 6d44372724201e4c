package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
import org.opencgt.act.Uses;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.CellBankBuilder;
import org.opencgt.subject.CellLine;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * A bank of one tier is planned: from which cells, how many vials, and what it must meet.
 *
 * @param name begins the identifier of each of its vials
 * @param parent the bank of the tier above, from whose vials it is expanded
 * @param replaces the bank that it follows
 * @param collection from which the cells stem, where they stem from one
 * @param startPassage passage of the cells with which the expansion begins: that of the parent
 * @param startDoublings cumulative population doublings of those cells
 * @param demand vials that the plans ask for
 * @param omissions tests of the panel that are left out, each with its reason
 */
@ActType(
        value = "cellbank.plan-bank",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record PlanBank(
        @Makes Ref<CellBank> bank,
        @Concerns Ref<Product> product,
        @Concerns Ref<CellLine> line,
        @Uses @Nullable Ref<CellBank> parent,
        @Concerns @Nullable Ref<CellBank> replaces,
        Ref<Site> site,
        @Uses List<Ref<Donor>> donors,
        @Uses @Nullable Ref<Collection> collection,
        @Text(max = 40, pattern = "[A-Za-z0-9-]+") String name,
        CellBank.Tier tier,
        @Nullable @Text(max = 60) String cloneName,
        @Text(max = 1000, lines = true) String tierRationale,
        @In(value = "1", min = "0", max = "200") int startPassage,
        @In(value = "1", min = "0", max = "500") BigDecimal startDoublings,
        @In(value = "1", min = "0", max = "200") int plannedPassage,
        @In(value = "1", min = "1", max = "10000") int plannedVials,
        @In(value = "1", min = "0", max = "10000") int demand,
        Map<String, CellBank.Requirement> standard,
        Map<String, String> omissions,
        CellBank.@Nullable ThawLimit thawLimit)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        bank,
                        CellBankBuilder.builder()
                                .name(name)
                                .tier(tier)
                                .status(CellBank.Status.PLANNED)
                                .product(product)
                                .line(line)
                                .cloneName(cloneName)
                                .parent(parent)
                                .replaces(replaces)
                                .site(site)
                                .donors(donors)
                                .collection(collection)
                                .tierRationale(tierRationale)
                                .startPassage(startPassage)
                                .startDoublings(startDoublings)
                                .plannedVials(plannedVials)
                                .demand(demand)
                                .standard(standard)
                                .omissions(omissions)
                                .thawLimit(thawLimit)
                                .materials(List.of())
                                .vials(List.of())
                                .remaining(0)
                                .tests(Map.of())
                                .uniformity(List.of())
                                .withdrawals(List.of())
                                .build())
                .andOn(product, p -> p.banked(bank));
    }
}
