package org.opencgt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;

/** Values to begin with; the subjects are invented. */
final class AnalysisExamples {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("design", "boin"),
            Map.entry("target", "0.3"),
            Map.entry("truth", "0.05,0.15,0.3,0.45,0.6"),
            Map.entry("n", "3,6,3"),
            Map.entry("dlt", "0,1,2"),
            Map.entry("current", "3"),
            Map.entry("timeUnit", "d"),
            Map.entry("valueUnit", "copies/µg"));

    private static final String SAMPLES = """
            subject,time,value
            Example-01,0,BLQ
            Example-01,1,1200
            Example-01,3,650
            Example-01,7,9800
            Example-01,10,41000
            Example-01,14,28500
            Example-01,21,9100
            Example-01,28,3600
            Example-01,60,1450
            Example-01,90,900
            Example-01,180,310
            Example-02,0,BLQ
            Example-02,1,800
            Example-02,3,420
            Example-02,7,3100
            Example-02,10,15200
            Example-02,14,21700
            Example-02,21,7400
            Example-02,28,2100
            Example-02,60,480
            Example-02,90,150
            Example-02,180,BLQ
            """;

    private AnalysisExamples() {}

    /** Fields of the form; empty for analyses of which we have none. */
    static Map<String, List<String>> of(Verb verb) {
        Map<String, List<String>> fields = new HashMap<>();
        if (!verb.area().equals("dose") && !verb.area().equals("ck")) {
            return fields;
        }
        for (Parameter parameter : verb.parameters()) {
            String value = parameter.property().equals("input") ? SAMPLES : VALUES.get(parameter.property());
            if (value != null) {
                fields.put(parameter.property(), List.of(value));
            }
        }
        return fields;
    }

    /** Whether people set it so often that it stands among the first. */
    static boolean isUsual(Parameter parameter) {
        return VALUES.containsKey(parameter.property());
    }
}
