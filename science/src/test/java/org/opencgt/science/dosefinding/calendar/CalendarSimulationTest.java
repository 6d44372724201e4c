package org.opencgt.science.dosefinding.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.trial.Enumeration;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics.CalendarFigures;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.random.Replicates;

class CalendarSimulationTest {

    private static final Truth TRUTH = Truth.ofToxicity(List.of(0.05, 0.15, 0.3, 0.45, 0.6));
    private static final TrialPlan PLAN = TrialPlan.of(3, 10);
    private static final Boin BOIN = Boin.withDefaults(0.3);
    private static final Calendar USUAL = Calendar.of(2, 28);
    private static final int TRIALS = 4000;

    @Test
    void whoWaitsForAllOutcomesDecidesAsIfThereWereNoTime() throws Exception {
        OperatingCharacteristics exact =
                Enumeration.of(BOIN, PLAN, 5, Progress.NONE).under(TRUTH, 0.3);

        for (Conduct conduct : List.of(Conduct.WAIT, Conduct.CERTAIN)) {
            OperatingCharacteristics figures = run(BOIN, USUAL.with(conduct));

            assertThat(figures.earlyStopPercent()).isCloseTo(exact.earlyStopPercent(), within(0.2));
            for (int dose = 0; dose < 5; dose++) {
                assertThat(figures.selectionPercent().get(dose))
                        .isCloseTo(exact.selectionPercent().get(dose), within(4 * 100 * 0.5 / Math.sqrt(TRIALS)));
                assertThat(figures.patients().get(dose))
                        .isCloseTo(exact.patients().get(dose), within(0.4));
            }
        }
    }

    @Test
    void efficacyDesignsDoSoToo() throws Exception {
        Truth truth = new Truth(List.of(0.1, 0.3, 0.5), List.of(0.2, 0.4, 0.5));
        TrialPlan plan = TrialPlan.of(3, 6);
        Design tepi = Tepi.withDefaults(0.3, 0.4);
        OperatingCharacteristics exact =
                Enumeration.of(tepi, plan, 3, Progress.NONE).under(truth, 0.3);

        for (Conduct conduct : List.of(Conduct.WAIT, Conduct.CERTAIN)) {
            OperatingCharacteristics figures = CalendarSimulation.of(tepi, plan, USUAL.with(conduct))
                    .run(truth, 0.3, TRIALS, Replicates.with(1, 2), Progress.NONE);
            for (int dose = 0; dose < 3; dose++) {
                assertThat(figures.patients().get(dose))
                        .isCloseTo(exact.patients().get(dose), within(0.4));
            }
        }
    }

    @Test
    void decidingEarlierShortensTheTrial() throws Exception {
        double waiting = days(run(BOIN, USUAL));
        double certain = days(run(BOIN, USUAL.with(Conduct.CERTAIN)));
        double timeToEvent = days(run(TiteBoin.withDefaults(0.3), USUAL.with(Conduct.TITE)));

        assertThat(certain).isLessThan(waiting - 10);
        assertThat(timeToEvent).isLessThan(certain - 10);
    }

    /** With patients at every turn, a cohort takes its window, and a trial of ten cohorts ten windows. */
    @Test
    void durationsAreThoseOfTheCohortsInARow() throws Exception {
        Calendar crowded = Calendar.of(1000, 28);

        assertThat(crowdedDays(crowded)).isCloseTo(280, within(2.0));
        assertThat(crowdedDays(crowded.staggered(7, 0))).isCloseTo(350, within(2.0));
        assertThat(crowdedDays(crowded.staggered(7, 3))).isCloseTo(380, within(2.0));
        assertThat(crowdedDays(crowded.with(new Manufacturing(21, 0, 0)))).isCloseTo(490, within(2.0));
    }

    private static double crowdedDays(Calendar calendar) throws Exception {
        return days(CalendarSimulation.of(BOIN, PLAN, calendar)
                .run(Truth.ofToxicity(List.of(0.0, 0.0)), 0.3, 200, Replicates.with(1, 2), Progress.NONE));
    }

    @Test
    void aRateOfPatientsSetsThePace() throws Exception {
        Truth harmless = Truth.ofToxicity(List.of(0.0, 0.0));

        // 29 times between arrivals, and nine windows in which nobody has a place.
        CalendarFigures figures = figures(run(BOIN, Calendar.of(1, 28), harmless));
        assertThat(figures.days()).isCloseTo(29 * 365.25 / 12 + 10 * 28, within(10.0));
        assertThat(figures.days10()).isLessThan(figures.days50());
        assertThat(figures.days50()).isLessThan(figures.days90());
        assertThat(figures.turnedAway()).isCloseTo(9 * 28 / (365.25 / 12), within(0.3));
    }

    @Test
    void whatCannotBeMadeIsReplaced() throws Exception {
        OperatingCharacteristics figures = run(BOIN, USUAL.with(new Manufacturing(20, 0.2, 0)));

        assertThat(figures.totalPatients()).isCloseTo(30, within(0.1));
        assertThat(figures(figures).notMade()).isCloseTo(figures.totalPatients() * 0.2 / 0.8, within(0.3));
        assertThat(figures(figures).assigned())
                .isCloseTo(figures.totalPatients() + figures(figures).notMade(), within(1e-9));
    }

    @Test
    void aProductThatHoldsLessIsGivenAsTheDoseBelow() throws Exception {
        OperatingCharacteristics figures = run(BOIN, USUAL.with(new Manufacturing(0, 0, 0.2)));

        assertThat(figures(figures).belowAssigned()).isGreaterThan(2);
        assertThat(figures.totalPatients()).isCloseTo(30 + figures(figures).belowAssigned(), within(0.1));
        assertThat(figures.patients().get(0))
                .isGreaterThan(run(BOIN, USUAL).patients().get(0));
    }

