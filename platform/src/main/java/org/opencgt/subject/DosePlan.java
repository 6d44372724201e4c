package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Impossible;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What the protocol says of dose finding.
 *
 * @param dosedBy the cells that are counted as the dose
 * @param activeSubset the subset that carries the activity, with its phenotype (CP-3.2.2k); absent while it is not known
 * @param levels lowest first; targets and limits in the unit of the basis
 * @param maximumPatients in escalation and backfill together
 * @param enoughAtLevel so many evaluable patients at the dose that is selected end the trial; absent: no such rule
 * @param dltWindow after the infusion
 * @param sentinelPatients how many of each cohort are treated one by one
 * @param sentinelInterval from a sentinel patient's infusion to the next one's
 * @param staggerInterval from any other patient's infusion to the next one's; absent: none
 * @param plannedDoses to each patient
 * @param expectedSurvival of the cells in the body
 * @param lastKineticsSample after the infusion
 */
public record DosePlan(
        @Text(max = 20) String version,
        boolean firstInHuman,
        Population population,
        List<Objective> objectives,
        DesignSettings design,
        Basis basis,
        CellCount dosedBy,
        @Nullable @Text(max = 200) String activeSubset,
        List<CoexistingSubset> coexistingSubsets,
        List<Level> levels,
        @In(value = "1", min = "1", max = "12") int cohortSize,
        @In(value = "1", min = "1", max = "200") int maximumPatients,
        @Nullable @In(value = "1", min = "1", max = "100") Integer enoughAtLevel,
        Duration dltWindow,
        @Text(max = 2000, lines = true) String dltDefinition,
        @In(value = "1", min = "0", max = "12") int sentinelPatients,
        @Nullable Duration sentinelInterval,
        @Nullable Duration staggerInterval,
        RouteMode routeMode,
        @Text(max = 60) String route,
        @In(value = "1", min = "1", max = "20") int plannedDoses,
        @Nullable Duration dosingInterval,
        Duration expectedSurvival,
        Duration lastKineticsSample,
        List<ActivityAssessment> activityAssessments,
        List<Section> sections) {

    public DosePlan {
        if (levels.isEmpty()) {
            throw new Impossible("plan-needs-level");
        }
        if (dltWindow.isNegative() || dltWindow.isZero()) {
            throw new Impossible("plan-needs-window");
        }
    }

    public enum Population {
        PATIENTS,
        HEALTHY_SUBJECTS
    }

    /** What the stage is to show (CP-3.1b). */
    public enum Objective {
        SAFETY_TOLERABILITY,
        CELLULAR_KINETICS,
        BIOLOGICAL_ACTIVITY,
        PRELIMINARY_EFFICACY,
        MECHANISM
    }

    /** To what a dose is related (CP-3.2.3j). */
    public enum Basis {
        FIXED,
        PER_KG,
        PER_M2
    }

    /** Which cells are counted. */
    public enum CellCount {
        TRANSGENE_POSITIVE_VIABLE,
        VIABLE,
        NUCLEATED
    }

    public enum RouteMode {
        INTRAVENOUS,
        OTHER_SYSTEMIC,
        LOCAL
    }

    /** A subset beside the one that carries the activity, and what is known of it. */
    public record CoexistingSubset(
            String name, @Text(max = 500) String activityOrRisk) {}

    /**
     * A dose.
     *
     * @param lower lowest actual dose that counts as this one (CP-3.2.3e)
     * @param upper highest
     * @param fractions into which the dose is divided
     * @param kineticsSampled whether samples for cellular kinetics are taken
     */
    public record Level(
            @Text(max = 40) String name,
            @In(value = "10*6", min = "0") BigDecimal target,
            @In(value = "10*6", min = "0") BigDecimal lower,
            @In(value = "10*6", min = "0") BigDecimal upper,
            @In(value = "1", min = "1", max = "10") int fractions,
            boolean kineticsSampled) {}

    /** A first look at the activity of the cells (CP-3.1d). */
    public record ActivityAssessment(Item item, String visit, String assay) {

        public enum Item {
            PROLIFERATION_SURVIVAL,
            BIODISTRIBUTION,
            BIOACTIVITY_MARKERS,
            IMMUNOGENICITY
        }
    }

    /** What the protocol says on a topic, or where. */
    public record Section(
            Topic topic,
            @Text(max = 2000, lines = true) String text,
            @Nullable Ref<Document> document) {

        public enum Topic {
            SAFETY_ENDPOINTS,
            EFFICACY_ENDPOINTS,
            POPULATION,
            STARTING_DOSE,
            DOSE_FINDING_SCHEME,
            SAMPLE_SIZE,
            DOSING_REGIMEN,
            SAMPLING_POINTS,
            BIOANALYTICAL_METHODS,
            EXPECTED_BENEFIT,
            POTENTIAL_RISK,
            PRODUCT_ACTION,
            DISEASE_SEVERITY,
            DISEASE_PROGRESSION,
            ROUTE_FOR_INDICATION,
            ROUTE_FOR_SEVERITY,
            ROUTE_FOR_TREATMENT_NEED,
            ROUTE_FOR_TARGET_DISTRIBUTION,
            ROUTE_FOR_EXPECTED_TOXICITY,
            ROUTE_FEASIBILITY,
            EMBOLISM_MONITORING,
            PROCEDURE_INJURY_MONITORING,
            LOCAL_AND_SYSTEMIC_ACTION,
            LOW_RISK_OF_REPEATED_DOSES,
            BENEFIT_OF_REPEATED_DOSES,
            DOSING_INTERVAL,
            EXPECTED_FUNCTION
        }
    }

    /** Level from 1. */
    public Level level(int number) {
        return levels.get(number - 1);
    }

    /**
     * The cells by which the plan doses, in the unit of the inputs; null where a share that tells them is missing.
     *
     * @param viability percent
     * @param transductionEfficiency percent of viable cells
     */
    private @Nullable BigDecimal counted(
            BigDecimal totalCells, BigDecimal viability, @Nullable BigDecimal transductionEfficiency) {
        BigDecimal viable = totalCells.multiply(viability).movePointLeft(2);
        return switch (dosedBy) {
            case NUCLEATED -> totalCells;
            case VIABLE -> viable;
            case TRANSGENE_POSITIVE_VIABLE ->
                transductionEfficiency == null
                        ? null
                        : viable.multiply(transductionEfficiency).movePointLeft(2);
        };
    }

    /** By what the basis divides: 1, the weight in kg, or the body surface in m² after Mosteller; null where it is not known. */
    private @Nullable BigDecimal divisor(@Nullable BigDecimal weight, @Nullable BigDecimal height) {
        return switch (basis) {
            case FIXED -> BigDecimal.ONE;
            case PER_KG -> weight;
            case PER_M2 ->
                weight == null || height == null
                        ? null
                        : weight.multiply(height)
                                .divide(new BigDecimal("3600"), MathContext.DECIMAL64)
                                .sqrt(MathContext.DECIMAL64);
        };
    }

    /** Cells in the unit of the basis, to eight significant digits; null where one of the two is missing or nothing to divide by. */
    private static @Nullable BigDecimal per(@Nullable BigDecimal cells, @Nullable BigDecimal divisor) {
        return cells == null || divisor == null || divisor.signum() <= 0
                ? null
                : cells.divide(divisor, new MathContext(8, RoundingMode.HALF_EVEN));
    }

    /** The dose as measured, held against a level. */
    public DoseEscalation.ActualDose measured(
            Level level,
            Instant at,
            BigDecimal totalCells,
            BigDecimal viability,
            @Nullable BigDecimal transductionEfficiency,
            BigDecimal volume,
            @Nullable BigDecimal vectorCopies,
            @Nullable BigDecimal cd3Cells,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal height,
            List<DoseEscalation.Subset> subsets) {
        BigDecimal cells = counted(totalCells, viability, transductionEfficiency);
        BigDecimal actual = per(cells, divisor(weight, height));
        return new DoseEscalation.ActualDose(
                at,
                totalCells,
                viability,
                transductionEfficiency,
                volume,
                vectorCopies,
                cd3Cells,
                weight,
                height,
                cells,
                actual,
                actual == null
                        ? null
                        : (Boolean) (actual.compareTo(level.lower()) >= 0 && actual.compareTo(level.upper()) <= 0),
                subsets);
    }
}
