package org.opencgt.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Operating characteristics as bars: how often each dose is selected, and how many patients receive it. Scales are the same for
 * all scenarios, so that they can be compared.
 *
 * @param mostPatients at one dose in any scenario
 */
public record DoseBars(List<Scenario> scenarios, double mostPatients, int total, int page, int pageCount) {

    private static final int ON_A_PAGE = 8;

    /**
     * A truth.
     *
     * @param name empty if there is none
     * @param earlyStop how often no dose is selected, in percent
     */
    public record Scenario(
            String name,
            String design,
            List<Dose> doses,
            double earlyStop,
            double totalPatients,
            double totalDlts,
            double overdosed) {}

    /**
     * What becomes of a dose.
     *
     * @param truth probability of toxicity
     * @param efficacy probability of response; empty if it plays no part
     * @param error of selection, in percent points; null if exact
     * @param ideal whether it is the dose to be found
     */
    public record Dose(
            int number,
            String truth,
            String efficacy,
            double selected,
            double patients,
            @Nullable Double error,
            boolean ideal) {

        public String selectedText() {
            return oneDigit(selected);
        }

        public String patientsText() {
            return oneDigit(patients);
        }
    }

    /** One digit after the point, as the papers give percentages. */
    public static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The bars of a result's JSON; empty if it is none. */
    public static Optional<DoseBars> of(JsonNode result, int page) {
        List<JsonNode> all = result.isArray()
                ? StreamSupport.stream(result.spliterator(), false).toList()
                : List.of(result);
        if (all.isEmpty()
                || !all.getFirst().path("selectionPercent").isArray()
                || !all.getFirst().path("patients").isArray()) {
            return Optional.empty();
        }
        int pageCount = (all.size() + ON_A_PAGE - 1) / ON_A_PAGE;
        int at = Math.clamp(page, 0, pageCount - 1);
        double most = all.stream()
                .flatMap(one -> one.path("patients").valueStream())
                .mapToDouble(JsonNode::asDouble)
                .max()
                .orElse(1);
        List<Scenario> shown = all.stream()
                .skip((long) at * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(one -> scenario(one, all.size() > 1))
                .toList();
        return Optional.of(new DoseBars(shown, Math.max(most, 1e-9), all.size(), at, pageCount));
    }

    private static Scenario scenario(JsonNode one, boolean named) {
        List<Dose> doses = new ArrayList<>();
        JsonNode errors = one.path("standardError").path("selectionPercent");
        int ideal = one.path("ideal").path("dose").asInt(0);
        for (int i = 0; i < one.path("selectionPercent").size(); i++) {
            doses.add(new Dose(
                    i + 1,
                    plain(one.path("truth").path(i)),
                    plain(one.path("truthEfficacy").path(i)),
                    one.path("selectionPercent").path(i).asDouble(),
                    one.path("patients").path(i).asDouble(),
                    errors.path(i).isNumber() ? (Double) errors.path(i).asDouble() : null,
                    i + 1 == ideal));
        }
        return new Scenario(
                named ? one.path("scenario").asString("") : "",
                one.path("design").asString(""),
                doses,
                one.path("earlyStopPercent").asDouble(),
                one.path("totalPatients").asDouble(),
                one.path("totalDlts").asDouble(),
                one.path("overdose").path("selectedPercent").asDouble());
    }

    private static String plain(JsonNode number) {
        return number.isNumber() ? number.asString() : "";
    }
}
