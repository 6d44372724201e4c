package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioRun;

/** The demonstration and refusals over REST come out as the scenarios say. */
class ScenarioOverRestTest extends DemoServer {

    @Test
    void theWholeLifeOfAProductIsPlayedOverRest() {
        var told = demonstration().told();
        assertThat(told.stream().filter(t -> !t.asExpected()).map(ScenarioOverRestTest::inWords))
                .isEmpty();
        assertThat(told.stream().filter(t -> t.played().result() == Scenario.Result.ACCEPTED))
                .hasSizeGreaterThan(400);
    }

    @Test
    void refusalsOverRestNameTheirClauses() {
        assertThat(demonstration().refusals()).hasSizeGreaterThan(30);
        assertThat(demonstration().told().stream()
                        .filter(t -> t.step().expect().result() == Scenario.Result.BLOCKED
                                && t.played()
                                        .violated()
                                        .containsAll(t.step().expect().clauses())))
                .hasSizeGreaterThan(30);
    }

    private static String inWords(ScenarioRun.Told t) {
        return "%s %s: expected %s, but %s %s %s"
                .formatted(
                        t.step().where(),
                        t.step().perform(),
                        t.step().expect(),
                        t.played().result(),
                        t.played().violated(),
                        t.played().message());
    }
}
