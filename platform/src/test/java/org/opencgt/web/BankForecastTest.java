package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.subject.Banking;

class BankForecastTest {

    private static final Instant FROZEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-11T00:00:00Z"); // 100 days later

    private static Banking banking(int batchesPerYear, int vialsPerBatch, int leadTimeDays) {
        return new Banking(
                "1",
                true,
                Banking.Stage.EARLY_CLINICAL,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                batchesPerYear,
                vialsPerBatch,
                40,
                12,
                leadTimeDays,
                false,
                40);
    }

    @Test
    void theReserveIsWhatThePlansTakeWhileAReplacementIsMade() {
        assertThat(BankForecast.reserve(banking(20, 2, 180))).isEqualTo(20); // 19.7 vials
        assertThat(BankForecast.reserve(banking(73, 1, 5))).isEqualTo(1); // exactly one
    }

    @Test
    void atTheMeanRateTheReserveIsReachedBeforeTheLastVial() {
        BankForecast forecast = BankForecast.of(40, 10, FROZEN, NOW, banking(20, 2, 180));
        assertThat(forecast.days()).isEqualTo(100);
        assertThat(forecast.reserveReached()).isFalse();
        assertThat(forecast.reserveAt(NOW)).isEqualTo("2026-10-28T00:00:00Z"); // 20 vials at one in ten days
        assertThat(forecast.exhaustedAt(NOW)).isEqualTo("2027-05-16T00:00:00Z"); // 40 vials
        assertThat(forecast.perYear()).isEqualTo(36.5);
    }

    @Test
    void nothingIsForetoldWhereNothingWasWithdrawn() {
        BankForecast forecast = BankForecast.of(40, 0, FROZEN, NOW, banking(20, 2, 180));
        assertThat(forecast.reserveAt(NOW)).isNull();
        assertThat(forecast.exhaustedAt(NOW)).isNull();
    }

    @Test
    void atTheReserveThereIsNoMoreDateForIt() {
        BankForecast forecast = BankForecast.of(20, 30, FROZEN, NOW, banking(20, 2, 180));
        assertThat(forecast.reserveReached()).isTrue();
        assertThat(forecast.reserveAt(NOW)).isNull();
        assertThat(BankForecast.of(0, 50, FROZEN, NOW, null).exhaustedAt(NOW)).isNull();
        assertThat(BankForecast.of(5, 50, FROZEN, NOW, null).reserveReached()).isFalse();
    }
}
