package org.opencgt.quality;

import java.math.BigDecimal;
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
import org.opencgt.subject.Collection;
import org.opencgt.subject.DonorProgramme;
import org.opencgt.subject.TestResult;

/**
 * The results of tests of collected cells before they go into manufacture.
 *
 * @param programme of the donor, which keeps the trend of what comes in from this source
 */
@ActType(
        value = "quality.test-collection",
        by = {Role.QUALITY_CONTROL_ANALYST})
public record TestCollection(
        @Concerns Ref<Collection> collection,
        @Concerns @Nullable Ref<DonorProgramme> programme,
        @Text(max = 20) String scannedDonationNumber,
        List<Finding> findings)
        implements Act {

    /**
     * One value.
     *
     * @param test name, as in the product's process limits: {@code incoming_viability}, {@code incoming_cd3}, ...
     */
    public record Finding(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
            @Nullable @In("1") BigDecimal value,
            @Nullable @Text(max = 20) String unit,
            @Nullable @Text(max = 60) String words,
            String method,
            TestResult.Method methodStatus) {}

    @Override
    public Effects effects(Occasion occasion) {
        Ref<Collection> tested = collection;
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (Finding f : findings) {
            if (f.value() != null) {
                numbers.put(f.test(), f.value());
            }
        }
        return Effects.on(collection, c -> {
                    Map<String, TestResult> tests = new LinkedHashMap<>(c.tests());
                    for (Finding f : findings) {
                        tests.put(
                                f.test(),
                                new TestResult(
                                        f.value(),
                                        f.unit(),
                                        f.words(),
                                        f.method(),
                                        f.methodStatus(),
                                        occasion.performedAt(),
                                        null,
                                        null,
                                        null,
                                        null));
                    }
                    return c.withTests(tests);
                })
                .andOnPresent(programme, p -> p.received(tested, numbers));
    }
}
