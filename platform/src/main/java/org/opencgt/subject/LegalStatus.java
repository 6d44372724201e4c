package org.opencgt.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Text;

/**
 * What an institution is in law.
 *
 * @param country ISO 3166-1 alpha-2, for example {@code CN}
 * @param registrationNumber of the register in which it stands; absent where it stands in none
 */
public record LegalStatus(
        boolean legalPerson,
        @Text(max = 2, pattern = "[A-Z]{2}") String country,
        @Nullable String registrationNumber,
        LocalDate established) {}
