package org.opencgt.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.RecordReader;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.science.Language;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DoseEscalation.AtLevel;
import org.opencgt.subject.DoseEscalation.Patient;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.EscalationRules;
import org.opencgt.web.reading.SubjectReading;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;

/**
 * The dose escalation at a glance: who is treated at which dose and how it went, whose window is open, what the design says and where
 * that stands in its table.
 *
 * @param advice in a word; null before the first cohort
 * @param reason of the advice, or why there is none
 * @param notes what bounds the next step
 * @param rows dose levels, highest first
 * @param table the design's decision table; null where it has none for these numbers
 */
public record EscalationBoard(
        String design,
        String settings,
        @Nullable String advice,
        Tone tone,
        @Nullable String next,
        String reason,
        List<String> notes,
        List<Row> rows,
        List<Waiting> waiting,
        DecisionMatrix table) {

    public EscalationBoard {
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
        waiting = List.copyOf(waiting);
    }

    /** A dose level. */
    public record Row(
            int level,
            String name,
            String target,
            String tolerance,
            String counts,
            @Nullable String estimate,
            List<Mark> marks,
            List<Group> groups) {}

    /** A word about a dose level. */
    public record Mark(Tone tone, String text) {}

    /** A cohort. */
    public record Group(String name, List<Dot> dots, int free) {}

    /**
     * A patient as a dot.
     *
     * @param css which mark
     * @param part of the window that has passed, 0 to 100
     */
    public record Dot(String code, String href, String css, String status, int part) {}

    /** A patient whose outcome is open. */
    public record Waiting(
            String code, String href, int level, String ends, String iso, String left, boolean over, int part) {}

    static EscalationBoard of(SubjectReading.Standing standing, SubjectDeclaration declaration, Page page) {
        DoseEscalation escalation = RecordReader.read(declaration.shape(), standing.state());
        return new Drawing(escalation, EscalationRules.of(escalation), page).board();
    }

    private static final class Drawing {

        private final DoseEscalation escalation;
        private final EscalationRules rules;
        private final Page page;
        private final Words words;
        private final DoseEscalation.Standing standing;

        Drawing(DoseEscalation escalation, EscalationRules rules, Page page) {
            this.escalation = escalation;
            this.rules = rules;
            this.page = page;
            this.words = page.words();
            this.standing = escalation.standing();
        }

        EscalationBoard board() {
            Decision decision = standing.decision();
            Integer next = standing.nextLevel();
            return new EscalationBoard(
                    words.choice(
                            escalation.plan().design().name().getDeclaringClass(),
                            word(escalation.plan().design().name())),
                    settings(),
                    decision == null ? null : words.choice(Decision.class, word(decision)),
                    tone(decision),
                    next == null ? null : page.t("board.next", next, name(next)),
                    reason(),
                    notes(),
                    rows(),
                    waiting(),
                    DecisionMatrix.of(escalation, rules.design()));
        }

        private String settings() {
            DosePlan plan = escalation.plan();
            List<String> parts = new ArrayList<>();
            BigDecimal target = plan.design().target();
            if (target != null) {
                parts.add(page.t("board.target", target.toPlainString()));
            }
            parts.add(page.t("board.cohort-size", plan.cohortSize()));
            parts.add(page.t("board.maximum", plan.maximumPatients()));
            parts.add(page.t("board.window", words.span(plan.dltWindow())));
            return String.join(" · ", parts);
        }

        private String reason() {
            Language language = words.chinese() ? Language.CHINESE : Language.ENGLISH;
            return rules.advice()
                    .map(a -> a.reason().text(language))
                    .or(() -> rules.obstacle().map(f -> f.text(language)))
                    .orElseGet(() -> page.t("board.not-begun"));
        }

        private List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (standing.halted() && escalation.status() == DoseEscalation.Status.OPEN) {
                notes.add(page.t("board.halted", standing.level(), name(standing.level())));
            } else if (escalation.status() == DoseEscalation.Status.OPEN) {
                notes.add(
                        standing.ceiling() == 0
                                ? page.t("board.ceiling.none")
                                : page.t("board.ceiling", standing.ceiling(), name(standing.ceiling())));
            }
            Integer approved = escalation.approvedLevel();
            if (approved != null) {
                notes.add(page.t("board.approved", approved, name(approved)));
            }
            Integer mtd = standing.mtd();
            if (mtd != null && escalation.mtd() == null) {
                notes.add(page.t("board.mtd-now", mtd, name(mtd)));
            }
            escalation.cohorts().stream()
                    .filter(c -> c.remaining() > 0
                            && c.nextFrom() != null
                            && page.now().isBefore(c.nextFrom()))
                    .forEach(c -> notes.add(
                            page.t("board.next-from", c.number(), words.time(Objects.requireNonNull(c.nextFrom())))));
            return notes;
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (int level = escalation.plan().levels().size(); level >= 1; level--) {
                rows.add(row(level));
            }
            return rows;
        }

        private Row row(int number) {
            DosePlan.Level level = escalation.plan().level(number);
            AtLevel seen = standing.levels().get(number - 1);
            BigDecimal estimate = seen.estimate();
            return new Row(
                    number,
                    level.name(),
                    words.number(level.target()) + " " + unit(),
                    words.number(level.lower()) + "–" + words.number(level.upper()),
                    seen.responses() == null
                            ? page.t("board.counts", seen.evaluable(), seen.dlts())
                            : page.t("board.counts.responses", seen.evaluable(), seen.dlts(), seen.responses()),
                    estimate == null
                            ? null
                            : page.t(
                                    "board.estimate",
                                    percent(estimate),
                                    percent(seen.lower() == null ? estimate : seen.lower()),
                                    percent(seen.upper() == null ? estimate : seen.upper())),
                    marks(number, seen),
                    groups(number));
        }

        private List<Mark> marks(int level, AtLevel seen) {
            List<Mark> marks = new ArrayList<>();
            if (Objects.equals(escalation.mtd(), level)) {
                marks.add(new Mark(Tone.DONE, page.t("board.mark.mtd")));
            }
            DoseEscalation.Recommendation recommended = escalation.recommendation();
            if (recommended != null && recommended.level() == level) {
                marks.add(new Mark(Tone.DONE, page.t("board.mark.recommended")));
            }
            if (standing.level() == level && escalation.status() == DoseEscalation.Status.OPEN) {
                marks.add(new Mark(Tone.READY, page.t("board.mark.now")));
            }
            if (seen.eliminated()) {
                marks.add(new Mark(Tone.STOPPED, page.t("board.mark.eliminated")));
            }
            DoseEscalation.StartingDose start = escalation.startingDose();
            if (start != null && start.level() == level) {
                marks.add(new Mark(Tone.NONE, page.t("board.mark.start")));
            }
            return marks;
        }

        private List<Group> groups(int level) {
            return escalation.cohorts().stream()
                    .filter(c -> c.level() == level)
                    .map(c -> new Group(
                            page.t(
                                    "board.group",
                                    c.number(),
                                    words.choice(DoseEscalation.Purpose.class, word(c.purpose()))),
                            escalation.patients().stream()
                                    .filter(p -> p.cohort() == c.number())
                                    .map(this::dot)
                                    .toList(),
                            escalation.status() == DoseEscalation.Status.OPEN
                                            || c.purpose() == DoseEscalation.Purpose.EXPANSION
                                    ? c.remaining()
                                    : 0))
                    .toList();
        }

        private Dot dot(Patient patient) {
            return new Dot(
                    patient.code(),
                    Page.subject(patient.recipient().toString()),
                    "dot-" + word(patient.status()).replace('_', '-'),
                    words.choice(DoseEscalation.PatientStatus.class, word(patient.status())),
                    part(patient));
        }

        private List<Waiting> waiting() {
            return escalation.patients().stream()
                    .filter(p -> p.status() == DoseEscalation.PatientStatus.IN_WINDOW && p.windowEnds() != null)
                    .sorted(java.util.Comparator.comparing(p -> Objects.requireNonNull(p.windowEnds())))
                    .map(p -> {
                        Instant ends = Objects.requireNonNull(p.windowEnds());
                        boolean over = !page.now().isBefore(ends);
                        return new Waiting(
                                p.code(),
                                Page.subject(p.recipient().toString()),
                                p.level(),
                                words.time(ends),
                                ends.toString(),
                                over ? page.t("board.over") : words.distance(ends, page.now()),
                                over,
                                part(p));
                    })
                    .toList();
        }

        private int part(Patient patient) {
            Instant ends = patient.windowEnds();
            if (ends == null) {
                return 0;
            }
            Duration window = escalation.plan().dltWindow();
            long passed = Duration.between(ends.minus(window), page.now()).toMinutes();
            return (int) Math.clamp(100 * passed / Math.max(1, window.toMinutes()), 0, 100);
        }

        private String name(int level) {
            return level <= escalation.plan().levels().size()
                    ? escalation.plan().level(level).name()
                    : Integer.toString(level);
        }

        private String unit() {
            return switch (escalation.plan().basis()) {
                case FIXED -> page.t("board.unit.fixed");
                case PER_KG -> page.t("board.unit.per-kg");
                case PER_M2 -> page.t("board.unit.per-m2");
            };
        }

        private static Tone tone(@Nullable Decision decision) {
            return switch (decision) {
                case ESCALATE, ESCALATE_FUTILE -> Tone.DONE;
                case STAY -> Tone.READY;
                case DEESCALATE, WAIT -> Tone.ATTENTION;
                case ELIMINATE, ELIMINATE_TOXIC, ELIMINATE_FUTILE, STOP -> Tone.STOPPED;
                case null -> Tone.NONE;
            };
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(BigDecimal value) {
        return value.movePointRight(2)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** For the places that are free. */
    public static List<Integer> places(Group group) {
        return IntStream.range(0, group.free()).boxed().toList();
    }
}
