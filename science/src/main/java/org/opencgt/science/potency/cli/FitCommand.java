package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.CurveModel;
import org.opencgt.science.potency.DoseResponse;
import org.opencgt.science.potency.Estimate;
import org.opencgt.science.potency.FittedCurve;
import org.opencgt.science.potency.report.CurveReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency fit}. */
@Command(name = "fit")
final class FitCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "dose";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "signal";

    @Option(names = "--weights", paramLabel = "COLUMN")
    @Nullable
    String weights;

    @Option(names = "--model", paramLabel = "4pl|5pl")
    CurveModel model = CurveModel.FOUR_PARAMETER;

    @Option(names = "--effect", paramLabel = "PERCENT", split = ",")
    List<Double> effects = List.of(10.0, 20.0, 50.0, 80.0, 90.0);

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        DoseResponse data =
                DoseResponse.of(table.numbers(x).values(), table.numbers(y).values(), Columns.weights(table, weights));
        FittedCurve curve = FittedCurve.of(model, data, confidence, effects);
        Finding finding = curve.identifiable() ? Finding.of(curve, Estimate.class, curve.rows()) : Finding.of(curve);
        return finding.unmet(curve.identifiable() ? List.of() : List.of(Fault.of(PotencyCriterion.NO_DOSE_RESPONSE)))
                .reported(new CurveReport(curve, x, y));
    }
}
