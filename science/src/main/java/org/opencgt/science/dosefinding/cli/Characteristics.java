package org.opencgt.science.dosefinding.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.calendar.Calendar;
import org.opencgt.science.dosefinding.calendar.CalendarSimulation;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.report.CharacteristicsReport;
import org.opencgt.science.dosefinding.report.TimeSetting;
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

    /**
     * Figures of several designs under the same scenarios, with a report.
     *
     * @param designs by number of doses
     * @param plans by design and number of doses
     */
    Found of(
            IntFunction<List<Design>> designs,
            BiFunction<Design, Integer, TrialPlan> plans,
            List<Scenario> scenarios,
            double target)
            throws InterruptedException {
        List<Design> first = designs.apply(scenarios.getFirst().truth().doses());
        List<TrialPlan> firstPlans = first.stream()
                .map(design -> plans.apply(design, scenarios.getFirst().truth().doses()))
                .toList();
        List<List<OperatingCharacteristics>> byDesign = new ArrayList<>();
        first.forEach(design -> byDesign.add(new ArrayList<>()));
        for (Scenario scenario : scenarios) {
            int doses = scenario.truth().doses();
            List<Design> made = designs.apply(doses);
            for (int i = 0; i < made.size(); i++) {
                TrialPlan plan = plans.apply(made.get(i), doses);
                byDesign.get(i).add(of(made.get(i), plan, scenario, target));
            }
        }
        Map<TimeSetting, Object> timing =
                time.calendar(first.getFirst()).map(TimeSetting::of).orElse(Map.of());
        return new Found(byDesign, new CharacteristicsReport(first, firstPlans, byDesign, target, timing));
    }

    /**
     * What was found.
     *
     * @param figures by design and scenario
     */
    record Found(List<List<OperatingCharacteristics>> figures, CharacteristicsReport report) {}

    private OperatingCharacteristics of(Design design, TrialPlan plan, Scenario scenario, double target)
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
        long steps = method.steps();
        if (known == null) {
            long perCohort = steps / (plan.cohorts() + 1);
            AtomicLong left = new AtomicLong(steps);
            known = Enumeration.of(design, plan, doses, cohorts -> {
                left.addAndGet(-cohorts * perCohort);
                progress.advance(cohorts * perCohort);
            });
            enumerations.put(course, known);
            steps = left.get();
        }
        progress.advance(steps);
        return known;
    }
}
