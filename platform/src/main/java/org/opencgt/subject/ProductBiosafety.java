package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What a product's biosafety rests on.
 *
 * @param agentPlan against adventitious agents
 * @param transmission whether making raises the spread of a donor's pathogen
 * @param vector documents that justify the vector
 * @param environment the environmental risk assessment
 */
@RecordBuilder
public record ProductBiosafety(
        @Nullable Ref<AgentPlan> agentPlan,
        @Nullable Transmission transmission,
        @Nullable Vector vector,
        @Nullable Ref<EnvironmentalAssessment> environment)
        implements ProductBiosafetyBuilder.With {

    public static final ProductBiosafety NONE = new ProductBiosafety(null, null, null, null);

    /** Whether making raises the spread of a donor's pathogen, and what keeps it from others (SC-4.1.1.1.1g, CD-5.2k). */
    public record Transmission(
            boolean amplified,
            @Text(max = 1000, lines = true) String finding,
            List<Precaution> precautions,
            Ref<Document> assessment,
            LocalDate reviewDue) {}

    public enum Precaution {
        SEGREGATION,
        AUTOLOGOUS_LABEL,
        BIOHAZARD_LABEL,
        STAFF_PROTECTION,
        WASTE_TREATMENT,
        DEDICATED_EQUIPMENT
    }

    /** Why this vector (IC-7.1.2.1j). */
    public record Vector(
            EnvironmentalAssessment.VectorKind kind,
            @Nullable Ref<Document> riskAssessment,
            @Nullable Ref<Document> safetyStudy,
            @Nullable Ref<Document> justification) {}
}
