package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;

/**
 * Curves and parameters as the tables PC and PP of the Study Data Tabulation Model (CDISC SDTMIG 3.4, findings class), with the
 * variables that can be told from the data. Dates and visits are not among them.
 *
 * @param study STUDYID
 * @param code PCTESTCD: a letter, then at most seven letters, digits or underscores
 * @param name PCTEST and PPCAT
 * @param specimen PCSPEC and PPSPEC, such as BLOOD
 * @param method PCMETHOD, such as QUANTITATIVE PCR
 * @param laboratory PCNAM
 */
@RecordBuilder
public record Cdisc(
        String study, String code, String name, String specimen, String method, String laboratory, Units units)
        implements CdiscBuilder.With {

    public Cdisc {
        if (!code.matches("[A-Z][A-Z0-9_]{0,7}")) {
            throw Fault.of(KineticsFault.UNUSABLE_TEST_CODE).with("code", code).asException();
        }
    }

    /** A row of PC: one result. */
    public record Concentration(
            @JsonProperty("STUDYID") String study,
            @JsonProperty("DOMAIN") String domain,
            @JsonProperty("USUBJID") String subject,
            @JsonProperty("PCSEQ") int sequence,
            @JsonProperty("PCTESTCD") String code,
            @JsonProperty("PCTEST") String name,
            @JsonProperty("PCORRES") String original,
            @JsonProperty("PCORRESU") String originalUnit,
            @JsonProperty("PCSTRESC") String standard,
            @JsonProperty("PCSTRESN") double number,
            @JsonProperty("PCSTRESU") String unit,
            @JsonProperty("PCSTAT") String status,
            @JsonProperty("PCNAM") String laboratory,
            @JsonProperty("PCSPEC") String specimen,
            @JsonProperty("PCMETHOD") String method,
            @JsonProperty("PCLLOQ") double limit,
            @JsonProperty("PCTPTNUM") double time,
            @JsonProperty("PCELTM") String elapsed)
            implements Result {}

    /** A row of PP: one parameter. */
    public record ParameterRow(
            @JsonProperty("STUDYID") String study,
            @JsonProperty("DOMAIN") String domain,
            @JsonProperty("USUBJID") String subject,
            @JsonProperty("PPSEQ") int sequence,
            @JsonProperty("PPTESTCD") String code,
            @JsonProperty("PPTEST") String name,
            @JsonProperty("PPCAT") String category,
            @JsonProperty("PPORRES") String original,
            @JsonProperty("PPORRESU") String originalUnit,
            @JsonProperty("PPSTRESC") String standard,
            @JsonProperty("PPSTRESN") double number,
            @JsonProperty("PPSTRESU") String unit,
            @JsonProperty("PPSTAT") String status,
            @JsonProperty("PPREASND") String reason,
            @JsonProperty("PPSPEC") String specimen,
            @JsonProperty("PPANMETH") String method,
            @JsonProperty("PPSTINT") String intervalStart,
            @JsonProperty("PPENINT") String intervalEnd)
            implements Result {}

    private static final String NOT_DONE = "NOT DONE";

    /** Letters of ISO 8601 durations, and whether they follow a T. */
    private static final Map<String, String> DURATIONS = Map.of(
            "d", "P%sD", "day", "P%sD", "h", "PT%sH", "hr", "PT%sH", "min", "PT%sM", "wk", "P%sW", "week", "P%sW");

    /** PC: all results of all subjects, those that are missing too. */
    public List<Concentration> concentrations(List<Curve> curves) {
        List<Concentration> rows = new ArrayList<>();
        for (Curve curve : curves) {
            int sequence = 0;
            int missing = 0;
            double[] missingTimes = curve.missingTimes();
            for (int i = 0; i < curve.size(); i++) {
                while (missing < missingTimes.length && missingTimes[missing] < curve.time(i)) {
                    rows.add(concentration(
                            curve, ++sequence, missingTimes[missing++], "", Double.NaN, NOT_DONE, Double.NaN));
                }
                boolean quantified = curve.isQuantified(i);
                double limit = curve.limit(i);
                String text = quantified ? number(curve.value(i)) : Double.isNaN(limit) ? "BLQ" : "<" + number(limit);
                rows.add(concentration(
                        curve, ++sequence, curve.time(i), text, quantified ? curve.value(i) : Double.NaN, "", limit));
            }
            while (missing < missingTimes.length) {
                rows.add(concentration(
                        curve, ++sequence, missingTimes[missing++], "", Double.NaN, NOT_DONE, Double.NaN));
            }
        }
        return List.copyOf(rows);
    }

    private Concentration concentration(
            Curve curve, int sequence, double time, String text, double value, String status, double limit) {
        return new Concentration(
                study,
                "PC",
                curve.subject(),
                sequence,
                code,
                name,
                text,
                units.valueUnit(),
                text,
                value,
                units.valueUnit(),
                status,
                laboratory,
                specimen,
                method,
                limit,
                time,
                duration(time));
    }

    /** PP: all parameters of all subjects; one that does not exist is not done, for the reasons that the flags give. */
    public List<ParameterRow> parameters(
            List<KineticParameters> subjects, List<Parameter> parameters, NonCompartmental analysis) {
        List<ParameterRow> rows = new ArrayList<>();
        for (KineticParameters subject : subjects) {
            int sequence = 0;
            for (Parameter parameter : parameters) {
                rows.add(row(subject, parameter, ++sequence, analysis));
            }
        }
        return List.copyOf(rows);
    }

    private ParameterRow row(KineticParameters subject, Parameter parameter, int sequence, NonCompartmental analysis) {
        double value = parameter.of(subject);
        boolean exists = !Double.isNaN(value);
        String text = exists ? number(value) : "";
        String unit = exists ? units.of(parameter.dimension()) : "";
        Interval interval = parameter.interval();
        return new ParameterRow(
                study,
                "PP",
                subject.subject(),
                sequence,
                parameter.code(),
                parameter.test(),
                name,
                text,
                unit,
                text,
                value,
                unit,
                exists ? "" : NOT_DONE,
                exists
                        ? ""
                        : subject.flags().stream().map(KineticFlag::toString).collect(Collectors.joining("; ")),
                specimen,
                analysis.aucRule().toString().toUpperCase(Locale.ROOT),
                interval == null ? "" : duration(interval.start()),
                interval == null ? "" : duration(interval.end()));
    }

    /** An ISO 8601 duration; empty where the unit of time has none. */
    private String duration(double time) {
        String pattern = DURATIONS.get(units.timeUnit().toLowerCase(Locale.ROOT));
        return pattern == null ? "" : (time < 0 ? "-" : "") + pattern.formatted(number(Math.abs(time)));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
