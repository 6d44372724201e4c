package org.opencgt.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.example.acts.Examples;
import org.junit.jupiter.api.Test;
import org.opencgt.act.ActDeclaration;
import org.opencgt.gate.Finding.Result;
import org.opencgt.language.Bilingual;

/** What a gate says before any of the act’s data are given. */
class ForeseeTest {

    private static final Bilingual TEXT = new Bilingual("a text", "文字");
    private static final ActDeclaration THAW =
            Examples.VOCABULARY.act("example.thaw").orElseThrow();

    private static List<Finding> foresee(String applies, String require) throws InvalidExpression {
        Environment environment = Examples.LANGUAGE.act(THAW);
        Check check = new Check(
                new PackInForce(
                        "EX",
                        "1",
                        LocalDate.of(2026, 1, 1),
                        null,
                        Examples.LANGUAGE.product().condition("true")),
                "EX-1",
                Strength.SHALL,
                TEXT,
                TEXT,
                environment.condition(applies),
                environment.condition(require));
        return new Gate(Examples.LANGUAGE, Map.of(THAW.name(), List.of(check))).foresee(prospect());
    }

    private static Prospect prospect() {
        return new Prospect(
                THAW,
                THAW.shape().field("unit").orElseThrow(),
                Examples.UNIT,
                Examples.NURSE,
                Examples.NOON,
                new World.CountingFacts(Map.of()));
    }

    @Test
    void aFactOfTheSubjectIsJudgedAlready() throws InvalidExpression {
        assertThat(foresee("true", "unit.status == 'thawed'"))
                .extracting(Finding::result)
                .containsExactly(Result.FAILS);
        assertThat(foresee("true", "unit.status != 'thawed'")).isEmpty();
    }

    @Test
    void whatTheFormWillAskIsMissingAndNotFalse() throws InvalidExpression {
        Finding finding =
                foresee("true", "has(act.remark) && unit.status != 'thawed'").getFirst();
        assertThat(finding.result()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.missing()).isNotEmpty().noneMatch(prospect()::ofSubject);
    }

    @Test
    void aFailureIsCertainWhateverTheFormSays() throws InvalidExpression {
        assertThat(foresee("true", "act.temperature < 38 && unit.status == 'thawed'"))
                .extracting(Finding::result)
                .containsExactly(Result.FAILS);
    }

    @Test
    void aMissingFactOfTheSubjectIsTheSubjects() throws InvalidExpression {
        Finding finding = foresee("true", "unit.thawing.finished < now").getFirst();
        assertThat(finding.result()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.missing()).anyMatch(prospect()::ofSubject);
    }

    @Test
    void aRuleThatMayNotApplyIsLeftOpen() throws InvalidExpression {
        assertThat(foresee("act.temperature > 30", "unit.status == 'thawed'")).isEmpty();
    }
}
