package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * The risk file of a product: a failure mode and effects analysis (ICH Q9) with severity, occurrence and detection before and
 * after control.
 *
 * @param riskClass of the product when the file was approved
 * @param actionFrom risk priority number from which a risk counts as high and needs a control that lowers it
 */
@RecordBuilder
@Subject.Kind(value = "fmea", prefix = "FM")
public record Fmea(
        Ref<Product> product,
        String version,
        Product.RiskClass riskClass,
        @In(value = "1", min = "1", max = "1000") int actionFrom,
        List<Row> rows,
        LocalDate approved,
        LocalDate reviewDue,
        @Nullable Ref<Fmea> replacedBy)
        implements Subject, FmeaBuilder.With {

    /** Hazards that the guidelines name (SC-3.2b, SC-3.3a, SC-3.7a, SC-5.1.1.1a), and others. */
    public enum Hazard {
        NON_TARGET_CELLS,
        UNINTENDED_CHANGE,
        MICROENVIRONMENT_EFFECT,
        LONG_PASSAGE_EX_VIVO,
        RESIDUAL_UNDIFFERENTIATED_CELLS,
        UNINTENDED_DIFFERENTIATION,
        MALIGNANT_TRANSFORMATION,
        MUTATIONS,
        GENETIC_EPIGENETIC_INSTABILITY,
        HIGH_RISK_ELEMENTS,
        INSERTIONAL_ACTIVATION,
        TUMOUR_SUPPRESSOR_LOSS,
        DONOR_VARIABILITY,
        MATERIAL_CONTAMINATION,
        LIMITED_SAMPLE,
        SHORT_SHELF_LIFE,
        LIMITED_BATCH_DATA,
        REPEATED_PROCESS_CHANGE,
        PATHOGEN_CONTAMINATION,
        MUTATION_ACCUMULATION,
        GENOMIC_INSTABILITY,
        EPIGENETIC_INSTABILITY,
        ALTERED_FUNCTION,
        GROWTH_ADVANTAGE,
        OTHER
    }

    /**
     * A failure mode. Severity, occurrence and detection run from 1 (negligible, remote, surely found) to 10 (fatal, certain,
     * never found); the risk priority number is their product.
     *
     * @param residual the numbers after the control, where it changed them
     * @param controls what prevents or finds it, one a line; tests by their name in the specification
     * @param links deviations, changes and risks of the register that bear on it
     */
    public record Row(
            Hazard hazard,
            @Text(max = 300) String failureMode,
            @Text(max = 300) String effect,
            @Text(max = 300) String cause,
            @In(value = "1", min = "1", max = "10") int severity,
            @In(value = "1", min = "1", max = "10") int occurrence,
            @In(value = "1", min = "1", max = "10") int detection,
            List<String> controls,
            @Nullable Residual residual,
            Ref<Person> owner,
            List<Ref<? extends Subject>> links) {}

    public record Residual(
            @In(value = "1", min = "1", max = "10") int severity,
            @In(value = "1", min = "1", max = "10") int occurrence,
            @In(value = "1", min = "1", max = "10") int detection) {}
}
