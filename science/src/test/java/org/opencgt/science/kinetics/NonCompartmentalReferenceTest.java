package org.opencgt.science.kinetics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.kinetics.KineticParameters.DoseRelated;
import org.opencgt.science.table.Table;

/** Agreement with PKNCA, and with NonCompart as a second opinion, to 1e-9 relative. */
class NonCompartmentalReferenceTest {

    private static final double RELATIVE = 1e-9;

    private static final Map<String, ToDoubleFunction<KineticParameters>> PKNCA = Map.ofEntries(
            entry("cmax", p -> p.observed().cmax()),
            entry("tmax", p -> p.observed().tmax()),
            entry("tlast", p -> p.observed().tlast()),
            entry("clast.obs", p -> p.observed().clast()),
            entry("auclast", p -> p.areas().auclast()),
            entry("aucall", p -> p.areas().aucall()),
            entry("aucinf.obs", p -> p.areas().aucinfObs()),
            entry("aucinf.pred", p -> p.areas().aucinfPred()),
            entry("aucpext.obs", KineticParameters::aucExtrapolatedPercent),
            entry("aumclast", p -> p.moments().aumclast()),
            entry("aumcinf.obs", p -> p.moments().aumcinfObs()),
            entry("mrt.obs", p -> p.moments().mrtObs()),
            entry("lambda.z", p -> p.terminal().lambdaZ()),
            entry("half.life", p -> p.terminal().halfLife()),
            entry("r.squared", p -> p.terminal().rSquared()),
            entry("adj.r.squared", p -> p.terminal().adjRSquared()),
            entry("lambda.z.n.points", NonCompartmentalReferenceTest::points),
            entry("lambda.z.time.first", p -> p.terminal().lambdaZStart()),
            entry("lambda.z.time.last", p -> p.terminal().lambdaZEnd()),
            entry("clast.pred", p -> p.terminal().clastPred()),
            entry("span.ratio", p -> p.terminal().spanRatio()),
            entry("cl.obs", p -> dosed(p, DoseRelated::clObs)),
            entry("vz.obs", p -> dosed(p, DoseRelated::vzObs)),
            entry("aucint.last", NonCompartmentalReferenceTest::interval),
            entry("aucint.all", NonCompartmentalReferenceTest::interval),
            entry("aucint.inf.obs", NonCompartmentalReferenceTest::interval));

    private static final Map<String, ToDoubleFunction<KineticParameters>> NON_COMPART = Map.ofEntries(
            entry("b0", p -> p.terminal().lambdaZIntercept()),
            entry("CMAX", p -> p.observed().cmax()),
            entry("CMAXD", p -> dosed(p, DoseRelated::cmaxPerDose)),
            entry("TMAX", p -> p.observed().tmax()),
            entry("CLST", p -> p.observed().clast()),
            entry("CLSTP", p -> p.terminal().clastPred()),
            entry("TLST", p -> p.observed().tlast()),
            entry("LAMZHL", p -> p.terminal().halfLife()),
            entry("LAMZ", p -> p.terminal().lambdaZ()),
            entry("LAMZLL", p -> p.terminal().lambdaZStart()),
            entry("LAMZUL", p -> p.terminal().lambdaZEnd()),
            entry("LAMZNPT", NonCompartmentalReferenceTest::points),
            entry("CORRXY", p -> -Math.sqrt(p.terminal().rSquared())),
            entry("R2", p -> p.terminal().rSquared()),
            entry("R2ADJ", p -> p.terminal().adjRSquared()),
            entry("AUCLST", p -> p.areas().auclast()),
            entry("AUCIFO", p -> p.areas().aucinfObs()),
            entry("AUCIFOD", p -> dosed(p, DoseRelated::aucinfObsPerDose)),
            entry("AUCIFP", p -> p.areas().aucinfPred()),
            entry("AUCIFPD", p -> dosed(p, DoseRelated::aucinfPredPerDose)),
            entry("AUCPEO", KineticParameters::aucExtrapolatedPercent),
            entry("AUCPEP", p -> p.moments().aucExtrapolatedPercentPred()),
            entry("AUMCLST", p -> p.moments().aumclast()),
            entry("AUMCIFO", p -> p.moments().aumcinfObs()),
            entry("AUMCIFP", p -> p.moments().aumcinfPred()),
            entry("MRTEVLST", p -> p.moments().mrtLast()),
            entry("MRTEVIFO", p -> p.moments().mrtObs()),
            entry("MRTEVIFP", p -> p.moments().mrtPred()));

