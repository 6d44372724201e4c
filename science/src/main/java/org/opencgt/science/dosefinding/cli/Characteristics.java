package org.opencgt.science.dosefinding.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.calendar.Calendar;
import org.opencgt.science.dosefinding.calendar.CalendarSimulation;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.trial.Enumeration;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.Scenario;
import org.opencgt.science.dosefinding.trial.Simulation;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.random.Replicates;

/** Finds operating characteristics in one of the two ways. What one design's enumeration found serves all its scenarios. */
final class Characteristics {

    private final MethodOptions method;
    private final CalendarOptions time;
    private final Replicates replicates;
    private final Progress progress;
    private final Map<Course, Enumeration> enumerations = new HashMap<>();

    private record Course(Design design, TrialPlan plan, int doses) {}

    Characteristics(MethodOptions method, CalendarOptions time, Replicates replicates, Progress progress) {
        this.method = method;
        this.time = time;
        this.replicates = replicates;
        this.progress = progress;
    }

    OperatingCharacteristics of(Design design, TrialPlan plan, Scenario scenario, double target)
            throws InterruptedException {
        return found(design, plan, scenario, target).named(scenario.name());
    }

    private OperatingCharacteristics found(Design design, TrialPlan plan, Scenario scenario, double target)
            throws InterruptedException {
        Optional<Calendar> calendar = time.calendar(design);
        if (method.isExact()) {
            if (calendar.isPresent()) {
                throw Fault.of(DoseOptionFault.NO_EXACT_TIME).asException();
            }
            progress.advance(method.steps());
            return enumeration(design, plan, scenario.truth().doses()).under(scenario.truth(), target);
        }
        if (calendar.isPresent()) {
            return CalendarSimulation.of(design, plan, calendar.get())
                    .run(scenario.truth(), target, method.trials, replicates, progress);
        }
        return Simulation.of(design, plan).run(scenario.truth(), target, method.trials, replicates, progress);
    }

    private Enumeration enumeration(Design design, TrialPlan plan, int doses) throws InterruptedException {
        Course course = new Course(design, plan, doses);
        Enumeration known = enumerations.get(course);
        if (known == null) {
            known = Enumeration.of(design, plan, doses, Progress.NONE);
            enumerations.put(course, known);
        }
        return known;
    }
}
