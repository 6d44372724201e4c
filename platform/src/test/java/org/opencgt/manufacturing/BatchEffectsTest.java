package org.opencgt.manufacturing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.Folding;
import org.opencgt.act.Ref;
import org.opencgt.material.ReceiveLot;
import org.opencgt.quality.CloseDeviation;
import org.opencgt.quality.OpenDeviation;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Deviation;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

class BatchEffectsTest {

    private static final Ref<Batch> BATCH = new Ref<>("batch", "B1");
    private static final Ref<Batch> OTHER = new Ref<>("batch", "B2");
    private static final Ref<MaterialLot> VECTOR = new Ref<>("material-lot", "L1");
    private static final Ref<Equipment> DEVICE = new Ref<>("equipment", "E1");
    private static final Ref<Site> SITE = new Ref<>("site", "S1");
    private static final Instant START = Instant.parse("2026-02-18T01:00:00Z");
    private static final Instant END = Instant.parse("2026-02-18T02:00:00Z");

    @Test
    void doublingsAreTheBinaryLogarithmOfTheGrowthSinceTransduction() {
        Folding fold = Batches.opened(BATCH)
                .act("2026-02-18T02:00:00Z", vector("10"))
                .act("2026-02-18T03:00:00Z", transduce("200", "4"))
                .act("2026-02-25T03:00:00Z", harvest("6400"));
        Batch batch = fold.state(BATCH);
        assertThat(batch.populationDoublings()).isEqualByComparingTo("5");
        assertThat(requireNonNull(batch.steps().get("harvest")).parameters().get("population_doublings"))
                .isEqualByComparingTo("5");
        assertThat(batch.viableCells()).isEqualByComparingTo("6400");
        assertThat(batch.stage()).isEqualTo(Batch.Stage.HARVESTED);
    }

    @Test
    void doublingTimeIsTheTimeSinceTransductionOverTheDoublings() {
        // from 200 to 6400 in 160 h: five doublings of 32 h
        Batch batch = Batches.opened(BATCH)
                .act("2026-02-18T02:00:00Z", vector("10"))
                .act("2026-02-18T03:00:00Z", transduce("200", "4"))
                .act(
                        "2026-02-25T03:00:00Z",
                        new HarvestCells(
                                BATCH,
                                DEVICE,
                                "YX26-0001-7Q",
                                END.plus(Duration.ofHours(159)),
                                END.plus(Duration.ofHours(160)),
                                dec("6400"),
                                dec("94")))
                .state(BATCH);
        assertThat(requireNonNull(batch.steps().get("harvest")).parameters().get("population_doubling_time"))
                .isEqualByComparingTo("32");
    }

    @Test
    void doublingsAreUnknownWithoutACountAtTransduction() {
        Batch batch = Batches.opened(BATCH)
                .act("2026-02-25T03:00:00Z", harvest("6400"))
                .state(BATCH);
        assertThat(batch.populationDoublings()).isNull();
        assertThat(requireNonNull(batch.steps().get("harvest")).parameters()).doesNotContainKey("population_doublings");

        Folding none = Batches.opened(BATCH)
                .act("2026-02-18T02:00:00Z", vector("10"))
                .act("2026-02-18T03:00:00Z", transduce("0", "4"))
                .act("2026-02-25T03:00:00Z", harvest("6400"));
        assertThat(none.state(BATCH).populationDoublings()).isNull();
    }

    @Test
    void vectorIsUsedUpAndStandsAmongTheMaterials() {
        Folding fold = Batches.opened(BATCH).act("2026-02-18T02:00:00Z", vector("10"));
        fold.act("2026-02-18T03:00:00Z", transduce("200", "4"));
        assertThat(fold.state(VECTOR).remaining()).isEqualByComparingTo("6");
        assertThat(fold.state(VECTOR).status()).isEqualTo(MaterialLot.Status.QUARANTINE);
        assertThat(fold.state(BATCH).materials())
                .extracting(Batch.MaterialUse::lot, Batch.MaterialUse::step)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(VECTOR, Batch.ProcessStep.TRANSDUCTION));

