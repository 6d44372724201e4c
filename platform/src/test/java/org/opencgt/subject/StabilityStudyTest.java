package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.StabilityStudy.Aspect;
import org.opencgt.subject.StabilityStudy.ConditionRole;
import org.opencgt.subject.StabilityStudy.Design;
import org.opencgt.subject.StabilityStudy.ExcursionBand;
import org.opencgt.subject.StabilityStudy.KeptAt;
import org.opencgt.subject.StabilityStudy.PlannedTest;
import org.opencgt.subject.StabilityStudy.StudiedBatch;
import org.opencgt.subject.StabilityStudy.StudyCondition;
import org.opencgt.subject.StabilityStudy.StudyResult;
import org.opencgt.subject.StabilityStudy.TimeUnit;

class StabilityStudyTest {

    private static final Instant PLACED = Instant.parse("2026-02-03T00:00:00Z");
    private static final int[] MONTHS = {0, 3, 6, 9, 12};

    @Test
    void nothingIsSupportedBeforeThereAreResults() {
        StabilityStudy empty = study(KeptAt.FROZEN, StabilityStudy.Purpose.STORAGE, TimeUnit.MONTHS);
        assertThat(empty.supported()).isNull();
        assertThat(empty.conforming()).isEqualByComparingTo("0");
        assertThat(estimate(empty).problem()).isNotBlank();
        assertThat(empty.nextPull()).isNull();
    }

    @Test
    void frozenDataReachAsFarAsTheyGo() {
        StabilityStudy study = filled(study(KeptAt.FROZEN, StabilityStudy.Purpose.STORAGE, TimeUnit.DAYS), 3);
        assertThat(Objects.requireNonNull(study.supported()).value()).isEqualByComparingTo("6");
        assertThat(Objects.requireNonNull(study.supported()).duration()).isEqualTo(Duration.ofDays(6));
        assertThat(Objects.requireNonNull(study.supported()).limitedBy()).isEqualTo("covered-time");
        StabilityStudy more = filled(study, 4);
        assertThat(Objects.requireNonNull(more.supported()).value()).isEqualByComparingTo("9");
    }

    /** A slope of −2 a month from about 92 meets 80 at about 6 months, and its confidence limit before. */
    @Test
    void aSteepLineShortensTheShelfLifeBelowTheCoveredTime() {
        StabilityStudy study = study(KeptAt.FROZEN, StabilityStudy.Purpose.STORAGE, TimeUnit.MONTHS);
        for (String batch : List.of("A", "B", "C")) {
            study = placed(study, batch, true);
            for (int i = 0; i < 4; i++) {
                double noise = (i % 2 == 0 ? 0.3 : -0.3) + batch.charAt(0) % 3 * 0.1;
                study = study.reported(result(batch, "vapour", MONTHS[i], 92 - 1.5 * MONTHS[i] + noise));
            }
        }
        assertThat(study.conforming()).isEqualByComparingTo("6"); // month 9 fails
        StabilityStudy.Supported supported = Objects.requireNonNull(study.supported());
        assertThat(supported.value()).isLessThanOrEqualTo(new BigDecimal("6"));
        StabilityStudy.Estimate estimate = estimate(study);
        assertThat(estimate.model()).isEqualTo("cics");
        assertThat(estimate.shelfLife()).isBetween(new BigDecimal("7"), new BigDecimal("8.2"));
        assertThat(study.failing()).containsExactly("viability");
    }

    @Test
    void aBatchPlacedLaterDoesNotShortenWhatIsKnownUnlessItFails() {
        StabilityStudy study = filled(study(KeptAt.FROZEN, StabilityStudy.Purpose.STORAGE, TimeUnit.DAYS), 4);
        study = placed(study, "D", false).reported(result("D", "vapour", 0, 92));
        assertThat(Objects.requireNonNull(study.supported()).value()).isEqualByComparingTo("9");
        study = study.reported(result("D", "vapour", 3, 71));
        assertThat(study.supported()).isNull(); // it failed at its second time, so nothing is known to hold
    }

    @Test
    void cyclesCountAsNumbersAndAreNotExtrapolated() {
        StabilityStudy study = study(KeptAt.FROZEN, StabilityStudy.Purpose.FREEZE_THAW, TimeUnit.CYCLES);
        study = placed(study, "A", true)
                .reported(result("A", "vapour", 0, 96))
                .reported(result("A", "vapour", 3, 91))
                .reported(result("A", "vapour", 6, 71));
        assertThat(Objects.requireNonNull(study.supported()).value()).isEqualByComparingTo("3");
        assertThat(Objects.requireNonNull(study.supported()).duration()).isNull();
    }

    @Test
    void anExcursionIsBorneAsLongAsItsResultsConform() {
        StabilityStudy study = study(KeptAt.FROZEN, StabilityStudy.Purpose.TRANSPORT, TimeUnit.HOURS);
        assertThat(study.bands()).isEmpty();
        study = placed(study, "A", true)
                .reported(result("A", "warm", 0, 92))
                .reported(result("A", "warm", 3, 90))
                .reported(result("A", "warm", 6, 70));
        assertThat(study.bands())
                .containsExactly(
                        new ExcursionBand(new BigDecimal("-130"), new BigDecimal("-80"), new BigDecimal("3"), 2));
    }

