package org.opencgt.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.example.acts.Examples;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Answer;
import org.opencgt.gate.RecordedVerdict;
import org.opencgt.gate.World;
import org.opencgt.guideline.GuidelineStatus.Judged;
import org.opencgt.guideline.GuidelineStatus.Standing;
import org.opencgt.subject.Product;
import tools.jackson.databind.json.JsonMapper;

class GuidelineStatusTest {

    private static final Ref<?> NAMING = Ref.parse("deviation:D-1");

    private final List<Judged> verdicts = new ArrayList<>();
    private final Set<String> due = new HashSet<>();

    private void judged(String entry, String verdict) {
        verdicts.add(new Judged(
                entry,
                "example.thaw",
                Examples.NOON,
                RecordedVerdict.read(JsonMapper.shared().readTree(verdict))));
    }

    /** What the test says that happened; a study names the batch. */
    private final class Told implements GuidelineStatus.Record {

        @Override
        public Set<Ref<? extends Subject>> belongingTo(Set<Ref<? extends Subject>> subjects) {
            assertThat(subjects).contains(Examples.BATCH, Examples.UNIT).doesNotContain(Examples.PRODUCT);
            return Set.of(NAMING);
        }

        @Override
        public List<Judged> verdicts(Set<Ref<? extends Subject>> subjects) {
            assertThat(subjects)
                    .isEqualTo(Set.of(
                            Examples.DONOR,
                            Examples.COLLECTION,
                            Examples.BATCH,
                            Examples.UNIT,
                            NAMING,
                            Examples.PRODUCT));
            return verdicts;
        }

        @Override
        public Set<String> due(Set<Ref<? extends Subject>> subjects) {
            assertThat(subjects).contains(NAMING, Examples.UNIT);
            return due;
        }
    }

    private Map<String, GuidelineStatus.Line> status(Map<Ref<? extends Subject>, Subject> others) {
        Guidelines guidelines = ExamplePacks.load();
        return new GuidelineStatus(guidelines, new Told())
                .of(Examples.UNIT, new World.CountingFacts(others), guidelines.newest()).stream()
                        .collect(Collectors.toMap(line -> line.clause().id(), line -> line));
    }

    private static GuidelineStatus.Line line(Map<String, GuidelineStatus.Line> status, String clause) {
        return Objects.requireNonNull(status.get(clause));
    }

    @Test
    void beforeAnyActEveryClauseWaitsOrIsNotServed() {
        assertThat(status(Map.of()))
                .extractingFromEntries(e -> e.getKey() + " " + e.getValue().standing())
                .containsExactlyInAnyOrder(
                        "EX-1 NEVER_ASKED",
                        "EX-2 NEVER_ASKED",
                        "EX-3 NEVER_ASKED",
                        "EX-4 NEVER_ASKED",
                        "EX-5 ANSWERED",
                        "EX-6 NOT_SERVED");
    }

    @Test
    void theLastVerdictDecides() {
        judged("E1", """
                {"outcome": "blocked", "held": ["EX-3"], "findings": [
                  {"clause": "EX-1", "result": "fails"},
                  {"clause": "EX-2", "result": "unknown", "missing": ["act.thawer"]}]}
                """);
        judged("E2", """
                {"outcome": "accepted_with_justification", "held": ["EX-1"], "notAdopted": ["EX-3"],
                 "findings": [{"clause": "EX-2", "result": "lifted", "justification": "seen by two"}]}
                """);
        Map<String, GuidelineStatus.Line> status = status(Map.of());
        assertThat(line(status, "EX-1").standing()).isEqualTo(Standing.HELD);
        assertThat(line(status, "EX-1").held()).isEqualTo(1);
        assertThat(line(status, "EX-1").failed()).isEqualTo(1);
        assertThat(line(status, "EX-1").last()).isEqualTo(verdicts.get(1));
        assertThat(line(status, "EX-2").standing()).isEqualTo(Standing.LIFTED);
        assertThat(line(status, "EX-3").standing()).isEqualTo(Standing.HELD);
        assertThat(line(status, "EX-3").last()).isEqualTo(verdicts.get(0));
    }

    @Test
    void aClauseOfWhichOneRuleFailedFailed() {
        judged("E1", """
                {"outcome": "blocked", "held": ["EX-1"], "notAdopted": ["EX-3"],
                 "findings": [{"clause": "EX-1", "result": "unknown", "missing": ["unit.thawing"]}]}
                """);
        Map<String, GuidelineStatus.Line> status = status(Map.of());
        assertThat(line(status, "EX-1").standing()).isEqualTo(Standing.FAILED);
        assertThat(line(status, "EX-3").standing()).isEqualTo(Standing.NOT_ADOPTED);
    }

    @Test
    void aPackThatDoesNotAttachDoesNotApply() {
        Product other = Examples.product().withSource(Product.CellSource.ALLOGENEIC);
        assertThat(status(Map.of(Examples.PRODUCT, other)).values())
                .allSatisfy(line -> assertThat(line.standing()).isEqualTo(Standing.NOT_APPLICABLE));
    }

    @Test
    void whatIsStillToBeDoneIsDueWhateverWasJudged() {
        judged("E1", """
                {"outcome": "accepted", "held": ["EX-1", "EX-4"], "findings": []}
                """);
        due.add("EX-4");
        Map<String, GuidelineStatus.Line> status = status(Map.of());
        assertThat(line(status, "EX-4").standing()).isEqualTo(Standing.DUE);
        assertThat(line(status, "EX-1").standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void aProfileIsAnsweredByTheProduct() {
        assertThat(line(status(Map.of()), "EX-5").answer()).isEqualTo(new Answer.Is("gene-modified"));
    }
}
