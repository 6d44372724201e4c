package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A product: what it is, its specification, its process and its instructions for use. */
@RecordBuilder
@Subject.Kind(value = "product", prefix = "T")
public record Product(
        String name,
        String code,
        CellSource source,
        CellType cellType,
        boolean geneModified,
        Form form,
        RiskClass risk,
        Ref<Site> manufacturer,
        boolean approved,
        Map<String, Criterion> specification,
        Map<String, Criterion> processLimits,
        @Nullable Instructions instructions,
        List<String> adopted)
        implements Subject, ProductBuilder.With {

    public enum CellSource {
        AUTOLOGOUS,
        ALLOGENEIC
    }

    public enum CellType {
        CAR_T,
        TIL,
        NK,
        DC,
        MSC,
        IPSC_DERIVED,
        ESC_DERIVED,
        EXTRACELLULAR_VESICLE,
        OTHER
    }

    public enum Form {
        FRESH,
        FROZEN
    }

    public enum RiskClass {
        LOW_TO_MEDIUM,
        HIGH,
        UNDETERMINED
    }

    /** An acceptance criterion: bounds for a number, or the words that are accepted. */
    public record Criterion(
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            List<String> accepted,
            String method) {}

    /**
     * What the hospital must keep to; every limit is the maker’s.
     *
     * @param loggingGap longest gap between two readings of the transport logger, as a multiple of its interval
     * @param overtimeRule what to do with a dose whose time has run out
     * @param requiredDocuments what must travel with the product, one word a kind
     * @param compatibleDevices devices for the infusion
     * @param observeEvery longest time between two sets of vital signs during the observation
     * @param followUpDays planned visits, in days after the infusion, ascending
     * @param adviceWithin how soon the maker answers a report of an abnormal product
     */
    public record Instructions(
            String version,
            @In("Cel") BigDecimal storageMinimum,
            @In("Cel") BigDecimal storageMaximum,
            String containerType,
            Duration maximumTransport,
            @Nullable @In("Cel") BigDecimal thawMinimum,
            @Nullable @In("Cel") BigDecimal thawMaximum,
            @Nullable Duration usableAfterThaw,
            @Nullable Duration usableAfterMixing,
            List<String> diluents,
            @Nullable BigDecimal dilutionRatio,
            @Nullable @In("%") BigDecimal dilutionTolerance,
            List<String> routes,
            List<String> forbiddenFilters,
            @In("mL/min") BigDecimal rateMinimum,
            @In("mL/min") BigDecimal rateMaximum,
            @In("10*6/kg") BigDecimal doseMinimum,
            @In("10*6/kg") BigDecimal doseMaximum,
            Duration observation,
            List<String> monitor,
            List<String> contraindications,
            Duration reportWithin,
            Duration followUp,
            @Nullable @In("1") BigDecimal loggingGap,
            @Nullable String overtimeRule,
            List<String> requiredDocuments,
            List<String> compatibleDevices,
            @Nullable Duration observeEvery,
            List<Integer> followUpDays,
            @Nullable Duration adviceWithin) {}
}
