package org.opencgt.analysis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.subject.ProcessMonitoring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The lots that are monitored as tables for the {@code process} commands: all attributes one below the other with their limits, or
 * one attribute, whose subject is written {@code process-monitoring:ID/ATTRIBUTE}.
 */
@Configuration(proxyBeanMethods = false)
class ProcessTables {

    private static final String KIND = "process-monitoring";
    private static final Set<String> OF_ONE = Set.of("chart", "capability", "donors");

    @Bean
    LedgerTable processValues(SubjectReading subjects) {
        return new OfAll(subjects, "process-values", "input") {
            @Override
            String csv(ProcessMonitoring.Control control) {
                return values(control);
            }
        };
    }

    @Bean
    LedgerTable processSpecifications(SubjectReading subjects) {
        return new OfAll(subjects, "process-specifications", "specifications") {
            @Override
            String csv(ProcessMonitoring.Control control) {
                return specifications(control);
            }
        };
    }

    @Bean
    LedgerTable processAttribute(SubjectReading subjects) {
        return new OfOne(subjects);
    }

    static String values(ProcessMonitoring.Control control) {
        StringBuilder csv = new StringBuilder("attribute,lot,value\n");
        for (String attribute : control.attributes().keySet()) {
            control.lots().forEach((lot, line) -> {
                BigDecimal value = line.values().get(attribute);
                if (value != null) {
                    csv.append(attribute)
                            .append(',')
                            .append(quoted(lot))
                            .append(',')
                            .append(plain(value))
                            .append('\n');
                }
            });
        }
        return csv.toString();
    }

    static String specifications(ProcessMonitoring.Control control) {
        StringBuilder csv = new StringBuilder("attribute,lsl,usl\n");
        control.attributes().forEach((attribute, line) -> {
            if (line.n() > 0 && (line.lsl() != null || line.usl() != null)) {
                csv.append(attribute)
                        .append(',')
                        .append(plain(line.lsl()))
                        .append(',')
                        .append(plain(line.usl()))
                        .append('\n');
            }
        });
        return csv.toString();
    }

    static String attribute(
            ProcessMonitoring.Control control, ProcessMonitoring.Variation variation, String attribute) {
        StringBuilder csv = new StringBuilder("lot,x,donor\n");
        control.lots().forEach((lot, line) -> {
            BigDecimal value = line.values().get(attribute);
            if (value != null) {
                csv.append(quoted(lot))
                        .append(',')
                        .append(plain(value))
                        .append(',')
                        .append(
                                variation.donors().containsKey(lot)
                                        ? quoted(variation.donors().getOrDefault(lot, ""))
                                        : "")
                        .append('\n');
            }
        });
        return csv.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<ProcessMonitoring> monitoring(SubjectReading subjects, String text) {
        Ref<ProcessMonitoring> ref;
        try {
            ref = Ref.parse(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no reference at all, so none of a monitoring
        }
        return ref.kind().equals(KIND)
                ? subjects.now(ref)
                        .map(SubjectReading.Standing::state)
                        .filter(ProcessMonitoring.class::isInstance)
                        .map(ProcessMonitoring.class::cast)
                : Optional.empty();
    }

    private static States states(SubjectReading subjects) {
        return ref -> subjects.now(ref).map(SubjectReading.Standing::state).orElse(null);
    }

    private static Stream<SubjectReading.Standing> all(SubjectReading subjects, int most) {
        return subjects.find(KIND, "", 0, most).stream()
                .filter(standing -> standing.state() instanceof ProcessMonitoring);
    }

    private static Asked.TextFile file(String name, String csv) {
        return new Asked.TextFile(name + ".csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private abstract static class OfAll implements LedgerTable {

        private final SubjectReading subjects;
        private final String name;
        private final String option;

        OfAll(SubjectReading subjects, String name, String option) {
            this.subjects = subjects;
            this.name = name;
            this.option = option;
        }

        abstract String csv(ProcessMonitoring.Control control);

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("process") && verb.name().equals("monitor")
                    ? Optional.of(option)
                    : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            return Map.of();
        }

        @Override
        public List<Of> list(int most) {
            return all(subjects, most)
                    .map(standing -> new Of(standing.ref().toString(), ((ProcessMonitoring) standing.state()).title()))
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            return monitoring(subjects, subject)
                    .map(found -> file(
                            subject.substring(subject.indexOf(':') + 1) + "-" + name,
                            csv(found.control(states(subjects)))));
        }
    }

    private record OfOne(SubjectReading subjects) implements LedgerTable {

        @Override
        public String name() {
            return "process-attribute";
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("process") && OF_ONE.contains(verb.name())
                    ? Optional.of("input")
                    : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            Map<String, String> known = new HashMap<>();
            Map.of("value", "x", "label", "lot", "donor", "donor").forEach((option, column) -> {
                if (verb.parameter(option).isPresent()) {
                    known.put(option, column);
                }
            });
            return Map.copyOf(known);
        }

        @Override
        public List<Of> list(int most) {
            return all(subjects, most)
                    .flatMap(standing -> {
                        ProcessMonitoring one = (ProcessMonitoring) standing.state();
                        return one.plan().attributes().stream()
                                .map(attribute -> new Of(
                                        standing.ref() + "/" + attribute.name(),
                                        one.title() + " · " + attribute.name()));
                    })
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            int slash = subject.indexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            String attribute = subject.substring(slash + 1);
            return monitoring(subjects, subject.substring(0, slash))
                    .filter(found -> found.plan().attributes().stream()
                            .anyMatch(one -> one.name().equals(attribute)))
                    .map(found -> file(
                            subject.substring(subject.indexOf(':') + 1, slash) + "-" + attribute,
                            attribute(found.control(states(subjects)), found.variation(states(subjects)), attribute)));
        }
    }
}
