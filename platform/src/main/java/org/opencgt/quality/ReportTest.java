package org.opencgt.quality;

import java.math.BigDecimal;
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
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Deviation;
import org.opencgt.subject.Sample;
import org.opencgt.subject.Site;
import org.opencgt.subject.TestResult;

/**
 * The result of one test of a batch. Whether it meets the specification is decided from the specification, never typed in.
 *
 * @param test name, as in the product's specification
 * @param words of a qualitative result, as in the specification
 * @param laboratory that tested
 * @param report number of its report
 * @param controlsPassed whether the run's positive and negative controls passed; absent where the method has none
 * @param retestUnder the deviation that allows a result to be replaced
 */
@ActType(
        value = "quality.report-test",
        by = {Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record ReportTest(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Sample> sample,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        @Nullable @In("1") BigDecimal value,
        @Nullable @Text(max = 20) String unit,
        @Nullable @Text(max = 60) String words,
        String method,
        TestResult.Method methodStatus,
        Ref<Site> laboratory,
        @Text(max = 60) String report,
        @Nullable Boolean controlsPassed,
        @Concerns @Nullable Ref<Deviation> retestUnder)
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
                sample,
                laboratory,
                report,
                controlsPassed);
        return Effects.on(batch, b -> {
                    Map<String, TestResult> tests = new LinkedHashMap<>(b.releaseTests());
                    tests.put(test, result);
                    return b.withReleaseTests(tests);
                })
                .andOn(sample, s -> {
                    List<String> tests = new ArrayList<>(s.tests());
                    tests.add(test);
                    return s.with(next -> next.tests(tests)
                            .status(s.purpose() == Sample.Purpose.RETENTION ? s.status() : Sample.Status.TESTED));
                });
    }
}