    /** Table 4 of Zhao et al. 2024, scenario 1, where 1 of 3 lets the dose stay. */
    @Test
    void backfillingIsThatOfThePaper() throws Exception {
        Truth truth = new Truth(List.of(0.04, 0.12, 0.25, 0.43, 0.63), List.of(0.10, 0.20, 0.30, 0.45, 0.58));
        Design design = stayingAtOneOfThree(0.25, 120);
        TrialPlan plan = PLAN.stoppingAfter(9);
        Calendar calendar = Calendar.of(3, Calendar.DAYS_PER_MONTH);

        OperatingCharacteristics plain =
                Enumeration.of(design, plan, 5, Progress.NONE).under(truth, 0.25);
        assertThat(plain.selectionPercent().get(2)).isCloseTo(56.7, within(2.0));
        assertThat(plain.totalPatients()).isCloseTo(23.9, within(0.4));

        OperatingCharacteristics figures = CalendarSimulation.of(design, plan, calendar.with(new Backfill(12, true)))
                .run(truth, 0.25, TRIALS, Replicates.with(1, 2), Progress.NONE);
        assertThat(figures.selectionPercent().get(2)).isCloseTo(57.6, within(4.0));
        assertThat(figures.selectionPercent().get(3)
                        + figures.selectionPercent().get(4))
                .isCloseTo(9.7, within(2.0));
        assertThat(figures.patients().get(0) + figures.patients().get(1)).isCloseTo(16.9, within(1.0));
        assertThat(figures.patients().get(2)).isCloseTo(9.8, within(0.8));
        assertThat(figures.totalPatients()).isCloseTo(30.9, within(1.5));
        assertThat(days(figures) / Calendar.DAYS_PER_MONTH).isCloseTo(14.3, within(0.8));
        assertThat(figures(figures).backfilled().get(4)).isZero();
    }

    @Test
    void aSimulationDependsOnItsSeedAlone() throws Exception {
        Calendar all = USUAL.with(new Manufacturing(20, 0.1, 0.1))
                .with(new Backfill(12, false))
                .staggered(7, 3)
                .with(Conduct.CERTAIN);
        CalendarSimulation simulation = CalendarSimulation.of(BOIN, PLAN, all);

        assertThat(simulation.run(TRUTH, 0.3, 500, Replicates.with(5, 4), Progress.NONE))
                .isEqualTo(simulation.run(TRUTH, 0.3, 500, Replicates.with(5, 1), Progress.NONE));
    }

    @Test
    void theLateHalfOfTheWindowHasItsPartOfToxicities() {
        ToxicityTimes times = new ToxicityTimes(List.of(0.3, 1.0), 28, 0.8);
        var random = org.opencgt.science.random.Xoshiro256.seeded(1);
        double[] drawn = IntStream.range(0, 100_000)
                .mapToDouble(i -> times.draw(0, random))
                .toArray();
        long toxic =
                IntStream.range(0, drawn.length).filter(i -> drawn[i] <= 28).count();
        long late = IntStream.range(0, drawn.length)
                .filter(i -> drawn[i] > 14 && drawn[i] <= 28)
                .count();

        assertThat((double) toxic / drawn.length).isCloseTo(0.3, within(0.006));
        assertThat((double) late / toxic).isCloseTo(0.8, within(0.01));
        assertThat(IntStream.range(0, 1000).mapToDouble(i -> times.draw(1, random)))
                .allMatch(time -> time <= 28);
    }

    @Test
    void whatADesignCannotDoIsRefused() {
        assertThatThrownBy(() -> CalendarSimulation.of(BOIN, PLAN, USUAL.with(Conduct.TITE)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tite-boin");
        assertThatThrownBy(() -> CalendarSimulation.of(Tepi.ofPaper(), PLAN, USUAL.with(new Backfill(12, true))))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() ->
                        CalendarSimulation.of(new ThreePlusThree(true), PLAN, USUAL.with(new Manufacturing(0, 0, 0.1))))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> CalendarSimulation.of(BOIN, PLAN.withTitration(), USUAL))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Manufacturing(0, 0.5, 0.5)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Calendar.of(0, 28)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> CalendarSimulation.of(BOIN, PLAN, USUAL.with(new Backfill(12, true)))
                        .run(TRUTH, 0.3, 10, Replicates.with(1, 1), Progress.NONE))
                .hasMessageContaining("response");
    }

    private static Design stayingAtOneOfThree(double target, int most) {
        Boin boin = Boin.withDefaults(target);
        Map<Integer, List<Decision>> rows = new HashMap<>();
        for (int n = 1; n <= most; n++) {
            int patients = n;
            rows.put(
                    n,
                    IntStream.rangeClosed(0, n)
                            .mapToObj(y -> patients == 3 && y == 1 ? Decision.STAY : boin.cell(patients, y))
                            .toList());
        }
        return new CustomTable(rows, target);
    }

    private static OperatingCharacteristics run(Design design, Calendar calendar) throws Exception {
        return run(design, calendar, TRUTH);
    }

    private static OperatingCharacteristics run(Design design, Calendar calendar, Truth truth) throws Exception {
        return CalendarSimulation.of(design, PLAN, calendar)
                .run(truth, 0.3, TRIALS, Replicates.with(1, 2), Progress.NONE);
    }

    private static CalendarFigures figures(OperatingCharacteristics characteristics) {
        return Objects.requireNonNull(characteristics.calendar());
    }

    private static double days(OperatingCharacteristics characteristics) {
        return figures(characteristics).days();
    }
}
