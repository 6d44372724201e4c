package org.opencgt.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.RecordReader;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.subject.Banking;
import org.opencgt.subject.CellBank;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;

/**
 * A cell bank at a glance: where each vial stands, how many are left and for how long, when it is requalified, how the cells came
 * through thawing.
 *
 * @param facts stock, reserve, forecast and requalification
 * @param assumption on which the forecast rests; null where there is none
 * @param thaws viabilities after thawing, the newest first
 * @param limit lowest viability after thawing; null where none is set
 */
public record BankMap(
        List<Fact> facts,
        @Nullable String assumption,
        List<Box> boxes,
        List<Thaw> thaws,
        @Nullable String limit,
        Shown.@Nullable Link stability) {

    /** Less than this ahead wants attention. */
    private static final int SOON_DAYS = 90;

    public BankMap {
        facts = List.copyOf(facts);
        boxes = List.copyOf(boxes);
        thaws = List.copyOf(thaws);
    }

    /** A number or date with its name. */
    public record Fact(String label, String value, Shown.@Nullable Badge badge) {}

    /** A box in a rack of a tank. */
    public record Box(Shown.Link tank, String name, List<Place> places, int stored) {}

    /**
     * A vial's position.
     *
     * @param css which mark
     * @param mark a sign, so that colour does not stand alone
     */
    public record Place(
            String place,
            String vial,
            String position,
            Shown.Badge state,
            String css,
            String mark,
            @Nullable String taken) {}

    /** How cells came through thawing. */
    public record Thaw(String day, String purpose, String vials, String viability, Shown.@Nullable Badge judged) {}

    /**
     * @param banking how the product draws on banks; null where it says nothing
     */
    static BankMap of(
            SubjectReading.Standing standing,
            SubjectDeclaration declaration,
            @Nullable Banking banking,
            Map<String, String> names,
            Page page) {
        CellBank bank = RecordReader.read(declaration.shape(), standing.state());
        return new Drawing(bank, banking, names, page).map();
    }

    private record Drawing(CellBank bank, @Nullable Banking banking, Map<String, String> names, Page page) {

        BankMap map() {
            List<Fact> facts = new ArrayList<>();
            int withdrawn = bank.vials().size() - bank.remaining();
            facts.add(new Fact(
                    page.t("bank.stock"),
                    page.t(
                            "bank.stock.of",
                            count(bank.remaining()),
                            count(bank.vials().size())),
                    null));
            facts.add(new Fact(
                    page.t("bank.planned"),
                    page.t("bank.planned.of", count(bank.plannedVials()), count(bank.demand())),
                    null));
            CellBank.Preparation made = bank.preparation();
            String assumption = null;
            if (made != null) {
                BankForecast forecast =
                        BankForecast.of(bank.remaining(), withdrawn, made.finished(), page.now(), banking);
                forecast(forecast, facts);
                assumption = withdrawn == 0
                        ? page.t("bank.forecast.none")
                        : page.t(
                                "bank.forecast.assumption",
                                count(withdrawn),
                                count(forecast.days()),
                                day(made.finished()),
                                words().number(BigDecimal.valueOf(forecast.perYear())
                                        .round(new MathContext(2))));
            }
            if (bank.qualifiedUntil() != null) {
                facts.add(requalification(bank.qualifiedUntil()));
            }
            CellBank.ThawLimit limit = bank.thawLimit();
            return new BankMap(
                    facts,
                    assumption,
                    boxes(),
                    thaws(limit),
                    limit == null ? null : words().number(limit.viability()) + " %",
                    limit == null
                            ? null
                            : SubjectPages.link(limit.stabilityData().toString(), names, words()));
        }

        private void forecast(BankForecast forecast, List<Fact> facts) {
            Integer reserve = forecast.reserve();
            if (reserve != null) {
                facts.add(new Fact(
                        page.t("bank.reserve"),
                        page.t("bank.reserve.vials", count(reserve)),
                        forecast.reserveReached()
                                ? new Shown.Badge(Tone.STOPPED, page.t("bank.reserve.reached"))
                                : null));
                Instant at = forecast.reserveAt(page.now());
                if (at != null) {
                    facts.add(new Fact(page.t("bank.reserve.at"), day(at), near(at)));
                }
            }
            Instant gone = forecast.exhaustedAt(page.now());
            if (gone != null) {
                facts.add(new Fact(page.t("bank.exhausted.at"), day(gone), near(gone)));
            }
        }

        private Fact requalification(LocalDate until) {
            LocalDate today = page.now().atZone(words().zone()).toLocalDate();
            long days = ChronoUnit.DAYS.between(today, until);
            return new Fact(
                    page.t("bank.requalification"),
                    words().day(until),
                    days < 0
                            ? new Shown.Badge(Tone.STOPPED, page.t("bank.overdue"))
                            : days < SOON_DAYS
                                    ? new Shown.Badge(Tone.ATTENTION, page.t("bank.days", count(days)))
                                    : null);
        }

        private Shown.@Nullable Badge near(Instant at) {
            long days = ChronoUnit.DAYS.between(page.now(), at);
            return days < SOON_DAYS ? new Shown.Badge(Tone.ATTENTION, page.t("bank.days", count(days))) : null;
        }

        private List<Box> boxes() {
            Map<String, String> taken = new HashMap<>();
            bank.withdrawals().forEach(w -> w.vials().forEach(v -> taken.put(v, day(w.at()) + " · " + purpose(w))));
            Map<String, List<CellBank.Vial>> byBox = new TreeMap<>();
            bank.vials()
                    .forEach(v -> byBox.computeIfAbsent(v.tank() + " " + box(v.position()), b -> new ArrayList<>())
                            .add(v));
            List<Box> boxes = new ArrayList<>();
            byBox.values().forEach(vials -> {
                vials.sort(Comparator.comparing(CellBank.Vial::position));
                CellBank.Vial first = vials.getFirst();
                boxes.add(new Box(
                        SubjectPages.link(first.tank().toString(), names, words()),
                        box(first.position()).replace("-", " › "),
                        vials.stream().map(v -> place(v, taken.get(v.id()))).toList(),
                        (int) vials.stream().filter(CellBank.Vial::stored).count()));
            });
            return boxes;
        }

        private Place place(CellBank.Vial vial, @Nullable String taken) {
            String state = vial.stored()
                    ? switch (bank.status()) {
                        case RELEASED -> "stored";
                        case REJECTED -> "rejected";
                        case PLANNED, FROZEN -> "quarantined";
                    }
                    : "withdrawn";
            Tone tone = switch (state) {
                case "stored" -> Tone.DONE;
                case "rejected" -> Tone.STOPPED;
                case "quarantined" -> Tone.ATTENTION;
                default -> Tone.NONE;
            };
            String mark = switch (state) {
                case "rejected" -> "!";
                case "quarantined" -> "?";
                case "withdrawn" -> "×";
                default -> "";
            };
            return new Place(
                    vial.position().substring(vial.position().lastIndexOf('-') + 1),
                    vial.id(),
                    vial.position(),
                    new Shown.Badge(tone, words().of("bank.state." + state)),
                    tone.css() + " place-" + state,
                    mark,
                    taken);
        }

        private List<Thaw> thaws(CellBank.@Nullable ThawLimit limit) {
            List<Thaw> thaws = new ArrayList<>();
            for (CellBank.Withdrawal withdrawal : bank.withdrawals().reversed()) {
                BigDecimal viability = withdrawal.viability();
                if (viability != null) {
                    thaws.add(new Thaw(
                            day(withdrawal.at()),
                            purpose(withdrawal),
                            String.join(", ", withdrawal.vials()),
                            words().number(viability) + " %",
                            limit == null
                                    ? null
                                    : viability.compareTo(limit.viability()) >= 0
                                            ? new Shown.Badge(Tone.DONE, page.t("bank.thaw.meets"))
                                            : new Shown.Badge(Tone.STOPPED, page.t("bank.thaw.below"))));
                }
            }
            return thaws;
        }

        private String purpose(CellBank.Withdrawal withdrawal) {
            return words().choice(
                            CellBank.Purpose.class, withdrawal.purpose().name().toLowerCase(Locale.ROOT));
        }

        private static String box(String position) {
            return position.substring(0, position.lastIndexOf('-'));
        }

        private String day(Instant time) {
            return words().day(time.atZone(words().zone()).toLocalDate());
        }

        private String count(long number) {
            return words().count(number);
        }

        private Words words() {
            return page.words();
        }
    }
}
