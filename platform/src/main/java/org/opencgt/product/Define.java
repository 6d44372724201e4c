package org.opencgt.product;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductBuilder;
import org.opencgt.subject.Site;

/**
 * A product is described for the first time. Its risk class is undetermined until it is decided.
 *
 * @param code short code that stands in batch numbers and on labels
 * @param otherCellType what the cells are, where the list does not have them
 * @param operations what is done to the cells outside the body
 * @param immuneAction what the cells do to immune function; absent where they are no immune cells
 */
@ActType(
        value = "product.define",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.ADMINISTRATOR})
public record Define(
        @Makes Ref<Product> product,
        @Concerns Ref<Site> manufacturer,
        String name,
        @Text(max = 30) String code,
        Product.CellSource source,
        Product.CellType cellType,
        @Nullable String otherCellType,
        boolean geneModified,
        Product.Form form,
        List<Product.Operation> operations,
        Product.@Nullable ImmuneAction immuneAction,
        @Text(max = 500) @Nullable String indication)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                product,
                ProductBuilder.builder()
                        .name(name)
                        .code(code)
                        .source(source)
                        .cellType(cellType)
                        .otherCellType(otherCellType)
                        .geneModified(geneModified)
                        .form(form)
                        .operations(operations)
                        .immuneAction(immuneAction)
                        .indication(indication)
                        .risk(Product.RiskClass.UNDETERMINED)
                        .manufacturer(manufacturer)
                        .approved(false)
                        .specification(Map.of())
                        .processLimits(Map.of())
                        .qualityAttributes(List.of())
                        .contactItems(List.of())
                        .components(List.of())
                        .characterisations(List.of())
                        .adopted(List.of())
                        .build());
    }
}
