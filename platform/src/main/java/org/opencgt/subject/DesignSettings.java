package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Impossible;
import org.opencgt.act.In;
import org.opencgt.act.Text;
import org.opencgt.science.BadInput;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.Boin12;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.Utility;

/**
 * The dose-finding design that a protocol has chosen, with its settings. What is left out is as the design's authors recommend; a
 * setting of another design is refused, so that none goes unheeded.
 *
 * @param target probability of dose-limiting toxicity that is aimed at; of TEPI the highest acceptable one
 * @param subtherapeutic BOIN, BOIN12: the highest probability that calls for escalation (φ1)
 * @param overtoxic BOIN, BOIN12: the lowest probability that calls for de-escalation (φ2)
 * @param marginBelow mTPI, mTPI-2, keyboard: the target interval begins so far below the target (ε1)
 * @param marginAbove and ends so far above (ε2)
 * @param eliminationCutoff a dose and all above are given up if Pr(toxicity &gt; target | data) exceeds this
 * @param extraSafetyOffset BOIN: the trial ends at the lowest dose already above cut-off − offset; absent: no such rule
 * @param deescalation 3+3: whether doses can be given again after a higher one
 * @param leastEfficacy TEPI, BOIN12: least acceptable probability of response
 * @param futilityCutoff a dose is given up if Pr(response &lt; least | data) exceeds this
 * @param toxicityCuts TEPI: where the intervals of toxicity meet
 * @param efficacyCuts TEPI: where the intervals of efficacy meet
 * @param actions TEPI: E, S or D by interval of toxicity, lowest first, and of efficacy, such as {@code EEEE/EEES/DSSS/DDDD}
 * @param utilities TEPI, BOIN12: of response without toxicity, neither, both, toxicity alone; 0 to 100
 * @param rows of a custom table
 */
