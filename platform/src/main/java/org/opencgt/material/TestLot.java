package org.opencgt.material;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Site;
import org.opencgt.subject.TestResult;

/** A test of a lot, by the maker or as its supplier's certificate reports it. */
@ActType(
        value = "material.test-lot",
        by = {Role.QUALITY_CONTROL_ANALYST})
public record TestLot(
        @Concerns Ref<MaterialLot> lot,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        @Nullable @In("1") BigDecimal value,
        @Nullable @Text(max = 20) String unit,
        @Nullable @Text(max = 60) String words,
        String method,
        TestResult.Method methodStatus,
        @Nullable Ref<Site> laboratory,
        @Nullable @Text(max = 60) String report,
        @Nullable Boolean controlsPassed)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        TestResult result = new TestResult(
                value,
                unit,
                words,
                method,
                methodStatus,
                occasion.performedAt(),
                null,
                laboratory,
                report,
                controlsPassed);
        return Effects.on(lot, l -> {
            Map<String, TestResult> tests = new LinkedHashMap<>(l.tests());
            tests.put(test, result);
            return l.withTests(tests);
        });
    }
}
