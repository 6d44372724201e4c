package org.opencgt.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.KineticProfile.Measured;
import org.opencgt.subject.KineticProfile.Sample;
import org.opencgt.subject.KineticProfile.Series;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.PharmacologyPlan.Assay.Technique;
import org.opencgt.subject.PharmacologyPlan.Purpose;

/**
 * A plan with its profiles, as they stand now, and their tables in the columns of the {@code ck} commands. Times are days since the
 * start of the subject's first dose; results of assays that are neither validated nor qualified and results that were left out are
 * missing.
 */
public record KineticData(Ref<PharmacologyPlan> ref, PharmacologyPlan plan, List<Followed> profiles) {

    private static final MathContext DIGITS = new MathContext(12);
    private static final double SECONDS_A_DAY = 86_400;

    /** A subject that is followed. */
    public record Followed(Ref<KineticProfile> ref, KineticProfile profile) {}

    public KineticData {
        profiles = List.copyOf(profiles);
    }

    /** Empty if there is no such plan. */
    public static Optional<KineticData> read(SubjectReading subjects, Ref<?> ref) {
        if (!(subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof PharmacologyPlan plan)) {
            return Optional.empty();
        }
        List<Followed> profiles = new ArrayList<>();
        for (Ref<KineticProfile> each : plan.profiles()) {
            if (subjects.now(each).map(SubjectReading.Standing::state).orElse(null) instanceof KineticProfile profile) {
                profiles.add(new Followed(each, profile));
            }
        }
        return Optional.of(new KineticData(new Ref<>(ref.kind(), ref.id()), plan, profiles));
    }

