package org.opencgt.analysis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.subject.StabilityStudy;
import org.opencgt.subject.StabilityStudy.StudyResult;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Results of studies of stability as tables for the {@code stability} commands. A table is of one test, so that units never mix: its
 * subject is written {@code stability-study:ID/TEST}.
 */
@Configuration(proxyBeanMethods = false)
class StabilityTables {

    private static final String KIND = "stability-study";
    private static final Set<String> VERBS = Set.of("shelf-life", "track");

    @Bean
    LedgerTable stabilityResults(SubjectReading subjects) {
        return new Results(subjects);
    }

    private record Results(SubjectReading subjects) implements LedgerTable {

        @Override
        public String name() {
            return "stability-results";
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("stability") && VERBS.contains(verb.name())
                    ? Optional.of("input")
                    : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            Map<String, String> known = new HashMap<>();
            Map.of("time", "time", "value", "value", "batch", "batch", "condition", "role", "longTerm", "intended")
                    .forEach((option, value) -> {
                        if (verb.parameter(option).isPresent()) {
                            known.put(option, value);
                        }
                    });
            return Map.copyOf(known);
        }

        @Override
        public List<Of> list(int most) {
            return subjects.find(KIND, "", 0, most).stream()
                    .flatMap(standing -> standing.state() instanceof StabilityStudy study
                            ? tests(study)
                                    .map(test -> new Of(standing.ref() + "/" + test, study.title() + " · " + test))
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
            String test = subject.substring(slash + 1);
            return study(subject.substring(0, slash))
                    .filter(study -> tests(study).anyMatch(test::equals))
                    .map(study -> new Asked.TextFile(
                            subject.substring(subject.indexOf(':') + 1, slash) + "-" + test + ".csv",
                            csv(study, test).getBytes(StandardCharsets.UTF_8)));
        }

        private Optional<StabilityStudy> study(String text) {
            try {
                Ref<StabilityStudy> ref = Ref.parse(text);
                return ref.kind().equals(KIND)
                        ? subjects.now(ref).map(standing -> (StabilityStudy) standing.state())
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no reference at all, so none of a study
            }
        }

        /** Those that have numbers. */
        private static Stream<String> tests(StabilityStudy study) {
            return study.results().stream()
                    .filter(result -> result.value() != null)
                    .map(StudyResult::test)
                    .distinct()
                    .sorted();
        }

        /** {@code batch,condition,role,time,value}; {@code role} is the word for what the condition is for. */
        private static String csv(StabilityStudy study, String test) {
            Map<String, String> roles = study.design().conditions().stream()
                    .collect(Collectors.toMap(
                            StabilityStudy.StudyCondition::code,
                            condition -> condition.role().name().toLowerCase(java.util.Locale.ROOT),
                            (first, second) -> first));
            StringBuilder csv = new StringBuilder("batch,condition,role,time,value\n");
            for (StudyResult result : study.results()) {
                BigDecimal value = result.value();
                if (result.test().equals(test) && value != null) {
                    csv.append('"')
                            .append(result.batch().replace("\"", "\"\""))
                            .append("\",")
                            .append(result.condition())
                            .append(',')
                            .append(roles.getOrDefault(result.condition(), ""))
                            .append(',')
                            .append(result.time().toPlainString())
                            .append(',')
                            .append(value.toPlainString())
                            .append('\n');
                }
            }
            return csv.toString();
        }
    }
}
