package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * Quality and risk along a study (CD-4.2.4d), benefit against risk at each stage (CD-7.2.1c).
 *
 * @param stage that the study is in; absent before the first
 */
@RecordBuilder
public record StudyOversight(
        List<PhasePlan> phases,
        List<Review> reviews,
        @Nullable String stage) implements StudyOversightBuilder.With {

    public static final StudyOversight NONE = new StudyOversight(List.of(), List.of(), null);

    public enum Phase {
        START_UP,
        ENROLMENT,
        TREATMENT,
        FOLLOW_UP,
        CLOSE
    }

    /** How quality is kept in a phase, and its entries in the risk register. */
    public record PhasePlan(Phase phase, Ref<Document> qualityPlan, List<Ref<Risk>> risks) {}

    /** Benefit against risk on the evidence so far. */
    public record Review(
            @Text(max = 60) String stage,
            @Text(max = 2000, lines = true) String evidence,
            Conclusion conclusion,
            @Text(max = 1000, lines = true) String population,
            LocalDate signed) {}

    public enum Conclusion {
        FAVOURABLE,
        FAVOURABLE_IN_PART,
        UNFAVOURABLE
    }

    public StudyOversight reviewed(Review review) {
        return withReviews(Lists.plus(reviews, review));
    }
}
