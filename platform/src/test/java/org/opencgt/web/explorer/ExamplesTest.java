package org.opencgt.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.analysis.GivenValues;
import org.opencgt.language.Texts;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Catalogue;
import org.opencgt.science.command.Surroundings;

/** Whoever tries an analysis with its example gets a result; what pages call it. */
class ExamplesTest {

    private static final Catalogue CATALOGUE = new Catalogue(ScienceCommand::new);
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    static Stream<Verb> verbs() {
        return CATALOGUE.verbs(Language.ENGLISH).stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyAnalysisHasAnExampleThatRuns(Verb verb) {
        Map<String, List<String>> fields = Examples.of(verb);
        assertThat(fields).as(verb.area() + "-" + verb.name() + ".json").isNotEmpty();
        Catalogue.Answer answer = CATALOGUE.run(
                verb,
                GivenValues.of(verb, fields, Map.of()),
                new Surroundings(
                        Language.ENGLISH, NOWHERE, NOWHERE, false, false, Clock.systemUTC(), steps -> done -> {}),
                1,
                true);
        assertThat(answer.finding().document().size()).isPositive();
        assertThat(answer.report()).contains("<html");
    }

    @Test
    void everyAnalysisAndOptionHasATitleInBothLanguagesAndNothingElseHas() {
        Set<String> wanted = verbs().flatMap(verb -> Stream.concat(
                        Stream.of("analysis-verb." + verb.area() + "." + verb.name()),
                        verb.parameters().stream().map(parameter -> "analysis-option." + parameter.property())))
                .collect(Collectors.toSet());
        for (Locale locale : Texts.LANGUAGES) {
            assertThat(new Texts()
                            .keys(locale).stream()
                                    .filter(key ->
                                            key.startsWith("analysis-verb.") || key.startsWith("analysis-option.")))
                    .as(locale.toString())
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }
}
