package org.opencgt.identity;

import java.time.Clock;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.springframework.stereotype.Component;

/**
 * Says what a scanner that types like a keyboard read: ISBT 128 with its data identifiers, GS1 with its application
 * identifiers, our own references and bare identifiers. Never guesses: what has a wrong check character is refused, what could
 * be two things is refused, and what is nothing known is said to be unknown.
 */
@Component
public final class ScanReader {

    private static final Pattern SYMBOLOGY = Pattern.compile("\\](?<gs1>C1|d2|Q3|e0)|\\][A-Za-z][0-9A-F]");
    private static final Pattern REFERENCE = Pattern.compile("([a-z][a-z-]{1,30}):(.+)");
    private static final Pattern GS1_BARE = Pattern.compile("01[0-9]{14}(1[017]|21|$).*", Pattern.DOTALL);
    private static final Pattern DONATION = Pattern.compile("[A-Z1-9][A-Z0-9]{12}([0-9A-Z]{2})?[0-9A-Z*]?");
    private static final Pattern DONATION_START = Pattern.compile("[A-Z1-9][A-Z0-9]{2}[0-9A-Z]{10}.*");
    private static final String EUROPEAN = "SEC:";
    private static final int DONATION_AND_FLAGS = 15;

    private final Identifiers identifiers;
    private final Clock clock;

    ScanReader(Identifiers identifiers, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public Scan read(String typed) {
        String text = typed.strip();
        try {
            return text.isEmpty() ? new Scan.Refused(typed, Fault.at("", "scan-empty")) : known(text);
        } catch (InvalidIdentifier e) {
            return new Scan.Refused(text, e.fault());
        }
    }

    private Scan known(String text) {
        Matcher symbology = SYMBOLOGY.matcher(text);
        if (symbology.lookingAt()) {
            String rest = text.substring(symbology.end());
            return symbology.group("gs1") != null ? Gs1.read(rest, Year.now(clock)) : known(rest);
        }
        if (text.startsWith("=") || text.startsWith("&")) {
            return Isbt128.read(text);
        }
        if (text.startsWith(EUROPEAN)) {
            return new Scan.OfEuropeanCode(
                    SingleEuropeanCode.read(text.substring(EUROPEAN.length()).strip()));
        }
        if (text.startsWith("(")
                || text.charAt(0) == Gs1.SEPARATOR
                || GS1_BARE.matcher(text).matches()) {
            return Gs1.read(text, Year.now(clock));
        }
        Matcher reference = REFERENCE.matcher(text);
        if (reference.matches() && identifiers.knows(reference.group(1))) {
            return reference(text);
        }
        return bare(text);
    }

    private Scan reference(String text) {
        Ref<?> ref;
        try {
            ref = Ref.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidIdentifier("identifier-reference", text);
        }
        Optional<Fault> fault = identifiers.fault(ref);
        return fault.isPresent() ? new Scan.Refused(text, fault.get()) : new Scan.OfSubject(ref);
    }

    private Scan bare(String text) {
        if (identifiers.isMeantAsOurs(text)) {
            return new Scan.OfSubject(identifiers.house(text));
        }
        String compact = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (ChainOfIdentity.isShaped(compact)) {
            if (isDonationWithCheckFlags(compact)) {
                throw new InvalidIdentifier("scan-ambiguous", text);
            }
            return new Scan.OfChain(new ChainOfIdentity(compact));
        }
        if (!DONATION.matcher(compact).matches()
                || !DONATION_START.matcher(compact).matches()) {
            return new Scan.Unknown(text);
        }
        if (compact.length() == DONATION_AND_FLAGS) {
            if (!isDonationWithCheckFlags(compact)) {
                throw new InvalidIdentifier("identifier-check-missing", text);
            }
            return Isbt128.read("=" + compact);
        }
        return new Scan.OfDonation(DonationNumber.typed(text), DonationNumber.NO_FLAGS);
    }

    private static boolean isDonationWithCheckFlags(String compact) {
        return compact.length() == DONATION_AND_FLAGS
                && DonationNumber.isShaped(compact.substring(0, 13))
                && new DonationNumber(compact.substring(0, 13)).checkFlags().equals(compact.substring(13));
    }
}
