package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.TimeCourse;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;

/** The report of courses over time. */
public record TimeCourseReport(List<Curve> curves, List<TimeCourse> rows, Units units) implements Content.Source {

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, units);
        CurvePlots plots = new CurvePlots(wording, curves);
        return new Content(
                wording.of(Phrase.TIME_COURSE_TITLE),
                List.of(
                        new Section(wording.of(Phrase.CURVES), plots.all(List.of())),
                        new Section(wording.of(Phrase.SUMMARY_BY_GROUP), table(wording))));
    }

    private List<Block> table(Wording wording) {
        List<Tables.Cell<TimeCourse>> cells = new ArrayList<>();
        if (rows.stream().anyMatch(row -> !row.group().isEmpty())) {
            cells.add(new Tables.Cell<>(wording.of(Phrase.GROUP), false, TimeCourse::group));
        }
        cells.add(cell(wording, "time", TimeCourse::time));
        cells.add(cell(wording, "n", TimeCourse::n));
        cells.add(cell(wording, "below_limit", TimeCourse::belowLimit));
        cells.add(cell(wording, "mean", TimeCourse::mean));
        cells.add(cell(wording, "sd", TimeCourse::sd));
        cells.add(cell(wording, "median", TimeCourse::median));
        cells.add(cell(wording, "q1", TimeCourse::q1));
        cells.add(cell(wording, "q3", TimeCourse::q3));
        cells.add(cell(wording, "min", TimeCourse::min));
        cells.add(cell(wording, "max", TimeCourse::max));
        cells.add(cell(wording, "geometric_mean", TimeCourse::geometricMean));
        cells.add(cell(wording, "geometric_cv_percent", TimeCourse::geometricCvPercent));
        return Tables.of(wording, rows, cells);
    }

    private static Tables.Cell<TimeCourse> cell(Wording wording, String column, ToDoubleFunction<TimeCourse> value) {
        return new Tables.Cell<>(
                wording.label(TimeCourse.class, column), true, row -> wording.number(value.applyAsDouble(row)));
    }
}
