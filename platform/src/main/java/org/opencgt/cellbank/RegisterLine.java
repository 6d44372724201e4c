package org.opencgt.cellbank;

import java.util.List;
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
import org.opencgt.subject.CellLine;
import org.opencgt.subject.CellLineBuilder;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/** A line of cells enters the register; it is not qualified yet. */
@ActType(
        value = "cellbank.register-line",
        by = {Role.QUALITY, Role.MANUFACTURING_OPERATOR})
public record RegisterLine(
        @Makes Ref<CellLine> line,
        @Concerns Ref<Product> product,
        @Concerns Ref<Site> site,
        String name,
        CellLine.Role role,
        CellLine.@Nullable Help help,
        CellLine.Type type,
        @Text(max = 60) String species,
        boolean purchased,
        boolean geneticallyUnstable,
        boolean geneModified)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                line,
                CellLineBuilder.builder()
                        .name(name)
                        .product(product)
                        .site(site)
                        .role(role)
                        .help(help)
                        .type(type)
                        .species(species)
                        .purchased(purchased)
                        .geneticallyUnstable(geneticallyUnstable)
                        .geneModified(geneModified)
                        .provenance(List.of())
                        .clones(List.of())
                        .germLayerTests(List.of())
                        .hazards(List.of())
                        .qualifications(List.of())
                        .build());
    }
}
