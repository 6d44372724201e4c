package org.opencgt.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Catalogue;
import org.opencgt.science.command.Surroundings;

/** A fault is shown at the field or the line where it lies. */
class FaultPlaceTest {

    private static final Catalogue CATALOGUE = new Catalogue(ScienceCommand::new);
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());
    private static final Surroundings QUIET =
            new Surroundings(Language.ENGLISH, NOWHERE, NOWHERE, false, false, Clock.systemUTC(), steps -> done -> {});

    @Test
    void aWrongCellIsShownInItsLines() {
        FaultPlace place = place("ck", "nca", Map.of(), "subject,time,value\nP1,0,1\nP1,x,3\nP1,2,4\nP1,3,5\nP1,4,6\n");
        assertThat(place.property()).isEqualTo("input");
        assertThat(place.lines()).extracting(FaultPlace.Line::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(place.lines().stream().filter(FaultPlace.Line::here))
                .extracting(FaultPlace.Line::text)
                .containsExactly("P1,x,3");
    }

    @Test
    void aMissingColumnIsShownAtTheOptionThatNamesIt() {
        assertThat(place("ck", "nca", Map.of(), "subject,day,value\nP1,0,1\n").property())
                .isEqualTo("time");
        assertThat(place("ck", "nca", Map.of("value", List.of("conc")), "subject,time,value\nP1,0,1\n")
                        .property())
                .isEqualTo("value");
    }

    @Test
    void anImpossibleParameterIsShownAtItsOption() {
        Map<String, List<String>> p1 =
                Map.of("design", List.of("boin"), "target", List.of("0.3"), "p1", List.of("0.35"));
        assertThat(place("dose", "table", p1, null).property()).isEqualTo("p1");
        assertThat(place("dose", "table", Map.of("design", List.of("3+3"), "e1", List.of("0.1")), null)
                        .property())
                .isEqualTo("e1");
        assertThat(place("dose", "table", Map.of("design", List.of("boin"), "maxN", List.of("many")), null)
                        .property())
                .isEqualTo("maxN");
        assertThat(place("dose", "table", Map.of("design", List.of("boin"), "cohort", List.of("-2")), null)
                        .property())
                .isEqualTo("cohort");
        assertThat(place("dose", "table", Map.of(), null).property()).isEqualTo("design");
        assertThat(place("dose", "simulate", Map.of("design", List.of("boin")), null)
                        .property())
                .isEqualTo("truth");
        assertThat(place("ck", "nca", Map.of(), null).property()).isEqualTo("input");
        assertThat(place("ck", "nca", Map.of("auc", List.of("28:0")), "subject,time,value\nP1,0,1\n")
                        .property())
                .isEqualTo("auc");
    }

    @Test
    void aWrongScenarioIsShownInItsLine() {
        Asked asked = new Asked(
                Map.of("design", List.of("boin")), Map.of("scenarios", file("scenario,d1,d2\nA,0.1,0.2\nB,0.2,1.7\n")));
        FaultPlace place = FaultPlace.of(verb("dose", "simulate"), asked, fault(verb("dose", "simulate"), asked));
        assertThat(place.property()).isEqualTo("scenarios");
        assertThat(place.lines().stream().filter(FaultPlace.Line::here))
                .extracting(FaultPlace.Line::text)
                .containsExactly("B,0.2,1.7");
    }

    private static FaultPlace place(
            String area, String name, Map<String, List<String>> values, @Nullable String input) {
        Verb verb = verb(area, name);
        Asked asked = new Asked(values, input == null ? Map.of() : Map.of("input", file(input)));
        return FaultPlace.of(verb, asked, fault(verb, asked));
    }

    private static Asked.TextFile file(String text) {
        return new Asked.TextFile("samples.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(Verb verb, Asked asked) {
        try {
            CATALOGUE.run(verb, asked, QUIET, 1, false);
        } catch (BadInput bad) {
            return bad.fault();
        }
        throw new AssertionError("was taken");
    }

    private static Verb verb(String area, String name) {
        return CATALOGUE.verb(area, name, Language.ENGLISH).orElseThrow();
    }
}
