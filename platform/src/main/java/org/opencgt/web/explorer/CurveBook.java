package org.opencgt.web.explorer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.PhaseFinder;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.TimeCourse;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Numbers;

/** The curves that an analysis of cellular kinetics was asked about, as its page draws them. Immutable. */
public final class CurveBook {

    /** More curves cannot be told apart in one plot. */
    public static final int MOST_DRAWN = 120;

    private static final double EARLY_DAYS = 35;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What tells an analysis of one curve a subject from those of several markers or methods. */
    private static final Set<String> READS = Set.of("input", "subject", "time", "value", "lloq", "group");

    private static final Set<String> OTHER_SERIES = Set.of("marker", "flow");

    private final List<Curve> curves;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final Units units;
    private final PhaseFinder finder;
    private final List<TimeCourse> courses;
    private final List<String> groupColumns;
    private final List<String> groups;

    private CurveBook(List<Curve> curves, List<String> groupColumns, Units units) {
        this.groupColumns = List.copyOf(groupColumns);
        this.curves = List.copyOf(curves);
        this.units = units;
        this.finder = PhaseFinder.withDefaults(units);
        this.courses = TimeCourse.of(this.curves);
        this.groups = this.curves.stream()
                .map(Curve::group)
                .distinct()
                .sorted(CurveBook::byNumber)
                .toList();
        for (int i = 0; i < this.curves.size(); i++) {
            String subject = this.curves.get(i).subject();
            indexes.put(subject, i);
            names.put(subject.toLowerCase(Locale.ROOT), subject);
        }
    }

    /**
     * The curves of an analysis that succeeded; empty if it reads none.
     *
     * @throws org.opencgt.science.BadInput if they cannot be read, which the analysis would have told
     */
    public static Optional<CurveBook> of(Verb verb, Asked asked) {
        Asked.TextFile file = asked.files().get("input");
        boolean reads = READS.stream().allMatch(name -> verb.parameter(name).isPresent())
                && OTHER_SERIES.stream().noneMatch(name -> verb.parameter(name).isPresent());
        if (!reads || file == null) {
            return Optional.empty();
        }
        String text = new String(file.content(), StandardCharsets.UTF_8);
        String limit = value(verb, asked, "lloq");
        OptionalDouble number = limit.isEmpty() ? OptionalDouble.of(Double.NaN) : Numbers.parse(limit);
        CurveReader.Columns columns = new CurveReader.Columns(
                value(verb, asked, "subject"),
                value(verb, asked, "time"),
                value(verb, asked, "value"),
                asked.values().getOrDefault("group", List.of()),
                number.isEmpty() ? limit : null,
                number.orElse(Double.NaN));
        Units units = new Units(
                value(verb, asked, "timeUnit"), value(verb, asked, "valueUnit"), value(verb, asked, "doseUnit"));
        CurveReader reader = CurveReader.read(
                Csv.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, file.name()), columns);
        return Optional.of(new CurveBook(reader.curves(), columns.groups(), units));
    }

    private static String value(Verb verb, Asked asked, String property) {
        Supplier<String> usual =
                () -> verb.parameter(property).map(Parameter::usual).orElse("");
        return asked.values().getOrDefault(property, List.of()).stream()
                .findFirst()
                .orElseGet(usual);
    }

    public int size() {
        return curves.size();
    }

    public Units units() {
        return units;
    }

    /** How many samples all curves have together. */
    public int samples() {
        return curves.stream().mapToInt(Curve::size).sum();
    }

    public List<Curve> all() {
        return curves;
    }

    public Optional<Curve> find(String subject) {
        return Optional.ofNullable(indexes.get(subject)).map(curves::get);
    }

    /** The subject so many places after another, in the order of the file; empty at the ends. */
    public Optional<String> beside(String subject, int step) {
        Integer at = indexes.get(subject);
        return at == null || at + step < 0 || at + step >= curves.size()
                ? Optional.empty()
                : Optional.of(curves.get(at + step).subject());
    }

    /** Subjects whose names hold the text, those that begin with it first; letters of either case. */
    public List<String> search(String text, int most) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .filter(name -> name.getKey().contains(wanted))
                .sorted(Comparator.comparing(name -> !name.getKey().startsWith(wanted)))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    public Phases phases(Curve curve) {
        return finder.find(curve);
    }

    /** Medians and quartiles of all curves at each visit, by group. */
    public Map<String, List<TimeCourse>> courses() {
        Map<String, List<TimeCourse>> groups = new LinkedHashMap<>();
        courses.forEach(visit -> groups.computeIfAbsent(visit.group(), unseen -> new ArrayList<>())
                .add(visit));
        return groups;
    }

    /** The groups, in the order of their names; one, without a name, if there are none. */
    public List<String> groups() {
        return groups;
    }

    /** Until when most of it happens, where curves go on for more than twice as long; empty where they do not. */
    public OptionalDouble early() {
        double end = units.days(EARLY_DAYS);
        boolean isLong = curves.stream().anyMatch(curve -> curve.size() > 0 && curve.time(curve.size() - 1) > 2 * end);
        return isLong ? OptionalDouble.of(end) : OptionalDouble.empty();
    }

    /** The columns whose values are the groups. */
    public List<String> groupColumns() {
        return groupColumns;
    }

    /** The curves that are drawn together: all, or some evenly chosen by their peaks, the lowest and the highest among them. */
    public List<Curve> drawn() {
        if (curves.size() <= MOST_DRAWN) {
            return curves;
        }
        List<Curve> byPeak = curves.stream()
                .sorted(Comparator.comparingDouble(CurveBook::peak))
                .toList();
        return IntStream.range(0, MOST_DRAWN)
                .mapToObj(i -> byPeak.get((int) ((long) i * (byPeak.size() - 1) / (MOST_DRAWN - 1))))
                .toList();
    }

    /** Names that are numbers, such as doses, by their size. */
    private static int byNumber(String one, String other) {
        OptionalDouble first = Numbers.parse(one);
        OptionalDouble second = Numbers.parse(other);
        return first.isPresent() && second.isPresent()
                ? Double.compare(first.getAsDouble(), second.getAsDouble())
                : one.compareTo(other);
    }

    private static double peak(Curve curve) {
        return curve.peak() < 0 ? 0 : curve.value(curve.peak());
    }
}
