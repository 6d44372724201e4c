package org.opencgt.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Finding;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.ClauseChange;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Pack;
import org.opencgt.guideline.PackChanges;
import org.opencgt.guideline.RuleText;
import org.opencgt.language.Bilingual;
import org.opencgt.pipeline.ChangeEffects;
import org.opencgt.pipeline.ChangeReading;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a new version of a guideline pack changes, and what that means for each product. */
@Controller
public class GuidelineChangePages {

    /** Subjects that an effect names; the others are counted. */
    private static final int NAMED = 5;

    private final Pages pages;
    private final Guidelines guidelines;
    private final ChangeReading reading;
    private final Naming naming;

    GuidelineChangePages(Pages pages, Guidelines guidelines, ChangeReading reading, Naming naming) {
        this.pages = pages;
        this.guidelines = guidelines;
        this.reading = reading;
        this.naming = naming;
    }

    /** A version of the pack. */
    public record Version(String version, LocalDate effective, boolean inForce, boolean from, boolean to) {}

    /** A rule as the pack words it. */
    public record RuleView(String code, @Nullable Bilingual message) {}

    /** A clause in one version. */
    public record Wording(Bilingual title, Bilingual text, String strength, List<RuleView> rules) {}

    /** A clause that changed. */
    public record Change(
            String clause,
            Shown.Badge kind,
            List<String> parts,
            @Nullable Wording before,
            @Nullable Wording after) {}

    /** How a clause stands in one version. */
    public record Side(Shown.Badge status, @Nullable Bilingual message, List<String> missing) {}

    /** A changed clause at a gate. */
    public record Effect(
            String clause,
            String act,
            Side before,
            Side after,
            Shown.Badge turn,
            List<Shown.Link> subjects,
            int more) {}

    /** What a changed profile says. */
    public record Answered(String clause, String before, String after) {}

    /** How a changed clause came out last, and by which version. */
    public record Asked(String clause, Shown.Badge standing, String version, String time, String entry) {}

    /** A product, or the subjects without one. */
    public record ProductView(
            Shown.@Nullable Link product,
            @Nullable String attachment,
            List<Shown.Badge> counts,
            List<Effect> effects,
            List<Answered> answers,
            List<Asked> asked) {}

    /** All of the page. */
    public record ChangesView(
            String pack,
            Bilingual document,
            List<Version> versions,
            @Nullable String from,
            @Nullable String to,
            Shown.@Nullable Badge since,
            List<Shown.Badge> counts,
            List<Change> changes,
            List<ProductView> products) {}

    @GetMapping("/guidelines/{pack}/changes")
    ModelAndView show(
            Page page,
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        List<Pack> versions = guidelines.versions(pack);
        if (versions.isEmpty()) {
            throw new NoSuchPage();
        }
        Optional<PackChanges> found = guidelines.changes(pack, from, to, page.now());
        if (found.isEmpty() && (from != null || to != null)) {
            throw new NoSuchPage();
        }
        return pages.show(
                page,
                "guideline-changes",
                found.map(changes -> compared(page, changes, versions))
                        .orElseGet(() -> new ChangesView(
                                pack,
                                versions.getLast().document(),
                                List.of(),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of())));
    }

    private ChangesView compared(Page page, PackChanges changes, List<Pack> versions) {
        List<ChangeEffects> effects = reading.of(changes, (ref, state) -> true);
        Map<String, String> names = names(effects);
        return new ChangesView(
                changes.to().id(),
                changes.to().document(),
                versions.stream()
                        .map(v -> new Version(
                                v.version(),
                                v.inForce().effective(),
                                v.inForce().countsAt(page.now()),
                                v == changes.from(),
                                v == changes.to()))
                        .toList(),
                changes.from().version(),
                changes.to().version(),
                since(page, changes.to()),
                Stream.of(ClauseChange.Kind.values())
                        .map(kind -> new Shown.Badge(
                                Tone.NONE,
                                page.words().of("changes.kind." + kind.word()) + " "
                                        + changes.changes().stream()
                                                .filter(c -> c.kind() == kind)
                                                .count()))
                        .toList(),
                changes.changes().stream().map(c -> change(page, c)).toList(),
                effects.stream()
                        .map(e -> product(page, changes.to().id(), e, names))
                        .toList());
    }

