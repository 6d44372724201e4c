package org.opencgt.web.reading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.gate.Answer;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.Guidelines;
import org.opencgt.pipeline.StatusReading;
import org.springframework.stereotype.Component;

/** The packs, and what became of their clauses for a subject. */
@Component
final class GuidelineBook implements GuidelineReading {

    private final Guidelines guidelines;
    private final StatusReading status;
    private final Clock clock;

    /** Of the versions that counted when it was last opened. */
    private volatile Edition edition;

    GuidelineBook(Guidelines guidelines, StatusReading status, Clock clock) {
        this.guidelines = guidelines;
        this.status = status;
        this.clock = clock;
        this.edition = edition(guidelines.at(clock.instant()));
    }

    private record Edition(List<org.opencgt.guideline.Pack> counting, PackReading book) {}

    private Edition edition(List<org.opencgt.guideline.Pack> counting) {
        return new Edition(counting, new PackReading(guidelines.packs(), counting));
    }

    private PackReading book() {
        List<org.opencgt.guideline.Pack> counting = guidelines.at(clock.instant());
        Edition open = edition;
        if (!open.counting().equals(counting)) {
            open = edition(counting);
            edition = open;
        }
        return open.book();
    }

    @Override
    public List<Pack> packs() {
        return book().packs();
    }

    @Override
    public List<Clause> clauses() {
        return book().clauses();
    }

    @Override
    public Optional<Clause> clause(String id) {
        return book().clause(id);
    }

    @Override
    public List<ClauseStatus> status(Ref<?> subject) {
        PackReading book = book();
        return status.of(subject).stream()
                .flatMap(line -> book
                        .clause(line.clause().id())
                        .map(clause -> new ClauseStatus(
                                clause,
                                status(line.standing()),
                                line.last() == null ? null : line.last().entry(),
                                null,
                                answer(line.answer())))
                        .stream())
                .toList();
    }

    /** A value as words; those of a list parted by spaces. */
    private static @Nullable String answer(@Nullable Answer answer) {
        return switch (answer) {
            case Answer.Is(List<?> values) ->
                values.stream().map(String::valueOf).collect(Collectors.joining(" "));
            case Answer.Is(Object value) -> value.toString();
            case null, default -> null;
        };
    }

    private static Status status(GuidelineStatus.Standing standing) {
        return switch (standing) {
            case HELD, LIFTED, ANSWERED -> Status.MET;
            case FAILED -> Status.NOT_MET;
            case DUE -> Status.DUE;
            case NEVER_ASKED -> Status.NOT_YET;
            case NOT_SERVED -> Status.NOT_SERVED;
            case NOT_ADOPTED, NOT_APPLICABLE -> Status.NOT_APPLICABLE;
        };
    }
}
