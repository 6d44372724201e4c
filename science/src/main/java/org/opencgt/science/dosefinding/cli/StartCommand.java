package org.opencgt.science.dosefinding.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.report.StartReport;
import org.opencgt.science.dosefinding.startingdose.BodySurfaceScaling;
import org.opencgt.science.dosefinding.startingdose.EffectiveCells;
import org.opencgt.science.dosefinding.startingdose.Species;
import org.opencgt.science.dosefinding.startingdose.StartingDose;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code dose start}. */
@Command(name = "start")
final class StartCommand extends Analysis {

    /** The ways to a starting dose. */
    enum Method {
        BSA,
        EFFECTIVE_CELLS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads {@code bsa} or {@code effective-cells}. */
    static final class MethodConverter implements ITypeConverter<Method> {
        @Override
        public Method convert(String text) {
            return constant(Method.values(), text);
        }
    }

    /** Reads a species such as {@code guinea-pig}. */
    static final class SpeciesConverter implements ITypeConverter<Species> {
        @Override
        public Species convert(String text) {
            return constant(Species.values(), text);
        }
    }

    @Option(names = "--method", paramLabel = "bsa|effective-cells", required = true, converter = MethodConverter.class)
    Method method = Method.BSA;

    @Option(names = "--species", paramLabel = "NAME", converter = SpeciesConverter.class)
    @Nullable
    Species species;

    @Option(
            names = {"--animal-dose", "--dose"},
            paramLabel = "N")
    @Nullable
    Double animalDose;

    @Option(names = "--animal-weight", paramLabel = "KG")
    @Nullable
    Double animalWeight;

    @Option(names = "--exponent", paramLabel = "B")
    @Nullable
    Double exponent;

    @Option(names = "--sensitivity", paramLabel = "B", split = ",")
    List<Double> sensitivity = BodySurfaceScaling.USUAL_EXPONENTS;

    @Option(names = "--indication", paramLabel = "TEXT")
    @Nullable
    String indication;

    @Option(names = "--child")
    boolean child;

    @Option(names = "--weight", paramLabel = "KG")
    @Nullable
    Double weight;

    @Option(names = "--safety-factor", paramLabel = "X")
    @Nullable
    Double safetyFactor;

    @Option(names = "--benchmark-dose", paramLabel = "N", split = ",")
    @Nullable
    List<Double> benchmarkDoses;

    @Option(names = "--benchmark-active", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> benchmarkActive;

    @Option(names = "--benchmark-indication", paramLabel = "TEXT", split = ",")
    @Nullable
    List<String> benchmarkIndications;

    @Option(names = "--benchmark-non-clinical")
    boolean nonClinical;

    @Option(names = "--viability", paramLabel = "F", converter = FractionConverter.class)
    double viability = 1;

    @Option(names = "--active", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double active;

    @Override
    protected Finding find(Surroundings surroundings) {
        Species person = child ? Species.CHILD : Species.HUMAN;
        double kg = Objects.requireNonNullElse(weight, person.weightKg());
        StartingDose start = method == Method.BSA ? scaled(person, kg) : effective(kg);
        return Finding.of(Started.of(method.toString(), indication, start, kg, surroundings.language()))
                .reported(new StartReport(start, indication));
    }

    private StartingDose scaled(Species person, double kg) {
        return new BodySurfaceScaling(
                        needed("--species", species),
                        needed("--animal-dose", animalDose),
                        animalWeight,
                        exponent,
                        person,
                        kg,
                        Objects.requireNonNullElse(safetyFactor, BodySurfaceScaling.DEFAULT_SAFETY_FACTOR))
                .startingDose(sensitivity);
    }

    private StartingDose effective(double kg) {
        List<Double> doses = needed("--benchmark-dose", benchmarkDoses);
        List<Double> fractions = forEach("--benchmark-active", benchmarkActive, doses.size(), 1.0);
        List<@Nullable String> indications =
                forEach("--benchmark-indication", benchmarkIndications, doses.size(), null);
        List<EffectiveCells.Benchmark> benchmarks = new ArrayList<>();
        for (int i = 0; i < doses.size(); i++) {
            benchmarks.add(
                    new EffectiveCells.Benchmark(doses.get(i), fractions.get(i), !nonClinical, indications.get(i)));
        }
        return new EffectiveCells(
                        benchmarks,
                        viability,
                        needed("--active", active),
                        Objects.requireNonNullElse(safetyFactor, 1.0),
                        kg,
                        indication)
                .startingDose();
    }

    /** One value for each benchmark, from one for each or one for all. */
    private static <T extends @Nullable Object> List<T> forEach(
            String option, @Nullable List<? extends T> given, int benchmarks, T usual) {
        if (given == null) {
            return Collections.nCopies(benchmarks, usual);
        }
        if (given.size() != 1 && given.size() != benchmarks) {
            throw Fault.of(DoseOptionFault.VALUES_DO_NOT_FIT)
                    .with("option", option)
                    .with("doses", benchmarks)
                    .with("values", given.size())
                    .asException();
        }
        return given.size() == 1 ? Collections.nCopies(benchmarks, given.getFirst()) : List.copyOf(given);
    }

    private <T> T needed(String option, @Nullable T value) {
        if (value == null) {
            throw Fault.of(DoseOptionFault.NEEDED_FOR_METHOD)
                    .with("option", option)
                    .with("method", method.toString())
                    .asException();
        }
        return value;
    }

    private static <E extends Enum<E>> E constant(E[] values, String text) {
        for (E value : values) {
            if (value.toString().equalsIgnoreCase(text.strip())) {
                return value;
            }
        }
        throw new TypeConversionException(text);
    }
}
