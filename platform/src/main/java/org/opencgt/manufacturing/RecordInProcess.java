package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.TestResult;

/**
 * In-process controls of one sampling: counts, viability, phenotype, receptor expression.
 *
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param day of culture, counted from activation
 */
@ActType(
        value = "manufacturing.record-in-process",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST})
public record RecordInProcess(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant sampled,
        @In(value = "d", min = "0", max = "200") int day,
        List<Finding> findings)
        implements Act {

    /**
     * One value.
     *
     * @param test name, as in the product's process limits: {@code viable_cells}, {@code viability}, {@code car_positive},
     *     {@code culture_temperature}, ...
     */
    public record Finding(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
            @Nullable @In("1") BigDecimal value,
            @Nullable @Text(max = 20) String unit,
            @Nullable @Text(max = 60) String words,
            String method) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(batch, b -> {
            Map<String, TestResult> latest = new LinkedHashMap<>(b.inProcess());
            List<Batch.Control> controls = new ArrayList<>(b.controls());
            BigDecimal viableCells = b.viableCells();
            BigDecimal efficiency = b.transductionEfficiency();
            for (Finding f : findings) {
                latest.put(
                        f.test(),
                        new TestResult(
                                f.value(),
                                f.unit(),
                                f.words(),
                                f.method(),
                                TestResult.Method.VALIDATED,
                                sampled,
                                null,
                                null,
                                null,
                                null));
                controls.add(
                        new Batch.Control(sampled, f.test(), f.value(), f.unit(), f.words(), occasion.performer()));
                switch (f.test()) {
                    case "viable_cells" -> viableCells = f.value();
                    case "car_positive" -> efficiency = f.value();
                    default -> {
                        // kept among the controls
                    }
                }
            }
            BigDecimal cells = viableCells;
            BigDecimal share = efficiency;
            return b.with(next -> next.inProcess(latest)
                    .controls(controls)
                    .viableCells(cells)
                    .transductionEfficiency(share)
                    .stage(b.stage() == Batch.Stage.TRANSDUCED ? Batch.Stage.EXPANDING : b.stage())
                    .performers(Batch.joined(b.performers(), occasion.performer())));
        });
    }
}
