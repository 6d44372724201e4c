package org.opencgt.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.PharmacologyPlan.Purpose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a pharmacology plan's subjects gave, as tables for the {@code ck} commands. Concentrations are of one assay, so that units
 * never mix: their subject is written {@code pharmacology-plan:ID/ASSAY}.
 */
@Configuration(proxyBeanMethods = false)
class KineticTables {

    private static final String KIND = "pharmacology-plan";

    /** Commands that read samples of kinetics. */
    private static final Set<String> OF_SAMPLES = Set.of(
            "nca",
            "phases",
            "persistence",
            "stop-sampling",
            "paired",
            "proportionality",
            "time-course",
            "overlap",
            "sparse",
            "cdisc");

    @Bean
    LedgerTable concentrations(SubjectReading subjects) {
        return new Concentrations(subjects);
    }

    @Bean
    LedgerTable doses(SubjectReading subjects) {
        return new OfPlan(subjects, "doses", Map.of()) {
            @Override
            public Optional<String> option(Verb verb) {
                return verb.area().equals("ck") && verb.parameter("doses").isPresent()
                        ? Optional.of("doses")
                        : Optional.empty();
            }

            @Override
            String csv(KineticData data) {
                return data.doses();
            }
        };
    }

    @Bean
    LedgerTable markers(SubjectReading subjects) {
        return new OfPlan(subjects, "markers", Map.of("marker", "marker", "lloq", "lloq", "timeUnit", "d")) {
            @Override
            public Optional<String> option(Verb verb) {
                return verb.area().equals("ck") && verb.name().equals("pharmacodynamics")
                        ? Optional.of("input")
                        : Optional.empty();
            }

            @Override
            String csv(KineticData data) {
                return data.markers();
            }
        };
    }

    private abstract static class Kinetic implements LedgerTable {

        final SubjectReading subjects;
        private final String name;
        private final Map<String, String> settings;

        Kinetic(SubjectReading subjects, String name, Map<String, String> settings) {
            this.subjects = subjects;
            this.name = name;
            this.settings = settings;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            Map<String, String> known = new LinkedHashMap<>();
            settings.forEach((option, value) -> {
                if (verb.parameter(option).isPresent()) {
                    known.put(option, value);
                }
            });
            return known;
        }

        final Stream<KineticData> plans(int most) {
            return subjects.find(KIND, "", 0, most).stream()
                    .flatMap(standing -> KineticData.read(subjects, standing.ref()).stream());
        }

        final Optional<KineticData> plan(String text) {
            try {
                Ref<PharmacologyPlan> ref = Ref.parse(text);
                return ref.kind().equals(KIND) ? KineticData.read(subjects, ref) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no reference at all, so none of a plan
            }
        }

        final String called(KineticData data) {
            return subjects.now(data.plan().study())
                            .map(standing -> ((org.opencgt.subject.Study) standing.state()).code())
                            .orElse(data.plan().study().id())
                    + " · " + data.ref().id();
        }

        static Asked.TextFile file(KineticData data, String what, String csv) {
            return new Asked.TextFile(data.ref().id() + "-" + what + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        }
    }

    private abstract static class OfPlan extends Kinetic {

        OfPlan(SubjectReading subjects, String name, Map<String, String> settings) {
            super(subjects, name, settings);
        }

        abstract String csv(KineticData data);

        @Override
        public List<Of> list(int most) {
            return plans(most)
                    .map(data -> new Of(data.ref().toString(), called(data)))
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            return plan(subject).map(data -> file(data, name(), csv(data)));
        }
    }

    private static final class Concentrations extends Kinetic {

        Concentrations(SubjectReading subjects) {
            super(
                    subjects,
                    "concentrations",
                    Map.of(
                            "lloq",
                            "lloq",
                            "flowLloq",
                            "flow_lloq",
                            "ada",
                            "ada",
                            "timeUnit",
                            "d",
                            "startValue",
                            "predose"));
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("ck") && OF_SAMPLES.contains(verb.name())
                    ? Optional.of("input")
                    : Optional.empty();
        }

        @Override
        public List<Of> list(int most) {
            return plans(most)
                    .flatMap(data -> data.assays(Purpose.KINETICS).stream()
                            .map(assay -> new Of(data.ref() + "/" + assay, called(data) + " · " + assay)))
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            int slash = subject.indexOf('/');
            return slash < 0
                    ? Optional.empty()
                    : plan(subject.substring(0, slash))
                            .filter(data -> data.assays(Purpose.KINETICS).contains(subject.substring(slash + 1)))
                            .map(data -> file(
                                    data,
                                    subject.substring(slash + 1),
                                    data.concentrations(subject.substring(slash + 1))));
        }
    }
}