    private static Shown.Badge since(Page page, Pack to) {
        String day = page.words().day(to.inForce().effective());
        if (to.inForce().countsAt(page.now())) {
            return new Shown.Badge(Tone.DONE, page.t("changes.in-force", day));
        }
        return page.now().isBefore(to.inForce().begins())
                ? new Shown.Badge(Tone.ATTENTION, page.t("changes.from-day", day))
                : new Shown.Badge(Tone.NONE, page.t("changes.replaced", day));
    }

    private static Change change(Page page, ClauseChange change) {
        Tone tone = switch (change.kind()) {
            case ADDED, CHANGED -> Tone.ATTENTION;
            case WITHDRAWN -> Tone.NONE;
        };
        return new Change(
                change.clause(),
                new Shown.Badge(
                        tone, page.words().of("changes.kind." + change.kind().word())),
                change.parts().stream()
                        .sorted()
                        .map(p -> page.words().of("changes.part." + p.word()))
                        .toList(),
                wording(change.before()),
                wording(change.after()));
    }

    private static @Nullable Wording wording(@Nullable Clause clause) {
        return clause == null
                ? null
                : new Wording(
                        clause.title(),
                        clause.text(),
                        clause.strength().word(),
                        clause.rules().stream()
                                .map(RuleText::of)
                                .map(r -> new RuleView(
                                        r.lines().stream()
                                                .map(l -> l.member() + ": " + l.value())
                                                .collect(Collectors.joining("\n")),
                                        r.message()))
                                .toList());
    }

    private ProductView product(Page page, String pack, ChangeEffects effects, Map<String, String> names) {
        Ref<?> product = effects.product();
        return new ProductView(
                product == null ? null : SubjectPages.link(product.toString(), names, page.words()),
                attachment(page, effects),
                Stream.of(ChangeEffects.Turn.values())
                        .filter(turn -> turn != ChangeEffects.Turn.SAME && effects.count(turn) > 0)
                        .map(turn -> turn(page, turn, " " + effects.count(turn)))
                        .toList(),
                effects.effects().stream().map(e -> effect(page, e, names)).toList(),
                effects.answers().stream()
                        .map(a -> new Answered(a.clause(), said(page, a.before()), said(page, a.after())))
                        .toList(),
                effects.asked().values().stream()
                        .map(line -> asked(page, pack, line))
                        .sorted(Comparator.comparing(Asked::clause))
                        .toList());
    }

    /** Where a version is not about the product; null where both are. */
    private static @Nullable String attachment(Page page, ChangeEffects effects) {
        if (effects.attachedBefore() && effects.attachedAfter()) {
            return null;
        }
        return effects.attachedAfter()
                ? page.t("changes.attaches-now")
                : effects.attachedBefore() ? page.t("changes.attaches-no-longer") : page.t("changes.attaches-never");
    }

    private static Effect effect(Page page, ChangeEffects.Effect effect, Map<String, String> names) {
        return new Effect(
                effect.clause(),
                page.words().act(effect.act()),
                side(page, effect.before()),
                side(page, effect.after()),
                turn(page, effect.turn(), ""),
                effect.subjects().stream()
                        .limit(NAMED)
                        .map(s -> SubjectPages.link(s.toString(), names, page.words()))
                        .toList(),
                Math.max(0, effect.subjects().size() - NAMED));
    }