    @ParameterizedTest
    @CsvSource({"LIN_UP_LOG_DOWN,linuplogdown", "LINEAR,linear", "LIN_LOG,linlog"})
    void theophyllineToInfinity(AucRule rule, String file) {
        NonCompartmental analysis = NonCompartmental.withDefaults().withAucRule(rule);

        int compared = compare("theoph_" + file, "Subject", PKNCA, theophylline(analysis, Double.NaN), Set.of());

        assertThat(compared).isEqualTo(12 * 22);
    }

    @ParameterizedTest
    @CsvSource({"LIN_UP_LOG_DOWN,linuplogdown", "LINEAR,linear", "LIN_LOG,linlog"})
    void theophyllineOfTheFirstTwelveHours(AucRule rule, String file) {
        NonCompartmental analysis = NonCompartmental.withDefaults()
                .withAucRule(rule)
                .withInterval(new Interval(0, 12))
                .withAreaOver(new Interval(0, 12));

        int compared =
                compare("theoph_" + file + "_0_12", "Subject", PKNCA, theophylline(analysis, Double.NaN), Set.of());

        assertThat(compared).isEqualTo(12 * 16);
    }

    @ParameterizedTest
    @CsvSource({"LIN_UP_LOG_DOWN,log", "LINEAR,linear"})
    void theophyllineByNonCompart(AucRule rule, String file) {
        NonCompartmental analysis =
                NonCompartmental.withDefaults().withAucRule(rule).withTerminalRule(TerminalRule.parse("falling"));

        int compared = compare("theoph_noncompart_" + file, "ID", NON_COMPART, theophylline(analysis, 320), Set.of());

        assertThat(compared).isEqualTo(12 * NON_COMPART.size());
    }

    @ParameterizedTest
    @CsvSource({
        "'first=keep,middle=drop,last=keep', pknca_default",
        "keep, first_keep_last_drop_middle_keep",
        "drop, drop_all"
    })
    void carTToInfinity(String rule, String file) {
        NonCompartmental analysis = NonCompartmental.withDefaults().withBelowLimitRule(BelowLimitRule.parse(rule));

        for (String column : List.of("DV", "DV0")) {
            int compared = compare("cart_full_blq_" + file, "ID", PKNCA, carT(analysis, column), Set.of());

            assertThat(compared).isEqualTo(30 * 16);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'first=keep,middle=drop,last=keep', pknca_default",
        "keep, first_keep_last_drop_middle_keep",
        "drop, drop_all"
    })
    void carTOfTheFirstFourWeeks(String rule, String file) {
        NonCompartmental analysis = NonCompartmental.withDefaults()
                .withBelowLimitRule(BelowLimitRule.parse(rule))
                .withInterval(new Interval(0, 28))
                .withAreaOver(new Interval(0, 28));

        compare("cart_0_28_blq_" + file, "ID", PKNCA, carT(analysis, "DV"), Set.of("aucint.all"));
        int compared = compare(
                "cart_0_28_blq_" + file,
                "ID",
                PKNCA,
                carT(analysis.withTailRule(TailRule.ALL), "DV"),
                Set.of("aucint.last"));

        assertThat(compared).isEqualTo(30 * 6 - (rule.equals("drop") ? 0 : 1));
    }

    @Test
    void carTByNonCompartWhereNoResultInMidProfileIsBelowTheLimit() {
        NonCompartmental analysis = NonCompartmental.withDefaults()
                .withTerminalRule(TerminalRule.parse("falling"))
                .withStartRule(StartRule.ZERO);
        Map<String, KineticParameters> results = carT(analysis, "DV");
        Map<String, KineticParameters> comparable = new HashMap<>(results);
        comparable.values().removeIf(p -> p.has(KineticFlag.BELOW_LIMIT_BETWEEN));

        int compared =
                compare("cart_noncompart_log", "ID", NON_COMPART, comparable, Set.of("CMAXD", "AUCIFOD", "AUCIFPD"));

        assertThat(results.size() - comparable.size()).isEqualTo(5);
        assertThat(compared).isEqualTo(25 * (NON_COMPART.size() - 3));
    }

