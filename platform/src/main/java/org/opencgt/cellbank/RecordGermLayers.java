package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.CellLine;
import org.opencgt.subject.Document;

/** Into which germ layers the cells of a line differentiated. */
@ActType(
        value = "cellbank.record-germ-layers",
        by = {Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record RecordGermLayers(
        @Concerns Ref<CellLine> line,
        @Nullable @Text(max = 60) String cloneName,
        CellLine.GermLayerMethod method,
        List<CellLine.GermLayer> layers,
        @Nullable String strain,
        @Nullable @In(value = "1", min = "1") BigDecimal cells,
        @Nullable String injectionSite,
        @Nullable @In(value = "wk", min = "1", max = "60") BigDecimal weeks,
        Ref<Document> report)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                line,
                l -> l.tested(new CellLine.GermLayerTest(
                        method,
                        cloneName,
                        layers,
                        strain,
                        cells,
                        injectionSite,
                        weeks,
                        report,
                        occasion.performedAt())));
    }
}
