package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * The plan of a study in animals, settled before results are seen.
 *
 * @param diseaseModel absent where healthy animals are used
 * @param labelling how the product is made visible in the body; absent where it is not
 * @param doseUnit of one dose of one animal, in which amounts of batches are counted too
 * @param doses that each animal is given
 * @param detection from which the number of animals follows; absent where none is calculated
 * @param surrogate what is given in place of the product; absent where it is the product
 */
public record NonclinicalPlan(
        Ref<Document> protocol,
        @Text(max = 100) String species,
        @Text(max = 500) @Nullable String diseaseModel,
        @Text(max = 100) String administration,
        @Text(max = 500) @Nullable String labelling,
        @Text(max = 40) String doseUnit,
        @In(value = "1", min = "1") int doses,
        TimeUnit timeUnit,
        List<AnimalGroup> groups,
        List<Endpoint> endpoints,
        @Nullable Detection detection,
        Article article,
        @Nullable Surrogate surrogate) {

    /** In what times are counted, from the first dose on. */
    public enum TimeUnit {
        HOURS,
        DAYS
    }

    /**
     * A group of animals that are treated alike.
     *
     * @param dose at one time, zero for a control
     */
    public record AnimalGroup(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String code,
            boolean control,
            @In(value = "1", min = "0") BigDecimal dose,
            @In(value = "1", min = "1") int animals) {}

    /** What an endpoint tells of. */
    public enum Tells {
        TOXICITY,
        CYTOKINE,
        TREATMENT_EFFECT,
        MECHANISM,
        EFFECT_BIOMARKER,
        PRODUCT_CONCENTRATION,
        DRUG_CONCENTRATION,
        METABOLITE,
        EXCRETION,
        GENE_COPIES,
        GENE_EXPRESSION,
        GENE_PRODUCT_ACTIVITY;

        /** Whether it is followed through time until it is gone. */
        boolean fate() {
            return switch (this) {
                case PRODUCT_CONCENTRATION, DRUG_CONCENTRATION, METABOLITE, EXCRETION, GENE_COPIES, GENE_EXPRESSION ->
                    true;
                case TOXICITY, CYTOKINE, TREATMENT_EFFECT, MECHANISM, EFFECT_BIOMARKER, GENE_PRODUCT_ACTIVITY -> false;
            };
        }
    }

    /**
     * What is measured.
     *
     * @param matrix tissue or fluid; absent where the whole animal is
     * @param limit of quantification, below which a value counts as not found
     * @param times since the first dose; one at zero or before is the baseline
     * @param groups in which it is measured; none: in all
     */
    public record Endpoint(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            Tells tells,
            @Text(max = 60) @Nullable String matrix,
            @Text(max = 40) String unit,
            @Nullable @In(value = "1", min = "0") BigDecimal limit,
            @In("1") List<BigDecimal> times,
            List<String> groups) {

        boolean in(AnimalGroup group) {
            return groups.isEmpty() || groups.contains(group.code());
        }
    }

    /**
     * The effect that the study is to detect by a two-sided t test of a group against control.
     *
     * @param difference of means, in the unit of the endpoint
     * @param sd between animals of a group
     */
    public record Detection(
            @Text(max = 40) String endpoint,
            @In("1") BigDecimal difference,
            @In(value = "1", min = "0") BigDecimal sd,
            @In(value = "1", min = "0", max = "1") BigDecimal alpha,
            @In(value = "1", min = "0", max = "1") BigDecimal power) {}

    /** The test article, in what makes it the product that is planned for people (CD-6.1d). */
    public record Article(
            Product.CellSource source,
            ProductProfile.StartingCells startingCells,
            ProductProfile.@Nullable Tissue tissue,
            @Text(max = 20) String processVersion,
            Culture culture,
            List<Content> contents,
            String freezing,
            @Text(max = 500) String thawMethod,
            @Text(max = 20) String specificationVersion) {}

    /** How the cells were cultured. */
    public record Culture(
            Product.InformationPack.ExpansionMode expansionMode,
            @In("Cel") BigDecimal cultureTemperatureMinimum,
            @In("Cel") BigDecimal cultureTemperatureMaximum,
            String cultureGas) {}

    /** An excipient of the formulation. */
    public record Content(String name, @In("%") BigDecimal concentration) {}

    /**
     * What is given in place of the product, because the species allows nothing else (CD-6.1f).
     *
     * @param similarity to the human cells in key attributes
     * @param reasonableness of predicting from it what happens in people
     */
    public record Surrogate(
            @Text(max = 500) @Nullable String type,
            @Text(max = 1000, lines = true) @Nullable String similarity,
            @Text(max = 1000, lines = true) @Nullable String reasonableness,
            @Text(max = 1000, lines = true) @Nullable String limitations) {}
}
