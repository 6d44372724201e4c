package org.opencgt.identity;

import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencgt.act.SubjectDeclaration;
import org.springframework.stereotype.Component;

/**
 * Our own identifiers: {@code U26-000123-K}, the prefix of the kind, the year, a running number and a check character after
 * ISO/IEC 7064 Mod 37,2 over the rest without hyphens. Numbers whose check character would be {@code *} are left out.
 */
@Component
public final class HouseScheme implements IdentifierScheme {

    static final String NAME = "house";

    private static final Pattern COMPACT = Pattern.compile("([A-Z]{1,3})([0-9]{2})([0-9]{6,9})([0-9A-Z])");
    private static final Pattern HYPHENATED = Pattern.compile("[A-Za-z]{1,3}[0-9]{2}-[^-]{6,9}-.");
    private static final long MOST = 999_999_999;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String series(SubjectDeclaration kind, Year year) {
        return (kind.prefix() + digits(year)).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> write(SubjectDeclaration kind, Year year, long number) {
        if (number > MOST) {
            throw new IllegalStateException("no number is left in " + series(kind, year));
        }
        String serial = String.format(Locale.ROOT, "%06d", number);
        char check = CheckCharacter.of(kind.prefix() + digits(year) + serial);
        return check == '*' ? Optional.empty() : Optional.of(kind.prefix() + digits(year) + "-" + serial + "-" + check);
    }

    @Override
    public String read(SubjectDeclaration kind, String typed) {
        String id = read(typed);
        if (!prefix(id).equals(kind.prefix())) {
            throw new InvalidIdentifier("identifier-prefix", typed, prefix(id), kind.prefix(), kind.kind());
        }
        return id;
    }

    @Override
    public String print(String id) {
        return id;
    }

    /** Whether a text has the form of our identifiers, right or wrong: their hyphens stand where they should. */
    static boolean isFormed(String text) {
        return HYPHENATED.matcher(text).matches();
    }

    /** The prefix of a kind that an identifier begins with. */
    static String prefix(String id) {
        int end = 0;
        while (end < id.length() && Character.isLetter(id.charAt(end))) {
            end++;
        }
        return id.substring(0, end);
    }

    /**
     * The identifier of whatever kind from what a person typed; letter case, spaces and hyphens do not matter.
     *
     * @throws InvalidIdentifier saying what is wrong
     */
    static String read(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        Matcher parts = COMPACT.matcher(text.replaceAll("[ -]", ""));
        if (!parts.matches()) {
            throw wrongShape(text);
        }
        String rest = parts.group(1) + parts.group(2) + parts.group(3);
        char check = parts.group(4).charAt(0);
        if (check != CheckCharacter.of(rest)) {
            throw InvalidIdentifier.check(text, check, CheckCharacter.of(rest));
        }
        return parts.group(1) + parts.group(2) + "-" + parts.group(3) + "-" + check;
    }

    private static InvalidIdentifier wrongShape(String text) {
        if (HYPHENATED.matcher(text).matches()) {
            int digitsFrom = prefix(text).length();
            for (int i = digitsFrom; i < text.length() - 1; i++) {
                if (!String.valueOf(text.charAt(i)).matches("[0-9-]")) {
                    return InvalidIdentifier.character(text, i + 1);
                }
            }
            return InvalidIdentifier.character(text, text.length());
        }
        return new InvalidIdentifier("identifier-shape", text, "U26-000123-K");
    }

    private static String digits(Year year) {
        return String.format(Locale.ROOT, "%02d", year.getValue() % 100);
    }
}
