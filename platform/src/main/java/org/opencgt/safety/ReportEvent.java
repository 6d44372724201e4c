package org.opencgt.safety;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Event;
import org.opencgt.subject.EventBuilder;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Unit;

/**
 * Something unfavourable happened to the recipient (CA-10.8, CA-8.2.7e).
 *
 * @param term as in MedDRA, as far as known
 * @param aware when the hospital learned of it: reporting times run from here
 * @param grade by the standard; 0 where it is computed later
 * @param seriousness why it counts as serious, by ICH E2A; empty: not serious
 * @param unexpected whether nature or severity is not in the product's information
 * @param measures what was done so far
 */
@ActType(
        value = "safety.report-event",
        by = {Role.DOCTOR, Role.NURSE, Role.PHARMACOVIGILANCE})
public record ReportEvent(
        @Makes Ref<Event> event,
        @Concerns Ref<Recipient> recipient,
        @Concerns Ref<Order> order,
        @Nullable @Concerns Ref<Unit> unit,
        @Text(max = 200) String term,
        Instant onset,
        Instant aware,
        @In(value = "1", min = "0", max = "5") int grade,
        @Nullable @Text(max = 60) String gradingStandard,
        List<Seriousness> seriousness,
        boolean unexpected,
        boolean ofSpecialInterest,
        Causality causality,
        @Nullable @Text(max = 4000, lines = true) String measures)
        implements Act {

    /** ICH E2A, II.B. */
    public enum Seriousness {
        DEATH,
        LIFE_THREATENING,
        HOSPITALISATION,
        DISABILITY,
        CONGENITAL_ANOMALY,
        MEDICALLY_IMPORTANT
    }

    /** Whether the product caused it. */
    public enum Causality {
        RELATED,
        POSSIBLY_RELATED,
        UNLIKELY_RELATED,
        UNRELATED,
        NOT_ASSESSED
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        event,
                        EventBuilder.builder()
                                .recipient(recipient)
                                .unit(unit)
                                .order(order)
                                .term(term)
                                .onset(onset)
                                .aware(aware)
                                .grade(grade)
                                .gradingStandard(gradingStandard)
                                .serious(!seriousness.isEmpty())
                                .seriousness(seriousness.stream()
                                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                                        .toList())
                                .unexpected(unexpected)
                                .ofSpecialInterest(ofSpecialInterest)
                                .causality(causality.name().toLowerCase(Locale.ROOT))
                                .status(Event.Status.OPEN)
                                .measures(measures)
                                .build())
                .andOn(order, o -> o.reported(event));
    }
}
