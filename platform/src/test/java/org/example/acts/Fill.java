package org.example.acts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Uses;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;

/** A batch is filled into units. */
@ActType("example.fill")
public record Fill(
        @Uses Ref<Batch> batch,
        @Makes List<Ref<Unit>> units,
        Ref<Product> product,
        Ref<Site> site,
        @In("mL") BigDecimal volume,
        LocalDate expires)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Effects effects = Effects.none();
        for (Ref<Unit> unit : units) {
            effects = effects.andCreate(
                    unit,
                    Sparse.record(
                            Unit.class,
                            Map.of(
                                    "batch", batch,
                                    "product", product,
                                    "volume", volume,
                                    "status", Unit.Status.FILLED,
                                    "expires", expires,
                                    "heldAt", site)));
        }
        return effects;
    }
}
