package org.opencgt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;

/** Long analyses end when their time is over or when somebody says so, and do not pile up. */
class AnalysesTest {

    private final Analyses analyses = new Analyses(Clock.systemUTC());
    private final Verb simulate =
            analyses.verb("dose", "simulate", Locale.ENGLISH).orElseThrow();
    private final Asked endless = asked("100000000");

    private static Asked asked(String trials) {
        return new Asked(
                Map.of("design", List.of("boin"), "truth", List.of("0.1,0.3,0.5"), "trials", List.of(trials)),
                Map.of());
    }

    @AfterEach
    void close() {
        analyses.destroy();
    }

    @Test
    void theTimeIsLimited() {
        long start = System.nanoTime();
        Running running = analyses.start(simulate, endless, Locale.ENGLISH, Duration.ofMillis(300), false);
        assertThat(running.await()).isEqualTo(new Outcome.TooLong());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        thePlaceIsFreeAgain();
    }

    @Test
    void itCanBeCancelled() throws InterruptedException {
        Running running = analyses.start(simulate, endless, Locale.ENGLISH, Duration.ofMinutes(5), false);
        while (running.percent().isEmpty()) {
            Thread.sleep(10);
        }
        running.cancel();
        assertThat(running.await()).isEqualTo(new Outcome.Cancelled());
        thePlaceIsFreeAgain();
    }

    @Test
    void tooManyAreRefused() {
        List<Running> all = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        all.add(analyses.start(simulate, endless, Locale.ENGLISH, Duration.ofMinutes(5), false));
                    }
                })
                .isInstanceOf(Busy.class);
        assertThat(all).hasSizeGreaterThan(2);
        all.forEach(Running::cancel);
        thePlaceIsFreeAgain();
    }

    private void thePlaceIsFreeAgain() {
        for (int i = 0; i < 8; i++) {
            Outcome outcome = analyses.start(simulate, asked("100"), Locale.ENGLISH, Duration.ofSeconds(30), false)
                    .await();
            assertThat(outcome).isInstanceOf(Outcome.Found.class);
        }
    }
}
