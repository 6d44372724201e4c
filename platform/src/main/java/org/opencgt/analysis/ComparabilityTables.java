package org.opencgt.analysis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.subject.ComparabilityPlan;
import org.opencgt.subject.ComparabilityPlan.Criterion;
import org.opencgt.subject.ProcessChange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A comparability study as the files of {@code compare study}: lots with {@code group,attribute,value,lot}, and the plan with {@code
 * attribute,method,lower,upper,k,least}. Criteria in words are not among them: no test of numbers judges those.
 */
@Configuration(proxyBeanMethods = false)
class ComparabilityTables {

    private static final String KIND = "process-change";

    @Bean
    LedgerTable comparabilityLots(SubjectReading subjects) {
        return new Study(subjects, "comparability-lots", "input") {
            @Override
            String csv(ProcessChange change) {
                return lots(change);
            }
        };
    }

    @Bean
    LedgerTable comparabilityPlan(SubjectReading subjects) {
        return new Study(subjects, "comparability-plan", "plan") {
            @Override
            String csv(ProcessChange change) {
                return plan(change);
            }
        };
    }

    static String lots(ProcessChange change) {
        StringBuilder csv = new StringBuilder("group,attribute,value,lot\n");
        for (ProcessChange.Lot lot : change.lots()) {
            String group = lot.side() == ProcessChange.Side.AFTER ? "test" : "reference";
            for (ProcessChange.Measured result : lot.results()) {
                if (result.value() != null) {
                    csv.append(group)
                            .append(',')
                            .append(result.attribute())
                            .append(',')
                            .append(plain(result.value()))
                            .append(",\"")
                            .append(lot.code().replace("\"", "\"\""))
                            .append("\"\n");
                }
            }
        }
        return csv.toString();
    }

    static String plan(ProcessChange change) {
        StringBuilder csv = new StringBuilder("attribute,method,lower,upper,k,least\n");
        ComparabilityPlan plan = change.plan();
        if (plan != null) {
            plan.attributes().stream()
                    .filter(attribute -> attribute.criterion() != Criterion.WORDS)
                    .forEach(attribute -> csv.append(String.join(
                                    ",",
                                    attribute.name(),
                                    method(attribute.criterion()),
                                    plain(attribute.lower()),
                                    plain(attribute.upper()),
                                    plain(attribute.factor()),
                                    attribute.leastInside() == null ? "" : plain(attribute.leastInside()) + "%"))
                            .append('\n'));
        }
        return csv.toString();
    }

    private static String method(Criterion criterion) {
        return switch (criterion) {
            case STANDARD_DEVIATIONS -> "sd";
            case QUALITY_RANGE -> "range";
            case DIFFERENCE, RATIO, WORDS -> criterion.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private abstract static class Study implements LedgerTable {

        private final SubjectReading subjects;
        private final String name;
        private final String option;

        Study(SubjectReading subjects, String name, String option) {
            this.subjects = subjects;
            this.name = name;
            this.option = option;
        }

        abstract String csv(ProcessChange change);

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<String> option(Verb verb) {
            return verb.area().equals("compare") && verb.name().equals("study")
                    ? Optional.of(option)
                    : Optional.empty();
        }

        @Override
        public Map<String, String> settings(Verb verb) {
            return Map.of();
        }

        @Override
        public List<Of> list(int most) {
            return subjects.find(KIND, "", 0, most).stream()
                    .filter(standing -> standing.state() instanceof ProcessChange)
                    .map(standing -> new Of(standing.ref().toString(), ((ProcessChange) standing.state()).title()))
                    .toList();
        }

        @Override
        public Optional<Asked.TextFile> read(String subject) {
            Ref<ProcessChange> ref;
            try {
                ref = Ref.parse(subject);
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no reference at all, so none of a change
            }
            return ref.kind().equals(KIND)
                            && subjects.now(ref)
                                            .map(SubjectReading.Standing::state)
                                            .orElse(null)
                                    instanceof ProcessChange change
                    ? Optional.of(new Asked.TextFile(
                            ref.id() + "-" + name + ".csv", csv(change).getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        }
    }
}
