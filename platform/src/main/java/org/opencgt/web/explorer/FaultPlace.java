package org.opencgt.web.explorer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.TextKey;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;

/**
 * Where a fault lies: at which field of the form, and at which lines of a file.
 *
 * @param property of the field; null if the fault lies with no single one
 * @param lines of the file around the fault; empty if it lies with no line
 */
public record FaultPlace(@Nullable String property, List<Line> lines) {

    /** How many lines before and after the one at fault are shown. */
    private static final int AROUND = 2;

    private static final int LONGEST = 300;

    /** Quantities that are called otherwise than the option that tells them. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("dosefinding.patients", "n"),
            Map.entry("dosefinding.dlts", "dlt"),
            Map.entry("dosefinding.highest-subtherapeutic", "p1"),
            Map.entry("dosefinding.lowest-overtoxic", "p2"),
            Map.entry("dosefinding.elimination-cutoff", "cutoff-eli"),
            Map.entry("dosefinding.margin-below", "e1"),
            Map.entry("dosefinding.margin-above", "e2"),
            Map.entry("dosefinding.least-efficacy", "min-efficacy"),
            Map.entry("dosefinding.futility-cutoff", "cutoff-futility"),
            Map.entry("dosefinding.toxicity-cuts", "tox-cuts"),
            Map.entry("dosefinding.efficacy-cuts", "eff-cuts"),
            Map.entry("dosefinding.safe-patients", "n-safe"),
            Map.entry("dosefinding.explore-patients", "n-explore"),
            Map.entry("dosefinding.cohort-size", "cohort"),
            Map.entry("dosefinding.maximum-patients", "max-n"),
            Map.entry("dosefinding.start-dose", "start"),
            Map.entry("dosefinding.true-toxicity", "truth"),
            Map.entry("dosefinding.true-efficacy", "truth-efficacy"));

    /** Faults that name no option but lie with one. */
    private static final Map<String, String> FAULTS = Map.of(
            "cli.truth-needed", "truth",
            "cli.table-needed", "table",
            "cli.four-utilities", "utility",
            "dosefinding.current-out-of-range", "current",
            "dosefinding.responses-needed", "responses",
            "dosefinding.true-efficacy-needed", "truth-efficacy",
            "dosefinding.actions-do-not-fit", "actions",
            "dosefinding.not-an-action", "actions",
            "dosefinding.utility-order", "utility",
            "dosefinding.utility-not-additive", "utility");

    /**
     * A line of a file.
     *
     * @param here whether it is the one at fault
     */
    public record Line(long number, String text, boolean here) {}

    public FaultPlace {
        lines = List.copyOf(lines);
    }

    /** The place of a fault that an analysis found in what it was asked. */
    public static FaultPlace of(Verb verb, Asked asked, Fault fault) {
        List<Fault> faults = chain(fault);
        Optional<String> file = faults.stream()
                .flatMap(one -> text(one, "file").flatMap(name -> file(asked, name)).stream())
                .findFirst();
        List<Line> lines = file.flatMap(property -> faults.stream()
                        .flatMap(one -> line(one).stream())
                        .findFirst()
                        .map(line -> excerpt(asked.files().get(property), line)))
                .orElse(List.of());
        return new FaultPlace(
                faults.reversed().stream()
                        .flatMap(one -> option(verb, asked, one).stream())
                        .findFirst()
                        .or(() -> file)
                        .orElse(null),
                lines);
    }

    /** The fault and those inside it. */
    private static List<Fault> chain(Fault fault) {
        List<Fault> faults = new ArrayList<>();
        Object next = fault;
        while (next instanceof Fault one) {
            faults.add(one);
            next = one.parameters().get("fault");
        }
        return faults;
    }

    private static Optional<String> option(Verb verb, Asked asked, Fault fault) {
        return List.of("option", "argument", "arguments").stream()
                .flatMap(name -> text(fault, name).stream())
                .flatMap(names -> List.of(names.split(", ")).stream())
                .flatMap(name -> verb.parameter(name).stream())
                .map(Parameter::property)
                .findFirst()
                .or(() -> Optional.ofNullable(FAULTS.get(fault.code().key()))
                        .flatMap(verb::parameter)
                        .map(Parameter::property))
                .or(() -> column(verb, asked, fault))
                .or(() -> quantity(verb, fault))
                .or(() -> sameText(verb, asked, fault));
    }

    /** Where a file lacks a column, the option that named it. */
    private static Optional<String> column(Verb verb, Asked asked, Fault fault) {
        if (!fault.code().key().equals("table.no-such-column")) {
            return Optional.empty();
        }
        return text(fault, "column")
                .flatMap(column -> verb.parameters().stream()
                        .filter(p -> asked.values()
                                        .getOrDefault(p.property(), List.of())
                                        .contains(column)
                                || (!asked.values().containsKey(p.property()) && column.equals(p.usual())))
                        .map(Parameter::property)
                        .findFirst());
    }

    private static Optional<String> quantity(Verb verb, Fault fault) {
        for (String name : List.of("quantity", "first")) {
            if (fault.parameters().get(name) instanceof TextKey quantity) {
                String key = quantity.key();
                return verb.parameter(OPTIONS.getOrDefault(key, key.substring(key.indexOf('.') + 1)))
                        .map(Parameter::property);
            }
        }
        return Optional.empty();
    }

    /** A text that was given for one option only. */
    private static Optional<String> sameText(Verb verb, Asked asked, Fault fault) {
        return text(fault, "text")
                .map(text -> verb.parameters().stream()
                        .map(Parameter::property)
                        .filter(p -> asked.values().getOrDefault(p, List.of()).stream()
                                .anyMatch(v -> v.contains(text)))
                        .toList())
                .filter(properties -> properties.size() == 1)
                .map(List::getFirst);
    }

    private static Optional<String> text(Fault fault, String name) {
        return fault.parameters().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Long> line(Fault fault) {
        return fault.parameters().get("line") instanceof Number line ? Optional.of(line.longValue()) : Optional.empty();
    }

    private static Optional<String> file(Asked asked, String name) {
        return asked.files().size() == 1
                ? asked.files().keySet().stream().findFirst()
                : asked.files().entrySet().stream()
                        .filter(file -> name.endsWith(file.getValue().name())
                                || name.startsWith(file.getKey() + "-")
                                || name.equals(file.getKey() + ".csv"))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static List<Line> excerpt(Asked.@Nullable TextFile file, long line) {
        if (file == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        List<String> around = new String(file.content(), StandardCharsets.UTF_8)
                .lines()
                .skip(Math.max(0, line - 1 - AROUND))
                .limit(2 * AROUND + 1 - Math.max(0, AROUND + 1 - line))
                .toList();
        long number = Math.max(1, line - AROUND);
        for (String text : around) {
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            lines.add(new Line(number, shown, number == line));
            number++;
        }
        return lines;
    }
}
