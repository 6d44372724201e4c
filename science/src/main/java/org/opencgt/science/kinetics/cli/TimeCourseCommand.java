package org.opencgt.science.kinetics.cli;

import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.TimeCourse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ck time-course}. */
@Command(name = "time-course")
final class TimeCourseCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        return Finding.of(
                TimeCourse.class,
                TimeCourse.of(curveOptions.curves(curveOptions.table()).curves()));
    }
}
