package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.kinetics.KineticParameters.Administration;
import org.opencgt.science.kinetics.KineticParameters.SteadyState;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/**
 * The doses that subjects were given, and the analysis of the time after each. A later dose starts the clock anew: its curve
 * has the last sample before it and those up to the next dose, with times since the dose.
 */
public final class RepeatedDoses {

    /** A dose as it was given; {@code time} is that of the samples. */
    public record Dose(double time, double amount, double infusion) {

        public Dose {
            Check.finite(KineticsQuantity.TIME, time);
            Check.positive(KineticsQuantity.DOSE, amount);
            Check.notNegative(KineticsQuantity.INFUSION, infusion);
        }
    }

    private final Map<String, List<Dose>> doses;

    private RepeatedDoses(Map<String, List<Dose>> doses) {
        this.doses = doses;
    }

    /** Doses by subject, in any order. */
    public static RepeatedDoses of(Map<String, List<Dose>> doses) {
        Map<String, List<Dose>> sorted = new LinkedHashMap<>();
        doses.forEach((subject, own) -> sorted.put(
                subject,
                own.stream().sorted(Comparator.comparingDouble(Dose::time)).toList()));
        return new RepeatedDoses(sorted);
    }

    /**
     * Doses in a table, one a row.
     *
     * @param infusion column with durations; empty if all are injections
     * @throws BadInput naming the line, if a subject, a time or a dose is missing, a dose is not positive, or two are at one time
     */
    public static RepeatedDoses read(Table table, String subject, String time, String amount, String infusion) {
        TextColumn subjects = table.text(subject);
        NumberColumn times = table.numbers(time);
        NumberColumn amounts = table.numbers(amount);
        NumberColumn durations = infusion.isEmpty() ? null : table.numbers(infusion);
        Map<String, List<Dose>> doses = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = subjects.get(row);
            if (name == null) {
                throw table.at(row, subject, KineticsFault.SUBJECT_MISSING).asException();
            }
            if (times.isMissing(row)) {
                throw table.at(row, time, KineticsFault.DOSE_TIME_MISSING).asException();
            }
            if (!(amounts.get(row) > 0)) {
                throw table.at(row, amount, KineticsFault.DOSE_NOT_POSITIVE).asException();
            }
            List<Dose> own = doses.computeIfAbsent(name, unseen -> new ArrayList<>());
            double at = times.get(row);
            if (own.stream().anyMatch(dose -> dose.time == at)) {
                throw table.at(row, time, KineticsFault.TWO_DOSES_AT_ONE_TIME)
                        .with("subject", name)
                        .asException();
            }
            double duration = durations == null || durations.isMissing(row) ? 0 : durations.get(row);
            own.add(new Dose(at, amounts.get(row), duration));
        }
        return of(doses);
    }

    /**
     * The parameters after each dose of each curve, in order. A subject without a dose has one row that says so.
     *
     * @param tau interval after the last dose, where it is known; NaN otherwise, and it then is the one before it
     * @throws BadInput if a dose was given to somebody who has no samples
     */
    public List<KineticParameters> analyse(NonCompartmental analysis, List<Curve> curves, double tau) {
        refuseDosesWithoutSamples(curves);
        List<KineticParameters> rows = new ArrayList<>();
        for (Curve curve : curves) {
            List<Dose> own = doses.getOrDefault(curve.subject(), List.of());
            if (own.isEmpty()) {
                rows.add(analysis.analyse(curve).withoutDose());
                continue;
            }
            double first = Double.NaN;
            for (int i = 0; i < own.size(); i++) {
                Dose dose = own.get(i);
                boolean last = i == own.size() - 1;
                double next = last ? Double.POSITIVE_INFINITY : own.get(i + 1).time;
                double interval =
                        !last ? next - dose.time : !Double.isNaN(tau) || i == 0 ? tau : dose.time - own.get(i - 1).time;
                KineticParameters row = analysis.analyse(
                        curve.afterDose(dose.time, next), new Dosing(dose.amount, dose.infusion, interval));
                SteadyState steady = row.steadyState();
                if (steady != null) {
                    first = i == 0 ? steady.aucTau() : first;
                    row = row.withSteadyState(steady.comparedWith(first));
                }
                rows.add(row.withAdministration(new Administration(i + 1, dose.time)));
            }
        }
        return List.copyOf(rows);
    }

    private void refuseDosesWithoutSamples(List<Curve> curves) {
        List<String> unknown = new ArrayList<>(doses.keySet());
        unknown.removeAll(curves.stream().map(Curve::subject).toList());
        if (!unknown.isEmpty()) {
            throw Fault.of(KineticsFault.DOSES_WITHOUT_SAMPLES)
                    .with("subjects", String.join(", ", unknown.subList(0, Math.min(10, unknown.size()))))
                    .with("n", unknown.size())
                    .asException();
        }
    }
}
