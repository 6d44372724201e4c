package org.opencgt.web.reading;

import java.util.List;
import java.util.Optional;
import org.opencgt.act.Ref;
import org.opencgt.gate.Answer;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.Guidelines;
import org.opencgt.pipeline.StatusReading;
import org.springframework.stereotype.Component;

/** The packs, and what became of their clauses for a subject. */
@Component
final class GuidelineBook implements GuidelineReading {

    private final PackReading book;
    private final StatusReading status;

    GuidelineBook(Guidelines guidelines, StatusReading status) {
        this.book = new PackReading(guidelines);
        this.status = status;
    }

    @Override
    public List<Pack> packs() {
        return book.packs();
    }

    @Override
    public List<Clause> clauses() {
        return book.clauses();
    }

    @Override
    public Optional<Clause> clause(String id) {
        return book.clause(id);
    }

    @Override
    public List<ClauseStatus> status(Ref<?> subject) {
        return status.of(subject).stream()
                .flatMap(line -> book
                        .clause(line.clause().id())
                        .map(clause -> new ClauseStatus(
                                clause,
                                status(line.standing()),
                                line.last() == null ? null : line.last().entry(),
                                null,
                                line.answer() instanceof Answer.Is(Object value) ? value.toString() : null))
                        .stream())
                .toList();
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