    private static Side side(Page page, ChangeEffects.Side side) {
        Tone tone = switch (side.meaning()) {
            case NOT_ASKED, NOT_APPLICABLE -> Tone.NONE;
            case HOLDS -> Tone.DONE;
            case AT_THE_ACT -> Tone.READY;
            case JUSTIFICATION, LACKS_FACT -> Tone.ATTENTION;
            case BLOCKS -> Tone.STOPPED;
        };
        boolean stops = tone == Tone.ATTENTION || tone == Tone.STOPPED;
        return new Side(
                new Shown.Badge(
                        tone,
                        page.words().of("changes.meaning." + side.meaning().word())),
                stops ? side.message() : null,
                stops ? side.missing().stream().map(page.words()::fact).toList() : List.of());
    }

    private static Shown.Badge turn(Page page, ChangeEffects.Turn turn, String more) {
        Tone tone = switch (turn) {
            case NEWLY_BLOCKS -> Tone.STOPPED;
            case NEWLY_JUSTIFIED, NEWLY_ASKED, OTHER_RULE -> Tone.ATTENTION;
            case NEWLY_PASSES -> Tone.DONE;
            case SAME -> Tone.NONE;
        };
        return new Shown.Badge(tone, page.words().of("changes.turn." + turn.word()) + more);
    }

    private static Asked asked(Page page, String pack, GuidelineStatus.Line line) {
        GuidelineStatus.Judged last = Objects.requireNonNull(line.last());
        Finding.Result result = last
                .verdict()
                .clauses()
                .getOrDefault(line.clause().id(), List.of())
                .stream()
                .map(e -> e.result())
                .filter(r -> r != Finding.Result.HOLDS)
                .findFirst()
                .orElse(Finding.Result.HOLDS);
        Tone tone = switch (result) {
            case HOLDS -> Tone.DONE;
            case LIFTED -> Tone.ATTENTION;
            case NOT_ADOPTED -> Tone.NONE;
            case FAILS, UNKNOWN, ERROR -> Tone.STOPPED;
        };
        return new Asked(
                line.clause().id(),
                new Shown.Badge(
                        tone, page.words().of("changes.asked." + result.name().toLowerCase(Locale.ROOT))),
                Objects.requireNonNullElse(last.verdict().packs().get(pack), "–"),
                page.words().time(last.performedAt()),
                last.entry());
    }

    private static String said(Page page, @Nullable Answer answer) {
        return switch (answer) {
            case Answer.Is(Boolean value) -> page.t(value ? "choice.yes" : "choice.no");
            case Answer.Is(List<?> values) ->
                values.stream().map(v -> page.words().term(String.valueOf(v))).collect(Collectors.joining(" · "));
            case Answer.Is(Object value) -> page.words().term(value.toString());
            case Answer.Missing(List<String> facts) ->
                page.t("changes.meaning.lacks_fact") + ": " + String.join(", ", facts);
            case Answer.Broken(String why) -> why;
            case null -> "–";
        };
    }

    private Map<String, String> names(List<ChangeEffects> effects) {
        List<String> refs = new ArrayList<>();
        for (ChangeEffects one : effects) {
            Ref<? extends Subject> product = one.product();
            if (product != null) {
                refs.add(product.toString());
            }
            one.effects().forEach(e -> e.subjects().stream().limit(NAMED).forEach(s -> refs.add(s.toString())));
        }
        return new HashMap<>(naming.names(refs));
    }

    /** The keys that are made from data. */
    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        Stream.of(ClauseChange.Kind.values()).forEach(k -> keys.add("changes.kind." + k.word()));
        Stream.of(ClauseChange.Part.values()).forEach(p -> keys.add("changes.part." + p.word()));
        Stream.of(ChangeEffects.Meaning.values()).forEach(m -> keys.add("changes.meaning." + m.word()));
        Stream.of(ChangeEffects.Turn.values()).forEach(t -> keys.add("changes.turn." + t.word()));
        Stream.of(Finding.Result.values())
                .forEach(r -> keys.add("changes.asked." + r.name().toLowerCase(Locale.ROOT)));
        return keys;
    }
}
