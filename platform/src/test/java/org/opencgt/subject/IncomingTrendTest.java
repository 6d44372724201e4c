package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;

class IncomingTrendTest {

    /** 90, 92, 94, 96, 98: mean 94, standard deviation √(40/4) = 3.16228, so 84.513 to 103.487 is within three of them. */
    private static final IncomingTrend FIVE = trend("90", "92", "94", "96", "98");

    @Test
    void meanAndDeviationAreThoseOfTheSample() {
        assertThat(FIVE.mean()).isEqualByComparingTo("94");
        assertThat(FIVE.deviation()).isEqualByComparingTo("3.16228");
    }

    @Test
    void aValueBeyondThreeDeviationsIsAnOutlierAndDoesNotMoveTheMean() {
        assertThat(last(FIVE.with(collection(6), new BigDecimal("84.6"))).outlier())
                .isFalse();
        IncomingTrend next = FIVE.with(collection(6), new BigDecimal("84.4"));
        assertThat(last(next).outlier()).isTrue();
        assertThat(next.mean()).isEqualByComparingTo("94");
    }

    @Test
    void nothingIsAnOutlierBeforeFiveAreKnown() {
        assertThat(last(trend("90", "91", "90", "91", "20")).outlier()).isFalse();
    }

    @Test
    void aCollectionThatIsTestedAgainCountsOnce() {
        IncomingTrend again = FIVE.with(collection(1), new BigDecimal("94"));
        assertThat(again.points()).hasSize(5);
        assertThat(again.mean()).isEqualByComparingTo("94.8");
    }

    @Test
    void eachTestHasItsOwnTrend() {
        Map<String, IncomingTrend> both = IncomingTrend.with(
                Map.of("incoming_viability", FIVE),
                collection(6),
                Map.of("incoming_viability", new BigDecimal("95"), "incoming_debris", new BigDecimal("3")));
        assertThat(both).containsOnlyKeys("incoming_viability", "incoming_debris");
        assertThat(both.get("incoming_viability"))
                .satisfies(t -> assertThat(t.points()).hasSize(6));
        assertThat(both.get("incoming_debris"))
                .satisfies(t -> assertThat(t.deviation()).isNull());
    }

    private static IncomingTrend trend(String... values) {
        IncomingTrend trend = IncomingTrend.NONE;
        for (int i = 0; i < values.length; i++) {
            trend = trend.with(collection(i + 1), new BigDecimal(values[i]));
        }
        return trend;
    }

    private static IncomingTrend.Point last(IncomingTrend trend) {
        return trend.points().getLast();
    }

    private static Ref<Collection> collection(int number) {
        return new Ref<>("collection", "K" + number);
    }
}
