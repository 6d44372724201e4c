package org.opencgt.cellbank;

import java.math.BigDecimal;
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
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Site;
import org.opencgt.subject.TestResult;

/**
 * The result of one test of a bank. Whether it meets the bank's standard is decided from the standard, never typed in.
 *
 * @param controlsPassed whether the run's positive and negative controls passed; absent where the method has none
 */
@ActType(
        value = "cellbank.report-test",
        by = {Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record ReportBankTest(
        @Concerns Ref<CellBank> bank,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        @Nullable @In("1") BigDecimal value,
        @Nullable @Text(max = 20) String unit,
        @Nullable @Text(max = 60) String words,
        String method,
        TestResult.Method methodStatus,
        Ref<Site> laboratory,
        @Text(max = 60) String report,
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
        return Effects.on(bank, b -> b.tested(test, result));
    }
}
