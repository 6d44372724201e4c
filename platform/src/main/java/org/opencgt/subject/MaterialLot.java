package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A lot of a raw material, reagent or vector. */
@RecordBuilder
@Subject.Kind(value = "material-lot", prefix = "L")
public record MaterialLot(
        String material,
        String lotNumber,
        Ref<Site> supplier,
        LocalDate expires,
        Status status,
        @Nullable String certificate,
        List<String> origin)
        implements Subject, MaterialLotBuilder.With {

    public enum Status {
        QUARANTINE,
        RELEASED,
        REJECTED,
        RECALLED,
        EXHAUSTED
    }
}
