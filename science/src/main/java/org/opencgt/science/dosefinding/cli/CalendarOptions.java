package org.opencgt.science.dosefinding.cli;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.dosefinding.calendar.Backfill;
import org.opencgt.science.dosefinding.calendar.Calendar;
import org.opencgt.science.dosefinding.calendar.Conduct;
import org.opencgt.science.dosefinding.calendar.Manufacturing;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.TiteBoin;
import picocli.CommandLine.Option;

/** The time side of simulated trials; a mixin. Time plays a part once the rate of patients is given. */
final class CalendarOptions {

    /** Days for which a patient is watched for dose-limiting toxicity; usual for CAR-T cells. */
    static final double DEFAULT_WINDOW = 28;

    private static final double HALF = 0.5;

    @Option(names = "--accrual", paramLabel = "N")
    @Nullable
    Double accrual;

    @Option(names = "--window", paramLabel = "DAYS")
    @Nullable
    Double window;

    @Option(names = "--late-fraction", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double lateFraction;

    @Option(names = "--conduct", paramLabel = "wait|certain|tite")
    @Nullable
    Conduct conduct;

    @Option(names = "--sentinel", paramLabel = "DAYS")
    @Nullable
    Double sentinel;

    @Option(names = "--stagger", paramLabel = "DAYS")
    @Nullable
    Double stagger;

    @Option(names = "--manufacturing", paramLabel = "DAYS")
    @Nullable
    Double manufacturing;

    @Option(names = "--not-made", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double notMade;

    @Option(names = "--below-dose", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double belowDose;

    @Option(names = "--backfill", paramLabel = "N")
    @Nullable
    Integer backfill;

    @Option(names = "--backfill-before-response")
    boolean beforeResponse;

    /** The calendar; empty if time plays no part. */
    Optional<Calendar> calendar(Design design) {
        if (accrual == null) {
            refuseWithoutAccrual();
            return Optional.empty();
        }
        Conduct usual = design instanceof TiteBoin ? Conduct.TITE : Conduct.WAIT;
        return Optional.of(new Calendar(
                accrual,
                Objects.requireNonNullElse(window, DEFAULT_WINDOW),
                Objects.requireNonNullElse(lateFraction, HALF),
                Objects.requireNonNullElse(conduct, usual),
                Objects.requireNonNullElse(sentinel, 0.0),
                Objects.requireNonNullElse(stagger, 0.0),
                new Manufacturing(
                        Objects.requireNonNullElse(manufacturing, 0.0),
                        Objects.requireNonNullElse(notMade, 0.0),
                        Objects.requireNonNullElse(belowDose, 0.0)),
                backfill == null ? null : new Backfill(backfill, !beforeResponse)));
    }

    private void refuseWithoutAccrual() {
        boolean given = window != null
                || lateFraction != null
                || conduct != null
                || sentinel != null
                || stagger != null
                || manufacturing != null
                || notMade != null
                || belowDose != null
                || backfill != null
                || beforeResponse;
        if (given) {
            throw Fault.of(DoseOptionFault.ACCRUAL_NEEDED).asException();
        }
    }
}