    @ParameterizedTest
    @CsvSource({"lin up/log down,LIN_UP_LOG_DOWN", "linear,LINEAR"})
    void edgeCases(String method, AucRule rule) {
        NonCompartmental whole = NonCompartmental.withDefaults().withAucRule(rule);
        NonCompartmental month = whole.withInterval(new Interval(0, 28)).withAreaOver(new Interval(0, 28));

        int compared = 0;
        for (Row row : expected("edge_cases", "case")) {
            if (row.text("method").equals(method)) {
                NonCompartmental analysis = row.text("end").equals("Inf") ? whole : month;
                analysis = row.text("PPTESTCD").equals("aucint.all") ? analysis.withTailRule(TailRule.ALL) : analysis;
                Map<String, KineticParameters> results = results(
                        analysis, NcaReference.curves("edge_cases.csv", "case", "t", "c", Double.NaN), Dosing.NONE);
                compared += check(row, "PPTESTCD", "PPORRES", PKNCA, results);
            }
        }

        assertThat(compared).isEqualTo(230);
    }

    // --- What is compared ---

    private static Map<String, KineticParameters> theophylline(NonCompartmental analysis, double dose) {
        Map<String, KineticParameters> results = new HashMap<>();
        Table table = NcaReference.table("in/theoph.csv");
        List<Curve> curves = NcaReference.curves("theoph.csv", "Subject", "Time", "conc", Double.NaN);
        int samples = table.rows() / curves.size();
        for (int i = 0; i < curves.size(); i++) {
            double amount = Double.isNaN(dose) ? table.numbers("Dose").get(i * samples) : dose;
            results.put(curves.get(i).subject(), analysis.analyse(curves.get(i), Dosing.of(amount)));
        }
        return results;
    }

    private static Map<String, KineticParameters> carT(NonCompartmental analysis, String column) {
        double limit = column.equals("DV") ? 50 : Double.NaN;
        return results(
                analysis, NcaReference.curves("cart_copies_per_ug.csv", "ID", "TIME", column, limit), Dosing.NONE);
    }

    private static Map<String, KineticParameters> results(
            NonCompartmental analysis, List<Curve> curves, Dosing dosing) {
        return curves.stream()
                .map(curve -> analysis.analyse(curve, dosing))
                .collect(Collectors.toMap(KineticParameters::subject, p -> p));
    }

    private record Row(Table table, int row, String subject) {
        String text(String column) {
            return Objects.requireNonNull(number(column));
        }

        @Nullable
        String number(String column) {
            return table.text(column).get(row);
        }
    }

    private static List<Row> expected(String file, String subject) {
        Table table = NcaReference.table("expected/" + file + ".csv");
        return IntStream.range(0, table.rows())
                .mapToObj(i -> new Row(
                        table, i, Objects.requireNonNull(table.text(subject).get(i))))
                .toList();
    }

    private static int compare(
            String file,
            String subject,
            Map<String, ToDoubleFunction<KineticParameters>> parameters,
            Map<String, KineticParameters> results,
            Set<String> left) {
        boolean pknca = parameters == PKNCA;
        int compared = 0;
        for (Row row : expected(file, subject)) {
            String name = row.text(pknca ? "PPTESTCD" : "param");
            if (parameters.containsKey(name) && !left.contains(name) && results.containsKey(row.subject)) {
                compared += check(row, pknca ? "PPTESTCD" : "param", pknca ? "PPORRES" : "value", parameters, results);
            }
        }
        return compared;
    }

    /** 1 if it was compared; 0 where the tool itself failed with a NaN. */
    private static int check(
            Row row,
            String nameColumn,
            String valueColumn,
            Map<String, ToDoubleFunction<KineticParameters>> parameters,
            Map<String, KineticParameters> results) {
        String name = row.text(nameColumn);
        double found = Objects.requireNonNull(parameters.get(name))
                .applyAsDouble(Objects.requireNonNull(results.get(row.subject)));
        String written = row.number(valueColumn);
        String what = row.subject + " " + name;
        if (written == null) {
            assertThat(found).as(what).isNaN();
        } else if (written.equals("NaN")) {
            return 0;
        } else {
            assertThat(found)
                    .as(what)
                    .isCloseTo(Double.parseDouble(written), Percentage.withPercentage(100 * RELATIVE));
        }
        return 1;
    }

    private static double points(KineticParameters p) {
        Integer n = p.terminal().lambdaZN();
        return n == null ? Double.NaN : n;
    }

    private static double interval(KineticParameters p) {
        return p.partialAreas().values().iterator().next();
    }

    private static double dosed(KineticParameters p, ToDoubleFunction<DoseRelated> value) {
        DoseRelated dose = p.doseRelated();
        return dose == null ? Double.NaN : value.applyAsDouble(dose);
    }
}
