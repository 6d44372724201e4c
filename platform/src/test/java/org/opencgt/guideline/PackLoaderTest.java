package org.opencgt.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.example.acts.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.act.Role;
import org.opencgt.gate.Strength;

class PackLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsEveryPartOfAPack() {
        Guidelines guidelines = ExamplePacks.load();
        Pack pack = guidelines.packs().getFirst();
        assertThat(pack.id()).isEqualTo("EX");
        assertThat(pack.version()).isEqualTo("2026.01-1");
        assertThat(pack.inForce().effective()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(pack.document().zh()).isEqualTo("示例");
        assertThat(pack.clauses()).hasSize(6);

        Clause thaw = guidelines.clause("EX-1").orElseThrow();
        assertThat(thaw.strength()).isEqualTo(Strength.SHALL);
        assertThat(thaw.kinds()).containsExactly("gate", "record");
        assertThat(thaw.scope()).isEqualTo("frozen products");
        assertThat(thaw.mechanism()).isEqualTo(Mechanism.GATE);
        assertThat(thaw.acts()).containsExactly("example.thaw");
        assertThat(thaw.examples()).isEqualTo(4);

        Clause observe = guidelines.clause("EX-4").orElseThrow();
        assertThat(observe.rules()).singleElement().isInstanceOfSatisfying(Rule.ObligationRule.class, rule -> {
            assertThat(rule.name()).isEqualTo("observe");
            assertThat(rule.by()).containsExactly(Role.NURSE, Role.DOCTOR);
            assertThat(rule.opens()).containsOnlyKeys("example.infuse");
            assertThat(rule.fulfils()).containsOnlyKeys("example.observe");
        });
        assertThat(guidelines.clause("EX-5").orElseThrow().rules())
                .extracting(Rule::mechanism)
                .containsExactly(Mechanism.PROFILE, Mechanism.ANALYSIS);
        assertThat(guidelines.clause("EX-6").orElseThrow().mechanism()).isEqualTo(Mechanism.NONE);
        assertThat(guidelines.checks()).containsOnlyKeys("example.thaw");
        assertThat(guidelines.checks().get("example.thaw"))
                .extracting(check -> check.clause())
                .containsExactly("EX-1", "EX-2", "EX-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "temperature >= unit ¦ temprature >= unit ¦ 22 ¦ EX-1 ¦ undefined field 'temprature'",
                "thawMaximum\\n ¦ thawMaximun\\n ¦ 22 ¦ EX-1 ¦ undefined field 'thawMaximun'",
                "form == \"frozen\" ¦ form == \"frosen\" ¦ 20 ¦ EX-1 ¦ none of fresh, frozen",
                "gate: example.thaw ¦ gate: example.freeze ¦ 19 ¦ EX-1 ¦ no such act: example.freeze",
                "strength: should ¦ strength: ought ¦ 38 ¦ EX-2 ¦ none of [shall, should, may]",
                ", zh: 请记录复苏仪。 ¦ '' ¦ 44 ¦ EX-2 ¦ needs a text in both languages",
                "id: EX-2 ¦ id: EX-1 ¦ 34 ¦ EX-1 ¦ stands twice",
                "id: EX-2 ¦ id: CA-2 ¦ 34 ¦ CA-2 ¦ does not start with EX-",
                "capability: quality ¦ capabilty: quality ¦ 112 ¦ EX-6 ¦ unknown key capabilty",
                "by: [nurse, doctor] ¦ by: [nurse, docter] ¦ 84 ¦ EX-4 ¦ docter is none of",
                "subject: order ¦ subject: unit ¦ 75 ¦ EX-4 ¦ example.observe concerns no unit",
                "times: 3 ¦ fulfils: \"true\" ¦ 83 ¦ EX-4 ¦ stands twice",
                "effective: 2026-01-01 ¦ effective: soon ¦ 3 ¦ '' ¦ not a day: soon",
                "attaches: product.source ¦ attaches: product.sauce ¦ 7 ¦ '' ¦ undefined field 'sauce'",
                "- pass: false\\n            given: {act: {temperature: 41} ¦ - pass: true\\n            given: {act: {temperature: 37} ¦ 19 ¦ EX-1 ¦ needs a passing and a failing example",
            })
    void saysWhatIsWrongAndWhere(String old, String replacement, int line, String clause, String message) {
        Path file = ExamplePacks.changed(folder, unescape(old), unescape(replacement));
        assertThatThrownBy(() -> PackLoader.load(Examples.LANGUAGE, List.of(file)))
                .isInstanceOfSatisfying(
                        InvalidPacks.class,
                        e -> assertThat(e.problems()).anySatisfy(problem -> {
                            assertThat(problem.message()).contains(message);
                            assertThat(problem.file()).isEqualTo("changed.yaml");
                            assertThat(problem.clause()).isEqualTo(clause);
                            assertThat(problem.line()).isEqualTo(line);
                        }));
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void brokenYamlIsNamedByItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "pack: EX\nclauses: [\n  {id: EX-1\n");
        assertThatThrownBy(() -> PackLoader.load(Examples.LANGUAGE, List.of(file)))
                .isInstanceOfSatisfying(
                        InvalidPacks.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.line()).isGreaterThan(2)));
    }

    @Test
    void theNextVersionReplacesThisOneFromItsDay() throws IOException {
        Path next = ExamplePacks.changed(
                folder, "version: 2026.01-1", "version: 2026.07-1", "effective: 2026-01-01", "effective: 2026-07-01");
        Files.copy(Path.of("src/test/resources/example-packs/example.yaml"), folder.resolve("example.yaml"));
        Guidelines guidelines = PackLoader.load(Examples.LANGUAGE, List.of(folder));
        assertThat(guidelines.packs()).extracting(Pack::version).containsExactly("2026.01-1", "2026.07-1");
        assertThat(guidelines.newest()).extracting(Pack::version).containsExactly("2026.07-1");
        Instant eve = Instant.parse("2026-06-30T23:59:59Z");
        assertThat(guidelines.packs())
                .extracting(p -> p.inForce().countsAt(eve))
                .containsExactly(true, false);
        assertThat(guidelines.packs())
                .extracting(p -> p.inForce().countsAt(eve.plusSeconds(1)))
                .containsExactly(false, true);
        assertThat(guidelines.packs())
                .extracting(p -> p.inForce().countsAt(Instant.parse("2025-12-31T23:59:59Z")))
                .containsExactly(false, false);
        assertThat(Files.exists(next)).isTrue();
    }
}
