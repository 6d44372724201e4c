package org.opencgt.web.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opencgt.act.Shape;
import org.opencgt.language.Bilingual;
import org.opencgt.language.Texts;

/** The words of one reader: language and time zone. */
public final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    /** How terms of the glossary stand in data. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;

    public Words(Texts texts, Locale locale, ZoneId zone) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean chinese() {
        return "zh".equals(locale.getLanguage());
    }

    /** A fixed text of the pages. */
    public String t(String key, Object... parameters) {
        return texts.of(locale, key, parameters);
    }

    /** A text whose key is made from data. */
    public String of(String key, Object... parameters) {
        return texts.of(locale, key, parameters);
    }

    public String in(Bilingual text) {
        return text.in(locale);
    }

    public String act(String type) {
        return texts.of(locale, "act." + type);
    }

    public String actAbout(String type) {
        return texts.find(locale, "act." + type + ".about").orElse("");
    }

    public String kind(String kind) {
        return texts.of(locale, "kind." + kind);
    }

    /** What a component of an act is called. {@code path} holds names only, no indexes. */
    public String field(String type, List<String> path) {
        return texts.ofFirst(locale, fieldKeys(type, path));
    }

    /** The keys under which a component of an act may be named, the nearest first. */
    public static List<String> fieldKeys(String type, List<String> path) {
        List<String> keys = new ArrayList<>();
        String own = path.getLast();
        if (path.size() > 1) {
            keys.add("field." + type + "." + String.join(".", path));
        }
        keys.add("field." + type + "." + own);
        keys.add("field." + own);
        return keys;
    }

    /** What a component of a state is called. */
    public String state(String kind, List<String> path) {
        return texts.ofFirst(locale, stateKeys(kind, path));
    }

    /** The keys under which a component of a state may be named, the nearest first. */
    public static List<String> stateKeys(String kind, List<String> path) {
        String own = path.getLast();
        List<String> keys = new ArrayList<>();
        if (path.size() > 1) {
            keys.add("state." + kind + "." + String.join(".", path));
        }
        keys.add("state." + kind + "." + own);
        keys.add("field." + own);
        return keys;
    }

    /** What a choice is called. */
    public String choice(Class<? extends Enum<?>> type, String word) {
        return capital(texts.of(locale, choiceKey(type, word)));
    }

    public static String choiceKey(Class<? extends Enum<?>> type, String word) {
        String name = type.getSimpleName();
        for (Class<?> outer = type.getDeclaringClass(); outer != null; outer = outer.getDeclaringClass()) {
            name = outer.getSimpleName() + "." + name;
        }
        return "choice." + name + "." + word;
    }

    public String choice(Shape.Choice shape, String word) {
        return choice(shape.type(), word);
    }

    /** A term of the field, such as a quality attribute; as it is where the glossary does not hold it. */
    public String term(String word) {
        return texts.find(locale, "term." + word).orElseGet(() -> capital(word.replace('_', ' ')));
    }

    /** A text as recorded; a word of the glossary by its name. */
    public String recorded(String text) {
        if (!CODE.matcher(text).matches()) {
            return text;
        }
        return texts.find(locale, "term." + text).orElseGet(() -> text.contains("_") ? term(text) : text);
    }

    /** With a capital, unless the word is written with one inside, as pH. */
    private static String capital(String text) {
        return text.length() > 1 && Character.isLowerCase(text.charAt(0)) && !Character.isUpperCase(text.charAt(1))
                ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    /** The path of a fact in words, as in “Unit › Order › Status”; a part without a name stands as it is. */
    public String fact(String path) {
        return java.util.Arrays.stream(path.split(", "))
                .map(one -> java.util.Arrays.stream(
                                one.replaceFirst("^act\\.", "").split("[.\\[\\]\"]+"))
                        .filter(part -> !part.isEmpty() && !part.matches("\\d+"))
                        .map(part -> texts.find(locale, "field." + part)
                                .or(() -> texts.find(locale, "kind." + part))
                                .or(() -> texts.find(locale, "term." + part))
                                .orElse(part))
                        .collect(java.util.stream.Collectors.joining(" › ")))
                .distinct()
                .collect(java.util.stream.Collectors.joining("; "));
    }

    public String role(org.opencgt.act.Role role) {
        return texts.of(locale, "choice.Role." + role.name().toLowerCase(Locale.ROOT));
    }

    public String meaning(org.opencgt.act.Meaning meaning) {
        return texts.of(locale, "choice.Meaning." + meaning.name().toLowerCase(Locale.ROOT));
    }

    /** To the minute, with the offset: {@code 2026-03-02 08:30 +08:00}. */
    public String time(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }

    public String exactTime(Instant time) {
        return SECOND.format(time.atZone(zone));
    }

    /** As a box for local times holds it: {@code 2026-03-02 08:30:00}. */
    public String input(Instant time) {
        return INPUT.format(time.atZone(zone));
    }

    /**
     * Reads a local time as people write it: {@code 2026-03-02 08:30}, with seconds or a {@code T} or an offset where they
     * like.
     */
    public java.util.Optional<Instant> read(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .strip()
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2})\\s+", "$1T")
                .replaceFirst("\\s+(?=[+-]\\d{2}:\\d{2}$)", "");
        try {
            return java.util.Optional.of(java.time.OffsetDateTime.parse(plain).toInstant());
        } catch (java.time.DateTimeException e) {
            try {
                return java.util.Optional.of(
                        java.time.LocalDateTime.parse(plain).atZone(zone).toInstant());
            } catch (java.time.DateTimeException no) {
                return java.util.Optional.empty();
            }
        }
    }

    public String day(LocalDate day) {
        return day.toString();
    }

    /** In the two largest units that it has. */
    public String span(Duration span) {
        Duration rest = span.abs();
        List<String> parts = new ArrayList<>();
        part(parts, "span.days", rest.toDays());
        part(parts, "span.hours", rest.toHoursPart());
        part(parts, "span.minutes", rest.toMinutesPart());
        part(parts, "span.seconds", rest.toSecondsPart());
        if (parts.isEmpty()) {
            parts.add(texts.of(locale, "span.seconds", "0"));
        }
        return (span.isNegative() ? "−" : "") + String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private void part(List<String> parts, String key, long amount) {
        if (amount != 0) {
            parts.add(texts.of(locale, key, Long.toString(amount)));
        }
    }

    /** How far away a time is: “in 3 h” or “2 d ago”. */
    public String distance(Instant time, Instant now) {
        Duration between = Duration.between(now, time);
        Duration rounded = between.abs().compareTo(Duration.ofDays(2)) >= 0
                ? Duration.ofDays(between.abs().toDays())
                : between.abs().compareTo(Duration.ofHours(2)) >= 0
                        ? Duration.ofHours(between.abs().toHours())
                        : Duration.ofMinutes(between.abs().toMinutes());
        return texts.of(locale, between.isNegative() ? "distance.ago" : "distance.in", span(rounded));
    }

    /** As given: the digits that were recorded and no more. */
    public String number(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }

    /** A whole number with its thousands set apart. */
    public String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A UCUM code as people write it. */
    public static String unit(String ucum) {
        return switch (ucum) {
            case "1", "" -> "";
            case "Cel" -> "°C";
            default ->
                ucum.replace("10*12", "×10¹²")
                        .replace("10*11", "×10¹¹")
                        .replace("10*10", "×10¹⁰")
                        .replace("10*9", "×10⁹")
                        .replace("10*8", "×10⁸")
                        .replace("10*7", "×10⁷")
                        .replace("10*6", "×10⁶")
                        .replace("10*5", "×10⁵")
                        .replace("10*4", "×10⁴")
                        .replace("10*3", "×10³")
                        .replace("Cel", "°C")
                        .replace("m2", "m²")
                        .replace("ug", "µg")
                        .replace("uL", "µL")
                        .replace("um", "µm")
                        .replaceAll("[\\[\\]{}]", "")
                        .replace(".", "·");
        };
    }
}