    @Test
    void theNextPullIsTheEarliestThatIsLeft() {
        StabilityStudy study = placed(study(KeptAt.FROZEN, StabilityStudy.Purpose.STORAGE, TimeUnit.DAYS), "A", true);
        assertThat(study.nextPull()).isEqualTo(PLACED);
        study = study.pulled(List.of(new StabilityStudy.Pull("A", "vapour", BigDecimal.ZERO, PLACED)));
        assertThat(study.nextPull()).isEqualTo(PLACED.plus(Duration.ofDays(3)));
    }

    @Test
    void aShipmentUsesItsAllowanceAcrossReadouts() {
        Shipment shipment = shipment(
                List.of(new ExcursionBand(new BigDecimal("-130"), new BigDecimal("-80"), new BigDecimal("2"), 1)));
        Shipment fine = shipment.recorded(readings(0, -150, -140, -150));
        assertThat(Objects.requireNonNull(fine.excursionUse()).within()).isTrue();
        assertThat(Objects.requireNonNull(fine.excursionUse()).excursions()).isZero();
        Shipment warm = fine.recorded(readings(3, -120, -120));
        assertThat(Objects.requireNonNull(warm.excursionUse()).within()).isTrue();
        assertThat(Objects.requireNonNull(warm.excursionUse()).excursions()).isOne();
        // −150 → −120 in an hour is out for the last third of it; then one hour
        assertThat(Objects.requireNonNull(warm.excursionUse()).total()).isEqualByComparingTo("1.33333333333");
        Shipment tooLong = warm.recorded(readings(5, -120, -120, -150));
        assertThat(Objects.requireNonNull(tooLong.excursionUse()).within()).isFalse();
        assertThat(Objects.requireNonNull(tooLong.excursionUse()).flags()).contains("hours-over-studied");
    }

    private static Shipment shipment(List<ExcursionBand> allowance) {
        return new Shipment(
                new Ref<>("site", "A"),
                new Ref<>("site", "B"),
                null,
                List.of(),
                Shipment.Status.DISPATCHED,
                "dry shipper",
                null,
                null,
                new BigDecimal("-196"),
                new BigDecimal("-130"),
                Duration.ofHours(72),
                Duration.ofHours(1),
                null,
                List.of(),
                PLACED,
                null,
                null,
                null,
                null,
                null,
                allowance,
                null);
    }

    /** One an hour. */
    private static List<Shipment.Reading> readings(int firstHour, double... celsius) {
        List<Shipment.Reading> readings = new ArrayList<>();
        for (int i = 0; i < celsius.length; i++) {
            readings.add(
                    new Shipment.Reading(PLACED.plus(Duration.ofHours(firstHour + i)), BigDecimal.valueOf(celsius[i])));
        }
        return readings;
    }

    private static StabilityStudy filled(StabilityStudy study, int points) {
        StabilityStudy all = study;
        for (String batch : List.of("A", "B", "C")) {
            if (all.batches().stream().noneMatch(b -> b.code().equals(batch))) {
                all = placed(all, batch, true);
            }
            for (int i = 0; i < points; i++) {
                all = all.reported(
                        result(batch, "vapour", MONTHS[i], 92 - 0.05 * MONTHS[i] + (i % 2 == 0 ? 0.1 : -0.1)));
            }
        }
        return all;
    }

    private static StabilityStudy placed(StabilityStudy study, String batch, boolean primary) {
        return study.placed(new StudiedBatch(
                batch,
                StabilityStudy.BatchSource.HEALTHY_DONOR,
                primary,
                "1.0",
                StabilityStudy.ContainerLikeness.SAME,
                BigDecimal.TEN,
                BigDecimal.TEN,
                PLACED));
    }

    private static StudyResult result(String batch, String condition, int time, double value) {
        return new StudyResult(batch, condition, new BigDecimal(time), "viability", BigDecimal.valueOf(value), null);
    }

    private static StabilityStudy study(KeptAt keptAt, StabilityStudy.Purpose purpose, TimeUnit unit) {
        List<BigDecimal> times = new ArrayList<>();
        for (int month : MONTHS) {
            times.add(new BigDecimal(month));
        }
        Design design = new Design(
                "ICH Q1E",
                unit,
                keptAt,
                new BigDecimal("12"),
                new BigDecimal("12"),
                times,
                List.of(
                        new StudyCondition(
                                "vapour",
                                ConditionRole.INTENDED,
                                new BigDecimal("-196"),
                                new BigDecimal("-130"),
                                null,
                                List.of(),
                                null),
                        new StudyCondition(
                                "warm",
                                ConditionRole.EXCURSION,
                                new BigDecimal("-130"),
                                new BigDecimal("-80"),
                                2,
                                List.of(),
                                null)),
                List.of(new PlannedTest(
                        "viability",
                        Aspect.VIABILITY,
                        "7-AAD",
                        null,
                        new Product.Criterion(new BigDecimal("80"), null, "%", List.of(), "7-AAD"),
                        times)),
                "bag",
                BigDecimal.ONE,
                new BigDecimal("60"),
                BigDecimal.ONE,
                new BigDecimal("70"),
                null,
                List.of(),
                Map.of());
        return new StabilityStudy(
                "Study",
                new Ref<>("product", "P"),
                StabilityStudy.Status.APPROVED,
                purpose,
                StabilityStudy.StudiedMaterial.FINISHED_PRODUCT,
                design,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static StabilityStudy.Estimate estimate(StabilityStudy study) {
        return Objects.requireNonNull(study.estimates().get("viability"));
    }
}
