package org.opencgt.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * How an institution collected cells and used the product over a period (IC-5.1.1.3f).
 *
 * @param accepted collections that the maker accepted
 * @param adverse whether the institution fell short and action follows
 * @param action what follows; absent where nothing does
 */
public record InstitutionReview(
        Ref<Site> institution,
        LocalDate from,
        LocalDate to,
        @In(value = "1", min = "0") int collections,
        @In(value = "1", min = "0") int accepted,
        @In(value = "1", min = "0") int collectionDeviations,
        @In(value = "1", min = "0") int infusions,
        @In(value = "1", min = "0") int infusionDeviations,
        @In(value = "1", min = "0") int complaints,
        boolean adverse,
        @Nullable @Text(max = 1000, lines = true) String action) {}
