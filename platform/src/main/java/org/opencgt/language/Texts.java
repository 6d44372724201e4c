package org.opencgt.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of pages and messages, from {@code language/*_en.properties} and {@code language/*_zh_CN.properties}, one pair of
 * files a room. Patterns are those of {@link MessageFormat}.
 */
@Component
public final class Texts {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final List<Locale> LANGUAGES = List.of(CHINESE, ENGLISH);

    /** Read once in a process, when the first text is asked for. */
    private static final class Files {

        private static final Map<String, String> ENGLISH = read("en");
        private static final Map<String, String> CHINESE = read("zh_CN");
    }

    /** The text of a key, or the key itself in brackets where it is missing: visible, and a test finds it. */
    public String of(Locale locale, String key, Object... parameters) {
        return find(locale, key, parameters).orElse("[" + key + "]");
    }

    /** The text of the first key that exists. */
    public String ofFirst(Locale locale, List<String> keys) {
        return keys.stream()
                .flatMap(key -> find(locale, key).stream())
                .findFirst()
                .orElse("[" + keys.getFirst() + "]");
    }

    /** The text of a key, if there is one; a parameter in both languages is told in that of the text. */
    public Optional<String> find(Locale locale, String key, Object... parameters) {
        String pattern = texts(locale).get(key);
        if (pattern == null) {
            return Optional.empty();
        }
        if (parameters.length == 0) {
            return Optional.of(pattern);
        }
        Object[] told = Arrays.stream(parameters)
                .map(parameter -> parameter instanceof Bilingual both ? both.in(locale) : parameter)
                .toArray();
        return Optional.of(new MessageFormat(pattern, locale).format(told));
    }

    public Bilingual both(String key, Object... parameters) {
        return new Bilingual(of(ENGLISH, key, parameters), of(CHINESE, key, parameters));
    }

    /** All keys of one language. */
    public Set<String> keys(Locale locale) {
        return Set.copyOf(texts(locale).keySet());
    }

    private static Map<String, String> texts(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? Files.CHINESE : Files.ENGLISH;
    }

    private static Map<String, String> read(String suffix) {
        Map<String, String> all = new HashMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:language/*_" + suffix + ".properties");
            for (Resource file : files) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> {
                    if (all.put((String) key, (String) value) != null) {
                        throw new IllegalStateException("text " + key + " stands twice, again in " + file);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
