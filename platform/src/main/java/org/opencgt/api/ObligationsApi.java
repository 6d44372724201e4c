package org.opencgt.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.obligation.DueWork;
import org.opencgt.obligation.Obligation;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Due work: of a person, of a site, of a subject. */
@RestController
class ObligationsApi {

    /** How far ahead work is listed unless asked otherwise. */
    private static final Duration AHEAD = Duration.ofDays(30);

    private static final int MOST = 1_000;

    private final SubjectReading subjects;
    private final DueWork dueWork;
    private final Clock clock;

    ObligationsApi(SubjectReading subjects, DueWork dueWork, Clock clock) {
        this.subjects = subjects;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * Due work.
     *
     * @param subject whom it is about
     * @param due the end of its time
     * @param standing due_later, overdue, fulfilled, fulfilled_late and so on
     * @param by roles that may do it
     * @param fulfilledBy the entry that did it
     */
    record Due(
            String id,
            String pack,
            String clause,
            String name,
            String subject,
            Instant due,
            String standing,
            List<String> by,
            @Nullable String fulfilledBy) {}

    /** All that was ever due for a subject, done or not. */
    @GetMapping("/api/subjects/{ref}/obligations")
    List<Due> ofSubject(@PathVariable String ref, Caller caller) {
        Ref<? extends Subject> subject = SubjectsApi.ref(ref, "ref");
        standing(subject, caller);
        return shown(dueWork.of(subject));
    }

    /**
     * What is open for a person (by roles, at the person's site), or at a site whoever does it; without either, for the caller.
     *
     * @param before only what is due before this time; unless given, 30 days from now
     */
    @GetMapping("/api/obligations")
    List<Due> open(
            Caller caller,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String before) {
        Instant until = before == null ? clock.instant().plus(AHEAD) : SubjectsApi.time(before, "before");
        if (site != null) {
            Ref<? extends Subject> at = SubjectsApi.ref(site, "site");
            standing(at, caller);
            return shown(dueWork.openAt(at, until, MOST));
        }
        Ref<? extends Subject> who = SubjectsApi.ref(person == null ? caller.getPrincipal() : person, "person");
        if (!(standing(who, caller) instanceof Person found)) {
            throw new InvalidAct(Fault.at("person", "reference", "person"));
        }
        return shown(dueWork.openFor(found.roles(), found.site(), until, MOST));
    }

    private Subject standing(Ref<? extends Subject> ref, Caller caller) {
        Subject state =
                subjects.now(ref).orElseThrow(() -> new NoSuchSubject(ref)).state();
        caller.requireReach(ref, state);
        return state;
    }

    private List<Due> shown(List<Obligation> obligations) {
        Instant now = clock.instant();
        return obligations.stream().map(o -> shown(o, now)).toList();
    }

    private static Due shown(Obligation obligation, Instant now) {
        var fulfilled = obligation.fulfilled();
        return new Due(
                obligation.id(),
                obligation.pack(),
                obligation.clause(),
                obligation.name(),
                obligation.subject().toString(),
                obligation.due(),
                obligation.standingAt(now).name().toLowerCase(Locale.ROOT),
                obligation.by().stream()
                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                        .toList(),
                fulfilled == null ? null : fulfilled.entry());
    }
}
