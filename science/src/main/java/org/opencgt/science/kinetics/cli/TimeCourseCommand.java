package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.TimeCourse;
import org.opencgt.science.kinetics.report.TimeCourseReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ck time-course}. */
@Command(name = "time-course")
final class TimeCourseCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Curve> curves = curveOptions.curves(curveOptions.table()).curves();
        List<TimeCourse> rows = TimeCourse.of(curves);
        return Finding.of(TimeCourse.class, rows).reported(new TimeCourseReport(curves, rows, unitOptions.units()));
    }
}
