package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/** How a site meets the risks of a product along the whole of its use (CA-9.1). */
@RecordBuilder
@Subject.Kind(value = "risk-plan", prefix = "Q")
public record RiskPlan(
        Ref<Site> site,
        Ref<Product> product,
        String version,
        List<Entry> entries,
        LocalDate effective,
        LocalDate reviewDue,
        List<Review> reviews)
        implements Subject, RiskPlanBuilder.With {

    /** A stage of treatment. */
    public enum Stage {
        COLLECTION,
        RECEIPT,
        THAW,
        PREPARATION,
        PRECONDITIONING,
        INFUSION,
        OBSERVATION,
        FOLLOW_UP
    }

    /** A risk at a stage, what is done about it and who answers for that. */
    public record Entry(
            Stage stage,
            @Text(max = 500) String risk,
            List<String> measures,
            @Nullable Ref<Person> responsible) {}

    /** @param trigger why it was looked at: the interval, a serious event, a deviation, a change */
    public record Review(
            LocalDate on,
            Trigger trigger,
            @Text(max = 2000, lines = true) String outcome) {

        public enum Trigger {
            INTERVAL,
            SERIOUS_EVENT,
            DEVIATION,
            CHANGE,
            NEW_INFORMATION
        }
    }

    public RiskPlan reviewed(Review review, LocalDate next) {
        return withReviews(Lists.plus(reviews, review)).withReviewDue(next);
    }
}
