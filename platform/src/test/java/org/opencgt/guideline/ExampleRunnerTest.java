package org.opencgt.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.example.acts.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleRunnerTest {

    @TempDir
    private Path folder;

    @Test
    void everyExampleIsRun() {
        Guidelines guidelines = ExamplePacks.load();
        List<ExampleRunner.Outcome> outcomes =
                new ExampleRunner(guidelines).run(guidelines.packs().getFirst());
        assertThat(outcomes)
                .hasSize(11)
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "temperature: 41}, unit: {product: {form: frozen ¦ temperature: 37}, unit: {product: {form: frozen ¦ 28 ¦ expected false, but require is true",
                "given: {act: {temperature: 37}, unit: {product: {form: frozen, ¦ given: {act: {}, unit: {product: {form: frozen, ¦ 26 ¦ expected true, but require is unknown: missing act.temperature",
                "given: {act: {temperature: 37}, unit: {product: {form: frozen, ¦ given: {act: {temprature: 37}, unit: {product: {form: frozen, ¦ 26 ¦ act.temprature: unknown name",
                "given: {act: {temperature: 37}, unit: {product: {form: frozen, ¦ given: {act: {temperature: 37}, unit: {product: {form: frosen, ¦ 26 ¦ unit.product.form: expected one of fresh, frozen",
                "given: {act: {temperature: 37}, unit: {product: {form: frozen, ¦ given: {act: {temperature: warm}, unit: {product: {form: frozen, ¦ 26 ¦ act.temperature: expected a number",
                "unit: {product: {form: fresh}} ¦ unit: {product: {}} ¦ 32 ¦ expected that the rule does not apply, but applies is unknown: missing unit.product.form",
                "10:30:00Z ¦ 10:31:00Z ¦ 87 ¦ expected to be due 2026-03-20T10:31:00Z, but is due 2026-03-20T10:30:00Z",
                "geneModified: false}} ¦ geneModified: true}} ¦ 90 ¦ expected false, but it opens",
                "value: gene-modified ¦ value: other ¦ 102 ¦ but the value is gene-modified",
            })
    void anExampleThatRotsFails(String old, String replacement, int line, String message) {
        Guidelines guidelines =
                PackLoader.load(Examples.LANGUAGE, List.of(ExamplePacks.changed(folder, old, replacement)));
        assertThat(new ExampleRunner(guidelines).run(guidelines.packs().getFirst()))
                .filteredOn(outcome -> !outcome.holds())
                .anySatisfy(outcome -> {
                    assertThat(outcome.toString()).contains(message);
                    assertThat(outcome.example().line()).isEqualTo(line);
                });
    }

    @Test
    void theCheckerSaysWhatIsWrong() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean fine = CheckPacks.check(
                List.of(ExamplePacks.changed(folder, "gate: example.thaw", "gate: nothing.at-all")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(fine).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("changed.yaml:19: EX-1: no such act: nothing.at-all");
    }
}
