package org.opencgt.analysis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.subject.MethodEvidence;
import org.opencgt.subject.MethodStudy;
import org.opencgt.subject.MethodStudy.Nature;
import org.opencgt.subject.MethodStudy.Reading;
import org.opencgt.subject.MethodStudy.Side;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Readings of a method's study as tables for the {@code assay} commands: pairs, agreement, replicates of the candidate by run, levels,
 * and detections by level. Replicates are of one sample, so their subject is written {@code method-study:ID/SAMPLE}.
 */
@Configuration(proxyBeanMethods = false)
class MethodTables {

    private static final String KIND = "method-study";

    @Bean
    LedgerTable methodPairs(SubjectReading subjects) {
        return new Readings(
                subjects,
                "method-pairs",
                Set.of("deming", "passing-bablok", "bland-altman", "concordance"),
                Map.of("x", "x", "y", "y"),
                study -> evidence(study).pairs().size() > 1,
                MethodTables::pairs);
    }

    @Bean
    LedgerTable methodAgreement(SubjectReading subjects) {
        return new Readings(
                subjects,
                "method-agreement",
                Set.of("kappa"),
                Map.of("row", "candidate", "col", "reference", "count", "count"),
                study -> has(study, r -> r.side() == Side.REFERENCE && r.detected() != null),
                MethodTables::agreement);
    }

    @Bean
    LedgerTable methodLevels(SubjectReading subjects) {
        return new Readings(
                subjects,
                "method-levels",
                Set.of("accuracy", "linearity"),
                Map.of("level", "x", "value", "y", "series", "run", "x", "x", "y", "y"),
                study -> has(study, MethodTables::level),
                study -> "x,y,run\n"
                        + rows(
                                study,
                                MethodTables::level,
                                r -> plain(r.nominal()) + "," + plain(r.value()) + "," + quoted(r.run())));
    }

    @Bean
    LedgerTable methodDetections(SubjectReading subjects) {
        return new Readings(
                subjects,
                "method-detections",
                Set.of("detection-limit"),
                Map.of("x", "conc", "positives", "pos", "n", "n"),
                study -> has(study, MethodTables::detection),
                MethodTables::detections);
    }

    @Bean
    LedgerTable methodReplicates(SubjectReading subjects) {
        return new Replicates(subjects);
    }

    private static MethodEvidence evidence(MethodStudy study) {
        return new MethodEvidence(study.plan(), study.readings());
    }

    private static boolean has(MethodStudy study, Predicate<Reading> which) {
        return study.readings().stream().anyMatch(which);
    }

    private static boolean level(Reading reading) {
        return reading.nature() == Nature.SPIKED
                && reading.side() == Side.CANDIDATE
                && reading.nominal() != null
                && reading.value() != null;
    }

    private static boolean detection(Reading reading) {
        return reading.nature() == Nature.SPIKED
                && reading.side() == Side.CANDIDATE
                && reading.nominal() != null
                && reading.detected() != null;
    }

    static String pairs(MethodStudy study) {
        return "sample,x,y\n"
                + evidence(study).pairs().stream()
                        .map(p -> quoted(p.sample()) + ","
                                + BigDecimal.valueOf(p.reference()).toPlainString() + ","
                                + BigDecimal.valueOf(p.candidate()).toPlainString() + "\n")
                        .collect(Collectors.joining());
    }

    static String agreement(MethodStudy study) {
        int[] c = evidence(study).detections(EnumSet.of(Nature.ROUTINE, Nature.SPIKED, Nature.NEGATIVE));
        return "candidate,reference,count\ndetected,detected," + c[0] + "\ndetected,not_detected," + c[1]
                + "\nnot_detected,detected," + c[2] + "\nnot_detected,not_detected," + c[3] + "\n";
    }

    static String detections(MethodStudy study) {
        Map<BigDecimal, int[]> levels = new TreeMap<>();
        study.readings().stream().filter(MethodTables::detection).forEach(r -> {
            int[] counts = levels.computeIfAbsent(Objects.requireNonNull(r.nominal()), unseen -> new int[2]);
            counts[0] += Boolean.TRUE.equals(r.detected()) ? 1 : 0;
            counts[1]++;
        });
        return "conc,pos,n\n"
                + levels.entrySet().stream()
                        .map(e -> e.getKey().toPlainString() + "," + e.getValue()[0] + "," + e.getValue()[1] + "\n")
                        .collect(Collectors.joining());
    }

    private static String rows(MethodStudy study, Predicate<Reading> which, Function<Reading, String> row) {
        return study.readings().stream()
                .filter(which)
                .map(r -> row.apply(r) + "\n")
                .collect(Collectors.joining());
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Optional<MethodStudy> study(SubjectReading subjects, String text) {
        try {
            Ref<MethodStudy> ref = Ref.parse(text);
            return ref.kind().equals(KIND)
                    ? subjects.now(ref).map(standing -> (MethodStudy) standing.state())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no reference at all, so none of a study
        }
    }

    private static Map<String, String> known(Verb verb, Map<String, String> settings) {
        Map<String, String> known = new HashMap<>();
        settings.forEach((option, value) -> {
            if (verb.parameter(option).isPresent()) {
                known.put(option, value);
            }
        });
        return Map.copyOf(known);
    }

    private record Readings(
            SubjectReading subjects,
            String name,
            Set<String> verbs,
            Map<String, String> columns,
            Predicate<MethodStudy> holds,
            Function<MethodStudy, String> csv)
            implements LedgerTable {

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("assay") && verbs.contains(verb.name()) ? Optional.of("input") : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            return known(verb, columns);
        }

        @Override
        public List<Of> list(int most) {
            return subjects.find(KIND, "", 0, most).stream()
                    .filter(standing -> standing.state() instanceof MethodStudy study && holds.test(study))
                    .map(standing -> new Of(standing.ref().toString(), ((MethodStudy) standing.state()).title()))
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            return study(subjects, subject)
                    .map(study -> new Asked.TextFile(
                            subject.substring(subject.indexOf(':') + 1) + "-" + name + ".csv",
                            csv.apply(study).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private record Replicates(SubjectReading subjects) implements LedgerTable {

        @Override
        public String name() {
            return "method-replicates";
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("assay") && verb.name().equals("precision")
                    ? Optional.of("input")
                    : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            return known(verb, Map.of("value", "y", "factors", "run"));
        }

        @Override
        public List<Of> list(int most) {
            return subjects.find(KIND, "", 0, most).stream()
                    .flatMap(standing -> standing.state() instanceof MethodStudy study
                            ? samples(study)
                                    .map(sample ->
                                            new Of(standing.ref() + "/" + sample, study.title() + " · " + sample))
                            : Stream.empty())
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            int slash = subject.indexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            String sample = subject.substring(slash + 1);
            return study(subjects, subject.substring(0, slash))
                    .filter(study -> samples(study).anyMatch(sample::equals))
                    .map(study -> new Asked.TextFile(
                            subject.substring(subject.indexOf(':') + 1, slash) + "-replicates.csv",
                            ("run,y\n"
                                            + rows(
                                                    study,
                                                    r -> replicate(r)
                                                            && r.sample().equals(sample),
                                                    r -> quoted(r.run()) + "," + plain(r.value())))
                                    .getBytes(StandardCharsets.UTF_8)));
        }

        private static boolean replicate(Reading reading) {
            return reading.nature() == Nature.PRECISION && reading.side() == Side.CANDIDATE && reading.value() != null;
        }

        private static Stream<String> samples(MethodStudy study) {
            return study.readings().stream()
                    .filter(Replicates::replicate)
                    .map(Reading::sample)
                    .distinct();
        }
    }
}
