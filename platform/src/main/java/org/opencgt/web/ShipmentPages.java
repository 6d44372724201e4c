package org.opencgt.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.Readings;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The temperatures of a shipment against the allowed band. */
@Controller
public class ShipmentPages {

    /** Points in the drawing; more would not be told apart. */
    private static final int POINTS = 2_000;

    private static final int EVERYTHING = 1_000_000;

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final SubjectReading subjects;
    private final Readings readings;
    private final Naming naming;

    ShipmentPages(Pages pages, Vocabulary vocabulary, SubjectReading subjects, Readings readings, Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.readings = readings;
        this.naming = naming;
    }

    /** A stretch out of the band. */
    public record Excursion(String from, String to, String lasted, String extreme) {}

    /** The chart and what it shows in words and figures. */
    public record TemperaturesView(
            Shown.Link shipment,
            Shown.@Nullable Badge status,
            String minimum,
            String maximum,
            String plot,
            Shown.Fields summary,
            List<Excursion> excursions,
            List<Readings.Reading> sampled,
            int count) {}

    @GetMapping("/subjects/shipment/{id}/temperatures")
    ModelAndView show(Page page, @PathVariable String id) {
        SubjectReading.Standing shipment =
                subjects.find(NoSuchPage.ref("shipment", id)).orElseThrow(NoSuchPage::new);
        SubjectDeclaration declaration = vocabulary.subject("shipment").orElseThrow();
        double minimum = shipment.state().get("minimumTemperature").asDouble();
        double maximum = shipment.state().get("maximumTemperature").asDouble();
        List<Readings.Reading> series = readings.temperatures(shipment.ref(), POINTS);
        Map<String, String> names = naming.names(List.of(shipment.ref().toString()));
        Layout layout = new Layout(page.words(), names, token -> null);
        Shown summary = layout.component(declaration, "temperatures", shipment.state());
        int every = Math.max(1, series.size() / 48);
        return pages.show(
                page,
                "temperatures",
                new TemperaturesView(
                        SubjectPages.link(shipment.ref().toString(), names, page.words()),
                        naming.status(shipment, page.words()),
                        page.words()
                                .number(shipment.state()
                                        .get("minimumTemperature")
                                        .decimalValue()),
                        page.words()
                                .number(shipment.state()
                                        .get("maximumTemperature")
                                        .decimalValue()),
                        plot(page, shipment, series, minimum, maximum),
                        summary instanceof Shown.Fields fields ? fields : new Shown.Fields(List.of()),
                        excursions(series, minimum, maximum, page),
                        java.util.stream.IntStream.range(0, series.size())
                                .filter(i -> i % every == 0 || outside(series.get(i), minimum, maximum))
                                .mapToObj(series::get)
                                .toList(),
                        series.size()));
    }

    @GetMapping("/subjects/shipment/{id}/temperatures.csv")
    ResponseEntity<String> csv(@PathVariable String id) {
        SubjectReading.Standing shipment =
                subjects.find(NoSuchPage.ref("shipment", id)).orElseThrow(NoSuchPage::new);
        StringBuilder out = new StringBuilder("time,temperature_Cel\r\n");
        readings.temperatures(shipment.ref(), EVERYTHING)
                .forEach(r -> out.append(r.time()).append(',').append(r.value()).append("\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"temperatures.csv\"")
                .body(out.toString());
    }

    /** What the plot component draws; see {@code plot.js}. */
    private static String plot(
            Page page,
            SubjectReading.Standing shipment,
            List<Readings.Reading> series,
            double minimum,
            double maximum) {
        ObjectNode plot = JsonNodeFactory.instance.objectNode();
        plot.put("title", page.t("temperatures.title") + " " + shipment.ref().id());
        plot.put("x", page.t("temperatures.time"));
        plot.put("y", page.t("temperatures.axis"));
        plot.put("unit", "°C");
        plot.put("timeline", true);
        plot.put("zone", page.words().zone().getId());
        ObjectNode band = plot.putObject("band");
        band.put("min", minimum);
        band.put("max", maximum);
        band.put("label", page.t("temperatures.band"));
        var points = plot.putArray("points");
        series.forEach(r -> points.addArray().add(r.time().toEpochMilli()).add(r.value()));
        plot.put("outside", page.t("temperatures.outside"));
        return plot.toString();
    }

    private static boolean outside(Readings.Reading reading, double minimum, double maximum) {
        return reading.value() < minimum || reading.value() > maximum;
    }

    private static List<Excursion> excursions(
            List<Readings.Reading> series, double minimum, double maximum, Page page) {
        List<Excursion> excursions = new java.util.ArrayList<>();
        int from = -1;
        for (int i = 0; i <= series.size(); i++) {
            boolean out = i < series.size() && outside(series.get(i), minimum, maximum);
            if (out && from < 0) {
                from = i;
            }
            if (!out && from >= 0) {
                List<Readings.Reading> stretch = series.subList(from, i);
                double extreme = stretch.stream()
                        .mapToDouble(Readings.Reading::value)
                        .reduce((a, b) -> away(a, minimum, maximum) >= away(b, minimum, maximum) ? a : b)
                        .orElseThrow();
                Duration lasted = Duration.between(
                        stretch.getFirst().time(),
                        i < series.size()
                                ? series.get(i).time()
                                : stretch.getLast().time());
                excursions.add(new Excursion(
                        page.words().time(stretch.getFirst().time()),
                        page.words().time(stretch.getLast().time()),
                        page.words().span(lasted),
                        page.words().number(java.math.BigDecimal.valueOf(extreme)) + " °C"));
                from = -1;
            }
        }
        return excursions;
    }

    private static double away(double value, double minimum, double maximum) {
        return value < minimum ? minimum - value : value - maximum;
    }
}
