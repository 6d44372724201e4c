package org.opencgt.science.kinetics.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.MethodAgreement;
import org.opencgt.science.kinetics.PairedMethods;
import org.opencgt.science.kinetics.PairedMethods.Measured;
import org.opencgt.science.kinetics.PairedSample;
import org.opencgt.science.kinetics.report.PairedReport;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck paired}: {@code --value} is PCR. */
@Command(name = "paired")
final class PairedCommand extends Analysis {

    private static final Set<String> POSITIVE = Set.of("1", "y", "yes", "true", "pos", "positive", "+", "阳性", "是");
    private static final Set<String> NEGATIVE = Set.of("0", "n", "no", "false", "neg", "negative", "-", "阴性", "否");

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--flow", paramLabel = "COLUMN")
    String flow = "flow";

    @Option(names = "--flow-lloq", paramLabel = "X|COLUMN")
    @Nullable
    String flowLimit;

    @Option(names = "--ada", paramLabel = "COLUMN")
    @Nullable
    String ada;

    @Option(names = "--fold", paramLabel = "N")
    double fold = PairedMethods.DEFAULT.fold();

    @Option(names = "--summary")
    boolean summary;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = curveOptions.table();
        PairedMethods method = new PairedMethods(fold);
        List<PairedSample> samples = method.compare(measured(table));
        List<MethodAgreement> agreement = PairedMethods.agreement(samples);
        Finding finding =
                summary ? Finding.of(MethodAgreement.class, agreement) : Finding.of(PairedSample.class, samples);
        return finding.reported(new PairedReport(samples, method, agreement, unitOptions.units()));
    }

    private List<Measured> measured(Table table) {
        CurveReader pcr = curveOptions.curves(table);
        CurveReader other = curveOptions.curves(table, flow, flowLimit);
        Map<String, Map<Double, Boolean>> antibodies = antibodies(table);
        List<Measured> samples = new ArrayList<>();
        for (int i = 0; i < pcr.curves().size(); i++) {
            Curve one = pcr.curves().get(i);
            Map<Double, Double> first = values(one);
            Map<Double, Double> second = values(other.curves().get(i));
            Map<Double, Boolean> own = antibodies.getOrDefault(one.subject(), Map.of());
            TreeSet<Double> times = new TreeSet<>(first.keySet());
            times.addAll(second.keySet());
            times.addAll(own.keySet());
            for (double time : times) {
                samples.add(new Measured(
                        one.subject(),
                        one.group(),
                        time,
                        first.getOrDefault(time, Double.NaN),
                        second.getOrDefault(time, Double.NaN),
                        own.get(time)));
            }
        }
        return samples;
    }

    private static Map<Double, Double> values(Curve curve) {
        Map<Double, Double> values = new HashMap<>();
        for (int i = 0; i < curve.size(); i++) {
            values.put(curve.time(i), curve.value(i));
        }
        return values;
    }

    private Map<String, Map<Double, Boolean>> antibodies(Table table) {
        Map<String, Map<Double, Boolean>> known = new HashMap<>();
        if (ada == null) {
            return known;
        }
        TextColumn subjects = table.text(curveOptions.subject);
        NumberColumn times = table.numbers(curveOptions.time);
        TextColumn results = table.text(ada);
        for (int row = 0; row < table.rows(); row++) {
            String subject = subjects.get(row);
            String result = results.get(row);
            if (subject == null || result == null || times.isMissing(row)) {
                continue;
            }
            String word = result.strip().toLowerCase(Locale.ROOT);
            if (!POSITIVE.contains(word) && !NEGATIVE.contains(word)) {
                throw table.at(row, ada, KineticsUsage.NOT_POSITIVE_OR_NEGATIVE).asException();
            }
            known.computeIfAbsent(subject, unseen -> new HashMap<>())
                    .merge(times.get(row), POSITIVE.contains(word), Boolean::logicalOr);
        }
        return known;
    }
}
