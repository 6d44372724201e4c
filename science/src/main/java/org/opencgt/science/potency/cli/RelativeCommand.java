package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.CurveModel;
import org.opencgt.science.potency.LineAssay;
import org.opencgt.science.potency.Margins;
import org.opencgt.science.potency.ParallelCurves;
import org.opencgt.science.potency.ParallelLines;
import org.opencgt.science.potency.PotencyFlag;
import org.opencgt.science.potency.Preparation;
import org.opencgt.science.potency.QuantalAssay;
import org.opencgt.science.potency.RelativePotency;
import org.opencgt.science.potency.report.RelativeReport;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency relative}. */
@Command(name = "relative")
final class RelativeCommand extends Analysis {

    private static final Set<String> SHOWN = Set.of(
            "test",
            "model",
            "rp",
            "lo_fieller",
            "hi_fieller",
            "lo_delta",
            "hi_delta",
            "parallelism.p",
            "equivalence.equivalent",
            "flags");

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "dose";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "signal";

    @Option(names = "--curve", paramLabel = "COLUMN")
    String curve = "sample";

    @Option(names = "--reference", paramLabel = "NAME")
    String reference = "REF";

    @Option(names = "--model", paramLabel = "4pl|5pl|parallel-line|probit|logit")
    RelativeModel model = RelativeModel.FOUR_PARAMETER;

    @Option(names = "--n", paramLabel = "COLUMN")
    String n = "n";

    @Option(names = "--block", paramLabel = "COLUMN")
    @Nullable
    String block;

    @Option(names = "--weights", paramLabel = "COLUMN")
    @Nullable
    String weights;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--margin-lower", paramLabel = "RATIO")
    double marginLower = 0.8;

    @Option(names = "--margin-upper", paramLabel = "RATIO")
    double marginUpper = 1.25;

    @Option(names = "--require", paramLabel = "none|test|equivalence")
    Requirement require = Requirement.NONE;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[] dose = table.numbers(x).values();
        double[] response = table.numbers(y).values();
        List<@Nullable String> names = Columns.texts(table, curve);
        Margins margins = new Margins(marginLower, marginUpper);
        List<Preparation> preparations =
                Preparation.of(names, reference, dose, response, Columns.weights(table, weights));
        List<RelativePotency> potencies = switch (model) {
            case FOUR_PARAMETER -> ParallelCurves.of(CurveModel.FOUR_PARAMETER, preparations, confidence, margins);
            case FIVE_PARAMETER -> ParallelCurves.of(CurveModel.FIVE_PARAMETER, preparations, confidence, margins);
            case PARALLEL_LINE ->
                ParallelLines.of(
                        LineAssay.of(
                                names, block == null ? null : Columns.texts(table, block), reference, dose, response),
                        confidence,
                        margins);
            case PROBIT, LOGIT -> counts(table, names, dose, response, margins);
        };
        return Finding.of(RelativePotency.class, potencies)
                .inTable(SHOWN::contains)
                .unmet(unmet(potencies))
                .reported(new RelativeReport(preparations, potencies, x, y));
    }

    private List<RelativePotency> counts(
            Table table, List<@Nullable String> names, double[] dose, double[] response, Margins margins) {
        double[] trials = table.numbers(n).values();
        List<@Nullable String> complete = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            boolean isThere = !Double.isNaN(trials[row]) && dose[row] != 0;
            complete.add(isThere ? names.get(row) : null);
        }
        LineAssay assay =
                LineAssay.of(complete, block == null ? null : Columns.texts(table, block), reference, dose, response);
        return QuantalAssay.of(
                assay,
                assay.of(trials),
                model == RelativeModel.PROBIT ? BinomialLink.PROBIT : BinomialLink.LOGIT,
                confidence,
                margins);
    }

    private List<Fault> unmet(List<RelativePotency> potencies) {
        List<Fault> faults = new ArrayList<>();
        for (RelativePotency potency : potencies) {
            if (require == Requirement.TEST && potency.flags().contains(PotencyFlag.NOT_PARALLEL)) {
                faults.add(Fault.of(PotencyCriterion.NOT_PARALLEL)
                        .with("test", potency.test())
                        .with("p", potency.parallelism().p()));
            }
            if (require == Requirement.EQUIVALENCE
                    && (potency.equivalence() == null || !potency.equivalence().equivalent())) {
                faults.add(Fault.of(PotencyCriterion.NOT_EQUIVALENT).with("test", potency.test()));
            }
        }
        return faults;
    }
}
