package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * How contamination by adventitious agents is kept out of a product: by the cells, the materials, the rooms, the process, and
 * tests (IC-11.3, IC-7.1.2.1, SC-6.1.4.2).
 *
 * @param exposedRecipients recipients whom one contaminated bank or batch could reach; of allogeneic products
 * @param controls by class of agent and layer
 * @param agents each agent that may come in, how it is tested for or kept out upstream
 * @param unplaced classes of viruses that are tested at no stage, each with its reason
 * @param materials each material of biological origin
 * @param clearance steps of which a study showed how far they remove or inactivate a virus
 * @param microbial hazards by microbes, each with the control of material or process
 * @param noNonspecific why no non-specific method is used; absent where one is
 * @param reversion how a vector is kept from becoming able to replicate; absent where there is no viral vector
 * @param evaluation of virus risk over the whole process
 */
@RecordBuilder
@Subject.Kind(value = "agent-plan", prefix = "AP")
public record AgentPlan(
        Ref<Product> product,
        String version,
        @Nullable Integer exposedRecipients,
        List<Control> controls,
        List<Agent> agents,
        Map<String, String> unplaced,
        List<Material> materials,
        List<Clearance> clearance,
        List<Microbial> microbial,
        @Text(max = 500) @Nullable String noNonspecific,
        @Text(max = 1000, lines = true) @Nullable String reversion,
        @Text(max = 2000, lines = true) String evaluation,
        LocalDate approved,
        LocalDate reviewDue)
        implements Subject, AgentPlanBuilder.With {

    public enum AgentClass {
        VIRAL,
        NON_VIRAL,
        UNCONVENTIONAL
    }

    public enum Layer {
        STARTING_CELLS,
        MATERIALS,
        FACILITY,
        PROCESS,
        TESTING
    }

    public record Control(
            AgentClass agents, Layer layer, @Text(max = 500) String measure) {}

    /** The classes of viruses that SC-6.1.4.2c wants placed. */
    public enum VirusClass {
        HUMAN_SPECIFIC,
        ANIMAL_SPECIFIC,
        RETROVIRUS,
        NON_SPECIFIC,
        REPLICATION_COMPETENT,
        NOT_A_VIRUS
    }

    public enum TestStage {
        MATERIAL,
        BANK,
        HARVEST,
        INTERMEDIATE,
        FINAL
    }

    public enum MethodType {
        IN_VIVO,
        IN_VITRO_CULTURE,
        NUCLEIC_ACID,
        PROTEIN,
        FLUORESCENT_ANTIBODY,
        ELECTRON_MICROSCOPY
    }

    /**
     * An agent that may come in.
     *
     * @param source the cells or the material that may bring it
     * @param test name of the test at its stage; absent where an upstream control keeps it out
     * @param accepted the result that passes
     * @param basis pharmacopoeia chapter or other source of the method
     */
    public record Agent(
            String name,
            String source,
            VirusClass virus,

            @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
            String test,

            @Nullable TestStage stage,
            List<MethodType> methods,
            @Nullable @Text(max = 60) String accepted,
            @Nullable String basis,
            @Nullable @Text(max = 500) String upstreamControl) {}

    /**
     * A material of biological origin: how its virus safety is shown.
     *
     * @param material as its lots are named
     */
    public record Material(
            String material,
            Origin origin,
            Proof proof,
            boolean tseRisk,
            @In(value = "1", min = "1", max = "5") int severity,
            @In(value = "1", min = "1", max = "5") int occurrence,
            List<String> measures,
            Ref<Document> report) {}

    public enum Origin {
        HUMAN,
        BOVINE,
        PORCINE,
        OTHER_ANIMAL,
        PLANT,
        MICROBIAL
    }

    public enum Proof {
        CLEARANCE_STUDY,
        FULL_TESTING,
        VALIDATED_PROCESS
    }

    /** What a study put in and found afterwards; the reduction is {@link #reduction()}. */
    public record Clearance(
            String step,
            String virus,
            @In(value = "1", min = "0") BigDecimal input,
            @In(value = "1", min = "0") BigDecimal output,
            @Nullable @In("1") BigDecimal reduction) {

        /** {@code log10(input / output)} to two places; null where nothing was found or nothing was put in. */
        public Clearance computed() {
            BigDecimal log = input.signum() > 0 && output.signum() > 0
                    ? BigDecimal.valueOf(Math.log10(input.doubleValue() / output.doubleValue()))
                            .setScale(2, RoundingMode.HALF_EVEN)
                    : null;
            return new Clearance(step, virus, input, output, log);
        }
    }

    public record Microbial(
            String hazard,
            @Text(max = 500) @Nullable String materialControl,
            @Text(max = 500) @Nullable String processControl,
            @Nullable String reference) {}
}
