package org.opencgt.identity;

import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import org.opencgt.act.SubjectDeclaration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Donation identification numbers in the shape of ISBT 128, under the site's facility code. Within the system they stand
 * without flags and check character.
 */
@Component
@EnableConfigurationProperties(IdentifierSettings.class)
public final class DonationScheme implements IdentifierScheme {

    static final String NAME = "isbt-128";

    private static final long MOST = 999_999;

    private final String facility;

    DonationScheme(IdentifierSettings settings) {
        this.facility = settings.facility();
        if (!DonationNumber.isShaped(facility + "00000000")) {
            throw new IllegalArgumentException(
                    "opencgt.identifiers.facility is no facility identification number of five characters: "
                            + facility);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String series(SubjectDeclaration kind, Year year) {
        return "din" + facility.toLowerCase(Locale.ROOT) + yy(year);
    }

    @Override
    public Optional<String> write(SubjectDeclaration kind, Year year, long number) {
        if (number > MOST) {
            throw new IllegalStateException("no donation number is left for " + facility + " in " + year);
        }
        return Optional.of(new DonationNumber(facility + yy(year) + String.format(Locale.ROOT, "%06d", number)).text());
    }

    @Override
    public String read(SubjectDeclaration kind, String typed) {
        return DonationNumber.typed(typed).text();
    }

    @Override
    public String print(String id) {
        return new DonationNumber(id).printed();
    }

    private static String yy(Year year) {
        return String.format(Locale.ROOT, "%02d", year.getValue() % 100);
    }
}
