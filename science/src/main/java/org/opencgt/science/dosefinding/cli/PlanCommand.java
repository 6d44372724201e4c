package org.opencgt.science.dosefinding.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.administration.StaggeredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code dose plan}. */
@Command(name = "plan")
final class PlanCommand extends Analysis {

    /** Reads a date such as {@code 2026-03-02}. */
    static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(text);
            }
        }
    }

    @Option(names = "--cohorts", paramLabel = "N")
    int cohorts = 1;

    @Option(names = "--cohort", paramLabel = "N")
    int cohort = 3;

    @Option(names = "--sentinel", paramLabel = "DAYS")
    double sentinel;

    @Option(names = "--stagger", paramLabel = "DAYS")
    double stagger;

    @Option(names = "--window", paramLabel = "DAYS")
    double window = CalendarOptions.DEFAULT_WINDOW;

    @Option(names = "--review", paramLabel = "DAYS")
    double review;

    @Option(names = "--first", paramLabel = "DATE", converter = DateConverter.class)
    @Nullable
    LocalDate first;

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Planned> rows = new StaggeredPlan(cohorts, cohort, sentinel, stagger, window, review)
                .infusions().stream()
                        .map(infusion -> Planned.of(infusion, first))
                        .toList();
        return Finding.of(Planned.class, rows);
    }
}
