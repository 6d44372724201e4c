package org.opencgt.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.acts.Examples;
import org.example.acts.Infuse;
import org.example.acts.Observe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.gate.Situation;
import org.opencgt.gate.World;
import org.opencgt.guideline.PackLoader;
import org.opencgt.subject.Product;

class ObligationsTest {

    private static final Path PACK = Path.of("src/test/resources/example-packs/example.yaml");

    @TempDir
    private Path folder;

    private static Obligations obligations() {
        return new Obligations(PackLoader.load(Examples.LANGUAGE, List.of(PACK)));
    }

    private Obligations changed(String... replacements) throws IOException {
        String text = Files.readString(PACK);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Path file = Files.writeString(folder.resolve("changed.yaml"), text);
        return new Obligations(PackLoader.load(Examples.LANGUAGE, List.of(file)));
    }

    private static Situation infuse(Map<Ref<? extends Subject>, Subject> others) {
        return World.situation(
                new Infuse(Examples.UNIT, Examples.RECIPIENT, Examples.ORDER, Examples.NOON), Map.of(), others);
    }

    private static Situation observe(boolean complete) {
        return World.situation(
                new Observe(Examples.ORDER, Examples.NOON.plus(Duration.ofHours(1)), complete), Map.of(), Map.of());
    }

    @Test
    void anActOpensWorkWithItsRepeats() {
        Changes changes = obligations().follow(infuse(Map.of()), List.of());
        assertThat(changes.fulfilled()).isEmpty();
        Instant first = Examples.NOON.plus(Duration.ofMinutes(30));
        assertThat(changes.opened())
                .extracting(Obligation::due)
                .containsExactly(first, first.plus(Duration.ofDays(1)), first.plus(Duration.ofDays(2)));
        assertThat(changes.opened().getFirst())
                .isEqualTo(new Obligation(
                        "E1/EX/observe/order:O1/1",
                        "EX",
                        "EX-4",
                        "observe",
                        Examples.ORDER,
                        Examples.SITE,
                        List.of(Role.NURSE, Role.DOCTOR),
                        1,
                        "E1",
                        Examples.NOON,
                        first,
                        null,
                        List.of(),
                        null));
    }

    @Test
    void whatDoesNotApplyOpensNothing() {
        Product other = Examples.product().withGeneModified(false);
        assertThat(obligations()
                        .follow(infuse(Map.of(Examples.PRODUCT, other)), List.of())
                        .none())
                .isTrue();
    }

    @Test
    void aPackThatDoesNotAttachOpensNothing() {
        Product other = Examples.product().withSource(Product.CellSource.ALLOGENEIC);
        assertThat(obligations()
                        .follow(infuse(Map.of(Examples.PRODUCT, other)), List.of())
                        .none())
                .isTrue();
    }

    @Test
    void repeatsEndAtTheirTime() throws IOException {
        Changes changes = changed("times: 3", "until: act.finished + duration(\"72h30m\")")
                .follow(infuse(Map.of()), List.of());
        assertThat(changes.opened())
                .hasSize(4)
                .allSatisfy(o -> assertThat(o.until()).isEqualTo(Examples.NOON.plus(Duration.ofMinutes(72 * 60 + 30))));
        assertThat(changes.opened().getLast().due())
                .isEqualTo(Examples.NOON.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(30)));
    }

    @Test
    void aRuleWithoutEndStopsAtTheMostRepeats() throws IOException {
        assertThat(changed("times: 3", "times: 1000000000")
                        .follow(infuse(Map.of()), List.of())
                        .opened())
                .hasSize(Obligations.MOST_REPEATS);
    }

    @Test
    void workWhoseTimeIsUnknownIsDueAtOnceAndSaysWhy() throws IOException {
        Changes changes =
                changed("due: act.finished", "due: unit.thawing.finished").follow(infuse(Map.of()), List.of());
        assertThat(changes.opened()).singleElement().satisfies(o -> {
            assertThat(o.due()).isEqualTo(Examples.NOON);
            assertThat(o.missing()).containsExactly("unit.thawing.finished");
        });
    }

    @Test
    void aPathLeadsToWhoOwesIt() throws IOException {
        Changes changes = changed(
                        "subject: order",
                        "subject: unit.batch.intendedRecipient",
                        "fulfilled: example.observe",
                        "fulfilled: example.infuse",
                        "fulfils: act.complete",
                        "fulfils: act.finished > now")
                .follow(infuse(Map.of()), List.of());
        assertThat(changes.opened()).extracting(Obligation::subject).containsOnly(Examples.RECIPIENT);
    }

    @Test
    void anActFulfilsTheOldestThatIsDue() {
        List<Obligation> open = new ArrayList<>(
                obligations().follow(infuse(Map.of()), List.of()).opened());
        java.util.Collections.reverse(open);
        Changes changes = obligations().follow(observe(true), open);
        assertThat(changes.fulfilled())
                .containsExactly(new Changes.Fulfilled("E1/EX/observe/order:O1/1", "E1", Examples.NOON));
        assertThat(changes.opened()).isEmpty();
    }

    @Test
    void anActThatDoesNotMeetTheConditionFulfilsNothing() {
        List<Obligation> open =
                obligations().follow(infuse(Map.of()), List.of()).opened();
        assertThat(obligations().follow(observe(false), open).none()).isTrue();
    }

    @Test
    void workOfAnotherSubjectStaysOpen() {
        Situation other = World.situation(new Observe(Ref.parse("order:O2"), Examples.NOON, true), Map.of(), Map.of());
        List<Obligation> open =
                obligations().follow(infuse(Map.of()), List.of()).opened();
        assertThat(obligations().follow(other, open).none()).isTrue();
    }
}
