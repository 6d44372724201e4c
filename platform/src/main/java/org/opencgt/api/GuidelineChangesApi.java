package org.opencgt.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.gate.Answer;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What differs between two versions of a guideline pack, and what that means for each product. */
@RestController
class GuidelineChangesApi {

    private final Guidelines guidelines;
    private final ChangeReading reading;
    private final Problems problems;
    private final Clock clock;

    GuidelineChangesApi(Guidelines guidelines, ChangeReading reading, Problems problems, Clock clock) {
        this.guidelines = guidelines;
        this.reading = reading;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param inForce whether acts are judged by it now */
    record Version(String version, LocalDate effective, boolean inForce) {}

    /** A rule as the pack words it. */
    record RuleShown(List<RuleText.Line> lines, @Nullable String message) {}

    /** A clause in one version. */
    record ClauseShown(String number, String title, String text, String strength, List<RuleShown> rules) {}

    /**
     * A clause that changed.
     *
     * @param change added, changed or withdrawn
     * @param parts what changed: strength, rules, wording, filing
     */
    record Change(
            String clause,
            String change,
            List<String> parts,
            @Nullable ClauseShown before,
            @Nullable ClauseShown after) {}

    /** How a clause stands in one version. */
    record Side(
            String status, List<String> missing, @Nullable String message) {}

    /**
     * @param turn newly_blocks, newly_justified, newly_asked, newly_passes, other_rule or same
     */
    record Effect(String clause, String act, Side before, Side after, String turn, List<String> subjects) {}

    /** What a changed profile says of the product. */
    record ProfileAnswer(
            String clause,
            @Nullable String before,
            @Nullable String after) {}

    /** How a changed clause came out the last time that an act asked it, and under which version. */
    record Asked(
            String clause,
            String status,
            String entry,
            Instant performedAt,
            @Nullable String version) {}

    /** @param product absent: subjects that lead to no product */
    record Product(
            @Nullable String product,
            boolean attachedBefore,
            boolean attachedAfter,
            List<Effect> effects,
            List<ProfileAnswer> answers,
            List<Asked> asked) {}

    /** Two versions compared. */
    record Changes(
            String pack, String document, Version from, Version to, List<Change> changes, List<Product> products) {}

    /**
     * Without {@code to}, the next version that takes effect, or else the newest; without {@code from}, the one before it. The
     * states are those of now; a token that is bound to a site sees the subjects that it reaches.
     */
    @GetMapping("/api/guidelines/changes")
    ResponseEntity<?> changes(
            @RequestParam String pack,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Caller caller,
            Locale locale) {
        Instant now = clock.instant();
        Optional<PackChanges> found = guidelines.changes(pack, from, to, now);
        return found.<ResponseEntity<?>>map(changes -> ResponseEntity.ok(new Changes(
                        pack,
                        changes.to().document().in(locale),
                        version(changes.from(), now),
                        version(changes.to(), now),
                        changes.changes().stream().map(c -> change(c, locale)).toList(),
                        reading.of(changes, caller::reaches).stream()
                                .map(p -> product(pack, p, locale))
                                .toList())))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("no-such-versions", locale, pack)));
    }

    private static Version version(Pack pack, Instant now) {
        return new Version(
                pack.version(), pack.inForce().effective(), pack.inForce().countsAt(now));
    }

    private static Change change(ClauseChange change, Locale locale) {
        return new Change(
                change.clause(),
                change.kind().word(),
                change.parts().stream().sorted().map(ClauseChange.Part::word).toList(),
                shown(change.before(), locale),
                shown(change.after(), locale));
    }

    private static @Nullable ClauseShown shown(@Nullable Clause clause, Locale locale) {
        return clause == null
                ? null
                : new ClauseShown(
                        clause.number(),
                        clause.title().in(locale),
                        clause.text().in(locale),
                        clause.strength().word(),
                        clause.rules().stream()
                                .map(RuleText::of)
                                .map(r -> new RuleShown(r.lines(), in(r.message(), locale)))
                                .toList());
    }

    private static Product product(String pack, ChangeEffects effects, Locale locale) {
        Ref<?> product = effects.product();
        return new Product(
                product == null ? null : product.toString(),
                effects.attachedBefore(),
                effects.attachedAfter(),
                effects.effects().stream()
                        .map(e -> new Effect(
                                e.clause(),
                                e.act(),
                                side(e.before(), locale),
                                side(e.after(), locale),
                                e.turn().word(),
                                e.subjects().stream().map(Ref::toString).toList()))
                        .toList(),
                effects.answers().stream()
                        .map(a -> new ProfileAnswer(a.clause(), said(a.before()), said(a.after())))
                        .toList(),
                effects.asked().values().stream()
                        .map(line -> asked(pack, line))
                        .sorted(Comparator.comparing(Asked::clause))
                        .toList());
    }

    private static Side side(ChangeEffects.Side side, Locale locale) {
        return new Side(side.meaning().word(), side.missing(), in(side.message(), locale));
    }

    private static Asked asked(String pack, GuidelineStatus.Line line) {
        GuidelineStatus.Judged last = Objects.requireNonNull(line.last());
        return new Asked(
                line.clause().id(),
                line.standing().word(),
                last.entry(),
                last.performedAt(),
                last.verdict().packs().get(pack));
    }

    private static @Nullable String said(@Nullable Answer answer) {
        return switch (answer) {
            case Answer.Is(Object value) -> value.toString();
            case Answer.Missing(List<String> facts) -> "? " + String.join(", ", facts);
            case Answer.Broken(String why) -> "! " + why;
            case null -> null;
        };
    }

    private static @Nullable String in(@Nullable Bilingual text, Locale locale) {
        return text == null ? null : text.in(locale);
    }
}