    /** Codes of the assays for a purpose that have results, in order. */
    public List<String> assays(Purpose purpose) {
        return profiles.stream()
                .flatMap(each -> each.profile().series().entrySet().stream())
                .filter(entry -> entry.getValue().purpose() == purpose
                        && entry.getValue().reliable())
                .map(Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }

    /** The flow cytometry that goes with an assay: another one of kinetics; empty if there is none. */
    public Optional<String> flow(String assay) {
        return assays(Purpose.KINETICS).stream()
                .filter(code -> !code.equals(assay))
                .filter(code -> series(code).anyMatch(s -> s.technique() == Technique.FLOW_CYTOMETRY))
                .findFirst();
    }

    /** The unit of an assay's results. */
    public String unit(String assay) {
        return series(assay).map(Series::unit).findFirst().orElse("");
    }

    /** The unit of the doses; empty if there are none. */
    public String doseUnit() {
        return profiles.stream()
                .flatMap(each -> each.profile().doses().stream())
                .map(KineticProfile.Dose::unit)
                .findFirst()
                .orElse("");
    }

    private Stream<Series> series(String assay) {
        return profiles.stream().map(each -> each.profile().series().get(assay)).filter(java.util.Objects::nonNull);
    }

    /**
     * Concentrations, one sample a row: {@code
     * subject,time,value,lloq,flow,flow_lloq,ada,dose,dose_level,lot,response,depletion,medication,sample}.
     */
    public String concentrations(String assay) {
        StringBuilder csv = new StringBuilder(
                "subject,time,value,lloq,flow,flow_lloq,ada,dose,dose_level,lot,response,depletion,medication,sample\n");
        String flow = flow(assay).orElse("");
        for (Followed each : profiles) {
            KineticProfile p = each.profile();
            Instant start = start(p);
            if (start == null) {
                continue;
            }
            for (Sample sample : inOrder(p)) {
                String value = cell(p, assay, sample.code());
                String second = cell(p, flow, sample.code());
                String antibodies = p.antibodies().stream()
                        .filter(test -> test.sample().equals(sample.code()))
                        .findFirst()
                        .map(test -> test.positive() ? "1" : "0")
                        .orElse("");
                boolean kinetic = sample.purposes().contains(Purpose.KINETICS);
                if (value.isEmpty() && second.isEmpty() && antibodies.isEmpty() && !kinetic) {
                    continue;
                }
                csv.append(new Line(p.code())
                        .with(day(start, drawn(sample)))
                        .with(value)
                        .with(limit(p, assay))
                        .with(second)
                        .with(limit(p, flow))
                        .with(antibodies)
                        .with(plain(p.doses().getFirst().amount()))
                        .with(p.doseLevel())
                        .with(p.lot())
                        .with(response(p))
                        .with(plain(p.depletionPercent()))
                        .with(p.medications().stream().anyMatch(KineticProfile.Medication::immuneActive) ? "1" : "0")
                        .with(sample.code()));
            }
        }
        return csv.toString();
    }

    /** Doses, one a row: {@code subject,time,dose}. */
    public String doses() {
        StringBuilder csv = new StringBuilder("subject,time,dose\n");
        for (Followed each : profiles) {
            Instant start = start(each.profile());
            if (start != null) {
                each.profile()
                        .doses()
                        .forEach(dose -> csv.append(new Line(each.profile().code())
                                .with(day(start, dose.at()))
                                .with(plain(dose.amount()))));
            }
        }
        return csv.toString();
    }

    /** Markers, one result a row: {@code subject,time,marker,value,lloq,dose_level,response}. */
    public String markers() {
        StringBuilder csv = new StringBuilder("subject,time,marker,value,lloq,dose_level,response\n");
        for (Followed each : profiles) {
            KineticProfile p = each.profile();
            Instant start = start(p);
            if (start == null) {
                continue;
            }
            for (Map.Entry<String, Series> entry : new TreeMap<>(p.series()).entrySet()) {
                if (entry.getValue().purpose() != Purpose.PHARMACODYNAMICS) {
                    continue;
                }
                for (Sample sample : inOrder(p)) {
                    String value = cell(p, entry.getKey(), sample.code());
                    if (!value.isEmpty()) {
                        csv.append(new Line(p.code())
                                .with(day(start, drawn(sample)))
                                .with(entry.getValue().analyte())
                                .with(value)
                                .with(limit(p, entry.getKey()))
                                .with(p.doseLevel())
                                .with(response(p)));
                    }
                }
            }
        }
        return csv.toString();
    }

    /** When the first dose began; null before it. */
    public static @Nullable Instant start(KineticProfile profile) {
        return profile.doses().stream()
                .map(KineticProfile.Dose::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Days between two times. */
    public static BigDecimal days(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        return new BigDecimal((span.getSeconds() + span.getNano() / 1e9) / SECONDS_A_DAY, DIGITS);
    }

    private static List<Sample> inOrder(KineticProfile profile) {
        return profile.samples().stream()
                .filter(sample -> sample.drawn() != null)
                .sorted(Comparator.comparing(KineticData::drawn))
                .toList();
    }

    private static Instant drawn(Sample sample) {
        return java.util.Objects.requireNonNull(sample.drawn());
    }

    private static String day(Instant start, Instant at) {
        return plain(days(start, at));
    }

    /** The result as the commands read it; empty where there is none that counts. */
    private static String cell(KineticProfile profile, String assay, String sample) {
        Series series = profile.series().get(assay);
        if (series == null || !series.reliable()) {
            return "";
        }
        boolean out = profile.exclusions().stream()
                .anyMatch(e -> e.assay().equals(assay) && e.sample().equals(sample));
        return series.results().stream()
                .filter(result -> !out && result.sample().equals(sample))
                .findFirst()
                .map(KineticData::text)
                .orElse("");
    }

    private static String text(Measured result) {
        return result.belowLimit() ? "BLQ" : plain(result.value());
    }

    private static String limit(KineticProfile profile, String assay) {
        Series series = profile.series().get(assay);
        return series == null ? "" : plain(series.lloq());
    }

    private static String response(KineticProfile profile) {
        return profile.endpoints().stream()
                .filter(endpoint -> endpoint.type() == KineticProfile.Endpoint.Type.EFFICACY)
                .max(Comparator.comparing(KineticProfile.Endpoint::assessed))
                .map(KineticProfile.Endpoint::value)
                .orElse("");
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** A line of CSV. */
    private static final class Line {

        private final StringJoiner cells = new StringJoiner(",", "", "\n");

        Line(String first) {
            with(first);
        }

        Line with(@Nullable String cell) {
            String text = cell == null ? "" : cell;
            boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n");
            cells.add(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
            return this;
        }

        @Override
        public String toString() {
            return cells.toString();
        }
    }
}