        fold.act("2026-02-18T04:00:00Z", transduce("200", "6"));
        assertThat(fold.state(VECTOR).status()).isEqualTo(MaterialLot.Status.EXHAUSTED);
    }

    @Test
    void latestInProcessValueCountsAndAllAreKept() {
        Folding fold = Batches.opened(BATCH)
                .act("2026-02-18T02:00:00Z", vector("10"))
                .act("2026-02-18T03:00:00Z", transduce("200", "4"))
                .act("2026-02-20T03:00:00Z", counted(3, "410"))
                .act("2026-02-22T03:00:00Z", counted(5, "1500"));
        Batch batch = fold.state(BATCH);
        assertThat(batch.stage()).isEqualTo(Batch.Stage.EXPANDING);
        assertThat(batch.viableCells()).isEqualByComparingTo("1500");
        assertThat(requireNonNull(batch.inProcess().get("viable_cells")).value())
                .isEqualByComparingTo("1500");
        assertThat(batch.controls()).extracting(Batch.Control::value).containsExactly(dec("410"), dec("1500"));
        assertThat(batch.transductionEfficiency()).isNull();
    }

    @Test
    void roomIsTakenByTheBatchUntilItIsClearedAgain() {
        Folding fold = Batches.opened(BATCH);
        assertThat(fold.state(Batches.AREA).clearedFor()).isEqualTo(BATCH);
        assertThat(fold.state(Batches.AREA).clearance()).isNull();

        fold.act("2026-02-26T03:00:00Z", new ClearLine(Batches.AREA, true, true, true, true, "hydrogen peroxide"));
        Area area = fold.state(Batches.AREA);
        assertThat(area.clearedFor()).isNull();
        assertThat(requireNonNull(area.clearance()).after()).isEqualTo(BATCH);
    }

    @Test
    void everyPerformerStandsOnceAmongTheMakers() {
        Folding fold = Batches.opened(BATCH)
                .act("2026-02-20T03:00:00Z", Folding.ANOTHER, counted(3, "410"))
                .act("2026-02-22T03:00:00Z", counted(5, "1500"));
        assertThat(fold.state(BATCH).performers()).isEqualTo(List.of(Folding.OPERATOR, Folding.ANOTHER));
    }

    @Test
    void deviationHoldsUpEachOfItsBatchesUntilItIsClosed() {
        Ref<Deviation> deviation = new Ref<>("deviation", "X1");
        Ref<Deviation> second = new Ref<>("deviation", "X2");
        Folding fold = Batches.opened(BATCH);
        Batches.open(fold, OTHER);
        List<Ref<Batch>> both = List.of(BATCH, OTHER);
        fold.act("2026-02-20T03:00:00Z", deviation(deviation, both))
                .act("2026-02-20T04:00:00Z", deviation(second, List.of(BATCH)));
        assertThat(fold.state(BATCH).openDeviations()).containsExactly(deviation, second);
        assertThat(fold.state(OTHER).openDeviations()).containsExactly(deviation);

        fold.act("2026-02-21T03:00:00Z", new CloseDeviation(deviation, both, "retrained"));
        assertThat(fold.state(BATCH).openDeviations()).containsExactly(second);
        assertThat(fold.state(OTHER).openDeviations()).isEmpty();
        assertThat(fold.state(OTHER).deviations()).containsExactly(deviation);
        assertThat(fold.state(deviation).status()).isEqualTo(Deviation.Status.CLOSED);
    }

    private static OpenDeviation deviation(Ref<Deviation> ref, List<Ref<Batch>> batches) {
        return new OpenDeviation(ref, BATCH, batches, null, "incubator door open", START, Deviation.Severity.MINOR);
    }

    private static RecordInProcess counted(int day, String cells) {
        return new RecordInProcess(
                BATCH,
                DEVICE,
                "YX26-0001-7Q",
                START,
                day,
                List.of(new RecordInProcess.Finding("viable_cells", dec(cells), "10*6", null, "image cytometry")));
    }

    private static TransduceCells transduce(String cells, String volume) {
        return new TransduceCells(
                BATCH, VECTOR, DEVICE, "YX26-0001-7Q", START, END, dec(cells), dec("95"), dec(volume), dec("4"));
    }

    private static HarvestCells harvest(String cells) {
        return new HarvestCells(BATCH, DEVICE, "YX26-0001-7Q", START, END, dec(cells), dec("94"));
    }

    private static ReceiveLot vector(String volume) {
        return new ReceiveLot(
                VECTOR,
                "lentiviral vector",
                MaterialLot.Category.VIRAL_VECTOR,
                MaterialLot.Use.RAW_MATERIAL,
                "LV-1",
                SITE,
                SITE,
                LocalDate.parse("2027-01-01"),
                dec(volume),
                "mL",
                "C-1",
                "LV-1",
                List.of(ReceiveLot.Origin.RECOMBINANT),
                null,
                MaterialLot.Grade.GMP,
                "no pharmacopoeial grade exists",
                MaterialLot.Risk.HIGH,
                true,
                false,
                "made for this product",
                dec("-90"),
                dec("-60"),
                dec("-75"),
                true,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    /** A batch opened in a room, and what it needs. */
    private static final class Batches {

        static final Ref<Area> AREA = new Ref<>("area", "R1");

        static Folding opened(Ref<Batch> batch) {
            Folding fold = new Folding();
            fold.act("2026-02-16T01:00:00Z", new World(AREA));
            open(fold, batch);
            return fold;
        }

        static void open(Folding fold, Ref<Batch> batch) {
            Ref<Product> product = new Ref<>("product", "T1");
            fold.act(
                    "2026-02-17T01:00:00Z",
                    new OpenBatch(
                            batch, World.COLLECTION, AREA, "26001", product, SITE, null, "YX26-0001-7Q", null, null));
        }
    }
}
