package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * The environmental risk assessment of a product, step by step: hazards, degree and probability of each, the overall
 * conclusion, measures, alternatives (IC-11).
 *
 * @param exemption why none is made; absent where one is
 * @param exposed people who are exposed and are not patients
 * @param quantity how much of the product is made and used
 * @param data experiments on which it rests
 * @param requiredAreas kinds of rooms that use of the product needs
 * @param absentAspects aspects that no hazard touches, each with its reason
 * @param overall highest score of all hazards that apply
 */
@RecordBuilder
@Subject.Kind(value = "environmental-assessment", prefix = "ER")
public record EnvironmentalAssessment(
        Ref<Product> product,
        Status status,
        @Text(max = 1000, lines = true) @Nullable String exemption,
        @Text(max = 1000, lines = true) String exposed,
        @Text(max = 1000, lines = true) String environment,
        String quantity,
        List<Ref<Document>> data,
        List<Area.Type> requiredAreas,
        @Nullable Vector vector,
        List<Row> rows,
        Map<String, String> absentAspects,
        List<Operation> operations,
        List<Measure> measures,
        @Nullable @In("1") Integer overall,
        @Nullable Conclusion conclusion,
        List<Confirmation> confirmations)
        implements Subject, EnvironmentalAssessmentBuilder.With {

    public enum Status {
        OPEN,
        APPROVED
    }

    /** What may do harm (IC-11.2.1a), and what a vector may turn into (IC-11.2.1b). */
    public enum Hazard {
        TOXICITY,
        PATHOGENICITY,
        INFECTIVITY,
        LATENCY,
        TRANSMISSION,
        GENE_EDITING,
        VIRAL_TRANSDUCTION,
        CELL_FUSION,
        DEFECTIVE_VIRUS_RECOMBINATION,
        REPLICATION_GAIN
    }

    /** What the hazard belongs to (IC-11.2.2.1). */
    public enum Aspect {
        PRODUCT_OR_VECTOR,
        ENVIRONMENT,
        VARIATION
    }

    /** How grave (IC-11.2.2.2), in rising order. */
    public enum Degree {
        NEGLIGIBLE,
        SELF_LIMITING,
        SERIOUS,
        PERMANENT;

        int weight() {
            return ordinal() + 1;
        }
    }

    /** How likely, in rising order. */
    public enum Probability {
        NEGLIGIBLE,
        LOW,
        MODERATE,
        HIGH;

        int weight() {
            return ordinal() + 1;
        }
    }

    /**
     * One hazard.
     *
     * @param basis the known or foreseeable event on which degree and probability rest
     * @param score degree (1 to 4) times probability (1 to 4)
     * @param notApplicable why the hazard does not exist here
     */
    public record Row(
            Hazard hazard,
            List<Aspect> aspects,
            @Text(max = 500) @Nullable String hypothesis,
            @Text(max = 500) @Nullable String evidence,
            @Text(max = 500) @Nullable String consequence,
            @Nullable Degree degree,
            @Nullable Probability probability,
            @Text(max = 500) @Nullable String basis,
            boolean acceptable,
            @Text(max = 500) @Nullable String notApplicable,
            @Nullable Integer score) {

        /** The row with its score, where it has degree and probability. */
        public Row computed() {
            Integer product = degree == null || probability == null
                    ? null
                    : Integer.valueOf(degree.weight() * probability.weight());
            return new Row(
                    hazard,
                    aspects,
                    hypothesis,
                    evidence,
                    consequence,
                    degree,
                    probability,
                    basis,
                    acceptable,
                    notApplicable,
                    product);
        }
    }

    /** The vector as IC-11.2.1b asks for it. */
    public record Vector(
            VectorKind kind,
            String stability,
            String pathogenicity,
            boolean disabled,
            @Nullable Ref<Document> replicationReversion,
            @Nullable Ref<Document> virulenceReversion) {}

    public enum VectorKind {
        LENTIVIRUS,
        RETROVIRUS,
        ADENOVIRUS,
        ADENO_ASSOCIATED,
        OTHER_VIRUS,
        NON_VIRAL
    }

    /** A step that may touch the environment, and what was considered in its place (IC-11.2.4). */
    public record Operation(
            String name,
            boolean environmentalEffect,
            @Text(max = 500) @Nullable String alternative,
            @Text(max = 500) @Nullable String mitigation) {}

    public enum MeasureKind {
        INACTIVATION,
        CLEARANCE,
        LIMITED_EXPOSURE,
        CENTRAL_WASTE,
        RELEASE_MONITORING,
        HYGIENE_AND_WASTE_RULES,
        BIOLOGICAL_PROTECTION,
        CONTACT_REDUCTION,
        AEROSOL_CONTROL
    }

    /** @param implemented evidence that it is in place; absent while it is not */
    public record Measure(
            MeasureKind kind,
            @Nullable Hazard against,
            @Text(max = 500) String measure,
            Ref<Person> owner,
            LocalDate due,
            boolean mandatory,
            @Nullable Ref<Document> implemented,
            @Nullable LocalDate implementedOn) {

        Measure done(Ref<Document> evidence, LocalDate on) {
            return new Measure(kind, against, measure, owner, due, mandatory, evidence, on);
        }
    }

    public record Conclusion(@Text(max = 2000, lines = true) String text, LocalDate approved, LocalDate reviewDue) {}

    /** A site has the rooms that the product needs, and the measures there are in place. */
    public record Confirmation(Ref<Site> site, List<Ref<Area>> areas, List<MeasureKind> measures, LocalDate on) {}

    public EnvironmentalAssessment assessed(Row row) {
        List<Row> all = Lists.superseding(rows, r -> r.hazard() == row.hazard(), row.computed());
        Integer highest = all.stream()
                .map(Row::score)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return with(b -> b.rows(all).overall(highest));
    }

    public EnvironmentalAssessment measured(Measure measure) {
        return withMeasures(Lists.superseding(
                measures, m -> m.kind() == measure.kind() && m.against() == measure.against(), measure));
    }

    public EnvironmentalAssessment implemented(MeasureKind kind, Ref<Document> evidence, LocalDate on) {
        return withMeasures(measures.stream()
                .map(m -> m.kind() == kind ? m.done(evidence, on) : m)
                .toList());
    }

    public EnvironmentalAssessment considered(Operation operation) {
        return withOperations(Lists.superseding(operations, o -> o.name().equals(operation.name()), operation));
    }

    public EnvironmentalAssessment confirmed(Confirmation confirmation) {
        return withConfirmations(
                Lists.superseding(confirmations, c -> c.site().equals(confirmation.site()), confirmation));
    }
}