public record DesignSettings(
        Name name,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal target,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal subtherapeutic,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal overtoxic,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal marginBelow,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal marginAbove,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal eliminationCutoff,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal extraSafetyOffset,
        @Nullable Boolean deescalation,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal leastEfficacy,
        @Nullable @In(value = "1", min = "0", max = "1") BigDecimal futilityCutoff,
        List<BigDecimal> toxicityCuts,
        List<BigDecimal> efficacyCuts,

        @Nullable @Text(max = 100, pattern = "[ESD]+(/[ESD]+)*")
        String actions,

        List<BigDecimal> utilities,
        List<Row> rows) {

    /** The designs. */
    public enum Name {
        THREE_PLUS_THREE,
        MTPI,
        MTPI2,
        KEYBOARD,
        BOIN,
        TEPI,
        BOIN12,
        CUSTOM
    }

    /**
     * A row of a custom table.
     *
     * @param patients evaluable at the dose
     * @param decisions for 0, 1, 2 … toxicities: E, S, D or DU, separated by commas
     */
    public record Row(
            @In(value = "1", min = "1", max = "200") int patients,

            @Text(max = 600, pattern = "(E|S|D|DU)(,(E|S|D|DU))*")
            String decisions) {

        List<Decision> cells() {
            return Arrays.stream(decisions.split(","))
                    .map(code -> Decision.ofCode(code).orElseThrow())
                    .toList();
        }
    }

    /** @throws BadInput if the settings are impossible, or not the design's own */
    public DesignSettings {
        toxicityCuts = List.copyOf(toxicityCuts);
        efficacyCuts = List.copyOf(efficacyCuts);
        utilities = List.copyOf(utilities);
        rows = List.copyOf(rows);
        refuseForeign(
                name,
                Map.ofEntries(
                        Map.entry("target", target != null),
                        Map.entry("subtherapeutic", subtherapeutic != null),
                        Map.entry("overtoxic", overtoxic != null),
                        Map.entry("marginBelow", marginBelow != null),
                        Map.entry("marginAbove", marginAbove != null),
                        Map.entry("eliminationCutoff", eliminationCutoff != null),
                        Map.entry("extraSafetyOffset", extraSafetyOffset != null),
                        Map.entry("deescalation", deescalation != null),
                        Map.entry("leastEfficacy", leastEfficacy != null),
                        Map.entry("futilityCutoff", futilityCutoff != null),
                        Map.entry("toxicityCuts", !toxicityCuts.isEmpty()),
                        Map.entry("efficacyCuts", !efficacyCuts.isEmpty()),
                        Map.entry("actions", actions != null),
                        Map.entry("utilities", !utilities.isEmpty()),
                        Map.entry("rows", !rows.isEmpty())));
        design(
                name,
                target,
                subtherapeutic,
                overtoxic,
                marginBelow,
                marginAbove,
                eliminationCutoff,
                extraSafetyOffset,
                deescalation,
                leastEfficacy,
                futilityCutoff,
                toxicityCuts,
                efficacyCuts,
                actions,
                utilities,
                rows);
    }

    /** The rules of the design. */
    public Design design() {
        return design(
                name,
                target,
                subtherapeutic,
                overtoxic,
                marginBelow,
                marginAbove,
                eliminationCutoff,
                extraSafetyOffset,
                deescalation,
                leastEfficacy,
                futilityCutoff,
                toxicityCuts,
                efficacyCuts,
                actions,
                utilities,
                rows);
    }

    private static Design design(
            Name name,
            @Nullable BigDecimal target,
            @Nullable BigDecimal subtherapeutic,
            @Nullable BigDecimal overtoxic,
            @Nullable BigDecimal marginBelow,
            @Nullable BigDecimal marginAbove,
            @Nullable BigDecimal eliminationCutoff,
            @Nullable BigDecimal extraSafetyOffset,
            @Nullable Boolean deescalation,
            @Nullable BigDecimal leastEfficacy,
            @Nullable BigDecimal futilityCutoff,
            List<BigDecimal> toxicityCuts,
            List<BigDecimal> efficacyCuts,
            @Nullable String actions,
            List<BigDecimal> utilities,
            List<Row> rows) {
        return switch (name) {
            case THREE_PLUS_THREE -> new ThreePlusThree(Boolean.TRUE.equals(deescalation));
            case MTPI, MTPI2, KEYBOARD ->
                new IntervalDesign(
                        IntervalDesign.Kind.valueOf(name.name()),
                        aim(target),
                        or(marginBelow, IntervalDesign.DEFAULT_MARGIN),
                        or(marginAbove, IntervalDesign.DEFAULT_MARGIN),
                        or(eliminationCutoff, IntervalDesign.DEFAULT_CUTOFF));
            case BOIN -> boin(target, subtherapeutic, overtoxic, eliminationCutoff, extraSafetyOffset);
            case TEPI -> {
                Tepi usual = toxicityCuts.isEmpty() && efficacyCuts.isEmpty()
                        ? Tepi.withDefaults(aim(target), or(leastEfficacy, Tepi.PAPER_LEAST_EFFICACY))
                        : Tepi.ofPaper();
                yield new Tepi(
                        aim(target),
                        or(leastEfficacy, Tepi.PAPER_LEAST_EFFICACY),
                        toxicityCuts.isEmpty() ? usual.toxicityCuts() : doubles(toxicityCuts),
                        efficacyCuts.isEmpty() ? usual.efficacyCuts() : doubles(efficacyCuts),
                        actions == null ? usual.actions() : Tepi.actions(actions),
                        or(eliminationCutoff, Tepi.DEFAULT_TOXICITY_CUTOFF),
                        or(futilityCutoff, Tepi.DEFAULT_FUTILITY_CUTOFF),
                        utility(utilities));
            }
            case BOIN12 ->
                new Boin12(
                        boin(target, subtherapeutic, overtoxic, eliminationCutoff, null),
                        or(leastEfficacy, Boin12.DEFAULT_LEAST_EFFICACY),
                        or(futilityCutoff, Boin12.DEFAULT_FUTILITY_CUTOFF),
                        utility(utilities),
                        Boin12.DEFAULT_SAFE_PATIENTS,
                        Boin12.DEFAULT_EXPLORE_PATIENTS);
            case CUSTOM -> {
                Map<Integer, List<Decision>> table = new HashMap<>();
                for (Row row : rows) {
                    if (table.put(row.patients(), row.cells()) != null) {
                        throw new Impossible("design-rows-twice", row.patients());
                    }
                }
                if (table.isEmpty()) {
                    throw new Impossible("design-needs-table");
                }
                yield new CustomTable(table, aim(target));
            }
        };
    }

    private static Boin boin(
            @Nullable BigDecimal target,
            @Nullable BigDecimal subtherapeutic,
            @Nullable BigDecimal overtoxic,
            @Nullable BigDecimal eliminationCutoff,
            @Nullable BigDecimal extraSafetyOffset) {
        double aim = aim(target);
        return new Boin(
                aim,
                or(subtherapeutic, 0.6 * aim),
                or(overtoxic, 1.4 * aim),
                or(eliminationCutoff, Boin.DEFAULT_CUTOFF),
                extraSafetyOffset != null,
                or(extraSafetyOffset, Boin.DEFAULT_OFFSET),
                false);
    }

    private static Utility utility(List<BigDecimal> utilities) {
        if (utilities.isEmpty()) {
            return Utility.usual();
        }
        if (utilities.size() != 4) {
            throw new Impossible("design-utilities", utilities.size());
        }
        List<Double> u = doubles(utilities);
        return new Utility(u.get(0), u.get(1), u.get(2), u.get(3));
    }

    private static List<String> known(Name name) {
        return switch (name) {
            case THREE_PLUS_THREE -> List.of("deescalation");
            case MTPI, MTPI2, KEYBOARD -> List.of("target", "marginBelow", "marginAbove", "eliminationCutoff");
            case BOIN -> List.of("target", "subtherapeutic", "overtoxic", "eliminationCutoff", "extraSafetyOffset");
            case TEPI ->
                List.of(
                        "target",
                        "leastEfficacy",
                        "toxicityCuts",
                        "efficacyCuts",
                        "actions",
                        "eliminationCutoff",
                        "futilityCutoff",
                        "utilities");
            case BOIN12 ->
                List.of(
                        "target",
                        "subtherapeutic",
                        "overtoxic",
                        "leastEfficacy",
                        "eliminationCutoff",
                        "futilityCutoff",
                        "utilities");
            case CUSTOM -> List.of("target", "rows");
        };
    }

    private static void refuseForeign(Name name, Map<String, Boolean> given) {
        List<String> known = known(name);
        String foreign = given.entrySet().stream()
                .filter(setting -> setting.getValue() && !known.contains(setting.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw new Impossible("design-foreign-setting", foreign);
        }
    }

    private static double aim(@Nullable BigDecimal target) {
        if (target == null) {
            throw new Impossible("design-needs-target");
        }
        return target.doubleValue();
    }

    private static double or(@Nullable BigDecimal value, double usual) {
        return value == null ? usual : value.doubleValue();
    }

    private static List<Double> doubles(List<BigDecimal> values) {
        return new ArrayList<>(values.stream().map(BigDecimal::doubleValue).toList());
    }

    /** The settings that were given, for people to read. */
    public Map<String, BigDecimal> given() {
        Map<String, @Nullable BigDecimal> all = new java.util.LinkedHashMap<>();
        all.put("target", target);
        all.put("subtherapeutic", subtherapeutic);
        all.put("overtoxic", overtoxic);
        all.put("marginBelow", marginBelow);
        all.put("marginAbove", marginAbove);
        all.put("eliminationCutoff", eliminationCutoff);
        all.put("leastEfficacy", leastEfficacy);
        all.put("futilityCutoff", futilityCutoff);
        return Stream.of(all)
                .flatMap(m -> m.entrySet().stream())
                .filter(e -> e.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> Objects.requireNonNull(e.getValue()),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }
}
