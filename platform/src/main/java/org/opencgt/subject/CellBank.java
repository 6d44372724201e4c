package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * A bank of cells of one tier: its plan, its making, its vials with their positions, its tests, and what was taken from it.
 *
 * @param cloneName of the line; absent where the line is not cloned
 * @param parent the bank of the tier above
 * @param replaces the bank that it follows when that runs out
 * @param donors whose cells it holds
 * @param collection from which its cells stem, where they stem from one
 * @param startPassage passage of the cells with which its expansion began
 * @param startDoublings cumulative population doublings at that time
 * @param passage of the frozen cells
 * @param doublings cumulative population doublings of the frozen cells, computed from seeded and harvested cells
 * @param demand vials that the plans ask for
 * @param standard what the bank must meet, by name of the test
 * @param omissions tests of the panel that are left out, each with its reason
 * @param tests latest result by name of the test
 * @param remaining vials that are still stored
 * @param qualifiedUntil last day on which the bank may be used without requalification
 * @param comparability report that compares it with the bank that it replaces
 */
@RecordBuilder
@Subject.Kind(value = "cell-bank", prefix = "BK")
public record CellBank(
        String name,
        Tier tier,
        Status status,
        Ref<Product> product,
        Ref<CellLine> line,
        @Nullable String cloneName,
        @Nullable Ref<CellBank> parent,
        @Nullable Ref<CellBank> replaces,
        Ref<Site> site,
        List<Ref<Donor>> donors,
        @Nullable Ref<Collection> collection,
        @Text(max = 1000, lines = true) String tierRationale,
        @In(value = "1", min = "0") int startPassage,
        @In(value = "1", min = "0") BigDecimal startDoublings,
        @Nullable Integer passage,
        @Nullable @In("1") BigDecimal doublings,
        @In(value = "1", min = "1") int plannedVials,
        @In(value = "1", min = "0") int demand,
        Map<String, Requirement> standard,
        Map<String, String> omissions,
        @Nullable ThawLimit thawLimit,
        @Nullable Preparation preparation,
        List<Ref<MaterialLot>> materials,
        List<Vial> vials,
        int remaining,
        Map<String, TestResult> tests,
        @Nullable Verification verification,
        List<Variation> uniformity,
        List<Withdrawal> withdrawals,
        @Nullable LocalDate qualifiedUntil,
        @Nullable Ref<Document> comparability,
        @Nullable String decision)
        implements Subject, CellBankBuilder.With {

    public enum Tier {
        SEED,
        MASTER,
        WORKING
    }

    public enum Status {
        PLANNED,
        FROZEN,
        RELEASED,
        REJECTED
    }

    /** For what a test speaks (IC-5.1.1.5b). */
    public enum Group {
        SAFETY,
        QUALITY,
        EFFICACY
    }

    /** A test of the bank's standard with its acceptance criterion. */
    public record Requirement(
            Group group,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            List<String> accepted,
            String method) {}

    /** Lowest viability after thawing, and the study of frozen storage from which it follows (CD-5.4.1.5h). */
    public record ThawLimit(
            @In(value = "%", min = "0", max = "100") BigDecimal viability, Ref<Document> stabilityData) {}

    /**
     * How the bank was made.
     *
     * @param batchRecord as reviewed
     */
    public record Preparation(
            Ref<Area> area,
            Instant started,
            Instant finished,
            Ref<? extends Subject> by,
            @In(value = "10*6", min = "0") BigDecimal seededCells,
            @In(value = "10*6", min = "0") BigDecimal harvestedCells,
            @In(value = "1", min = "0") int passages,
            @Nullable Ref<Document> batchRecord) {}

    /**
     * One vial.
     *
     * @param id as it stands on the vial; begins with the name of the bank
     * @param position in the tank: rack, box, place
     */
    public record Vial(
            @Text(max = 60) String id,
            Ref<Equipment> tank,

            @Text(max = 60, pattern = "[A-Za-z0-9]+(-[A-Za-z0-9]+){1,3}")
            String position,

            boolean stored) {}

    /** What a laboratory other than the maker's found (CD-5.8d). */
    public record Verification(
            Ref<Site> laboratory, Ref<Document> report, LocalDate reported, Map<String, String> results) {}

    /**
     * How an attribute varies between the donors of the bank, and the bank's mean against those of the banks before
     * (SC-4.1.1.1.3e). Coefficients of variation are computed, never typed in.
     *
     * @param withinLimit highest coefficient of variation between donors
     * @param betweenLimit largest difference of the bank's mean from that of the earlier banks
     */
    public record Variation(
            String attribute,
            int donors,
            BigDecimal mean,
            @In("%") BigDecimal withinPercent,
            @In("%") BigDecimal withinLimit,
            @Nullable @In("%") BigDecimal betweenPercent,
            @In("%") BigDecimal betweenLimit) {}

    /** Vials taken out. */
    public record Withdrawal(
            Instant at,
            Purpose purpose,
            List<String> vials,
            @Nullable @In("%") BigDecimal viability,
            @Nullable Ref<? extends Subject> into,
            Ref<? extends Subject> by) {}

    public enum Purpose {
        PRODUCTION,
        NEXT_TIER,
        ANCILLARY_USE,
        TESTING,
        REQUALIFICATION,
        DISCARD
    }

    /** The cells are frozen: passage and cumulative doublings follow from the start of the expansion and what was counted. */
    public CellBank frozen(Preparation made, List<Vial> filled, List<Ref<MaterialLot>> used) {
        BigDecimal total =
                made.seededCells().signum() > 0 && made.harvestedCells().signum() > 0
                        ? startDoublings.add(doublings(made.seededCells(), made.harvestedCells()))
                        : null;
        return with(b -> b.status(Status.FROZEN)
                .preparation(made)
                .vials(filled)
                .remaining(filled.size())
                .materials(used)
                .passage(startPassage + made.passages())
                .doublings(total));
    }

    /** {@code log2(harvested / seeded)} to two places. */
    public static BigDecimal doublings(BigDecimal seeded, BigDecimal harvested) {
        return BigDecimal.valueOf(Math.log(harvested.doubleValue() / seeded.doubleValue()) / Math.log(2))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    public CellBank tested(String test, TestResult result) {
        Map<String, TestResult> all = new LinkedHashMap<>(tests);
        all.put(test, result);
        return withTests(all);
    }

    /** The vials leave their positions for good. */
    public CellBank withdrawn(Withdrawal withdrawal) {
        List<Vial> next = vials.stream()
                .map(v -> withdrawal.vials().contains(v.id()) ? new Vial(v.id(), v.tank(), v.position(), false) : v)
                .toList();
        return with(b -> b.vials(next)
                .remaining((int) next.stream().filter(Vial::stored).count())
                .withdrawals(Lists.plus(withdrawals, withdrawal)));
    }
}
