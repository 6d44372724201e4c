package org.opencgt.science;

import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a package: {@code messages_en.properties} and {@code messages_zh_CN.properties} beside its classes, in
 * UTF-8. A text may hold names in braces, which are replaced by parameters.
 */
public final class Messages {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private Messages() {}

    /** The texts of the package of {@code neighbour}. */
    public static ResourceBundle of(Class<?> neighbour, Language language) {
        return ResourceBundle.getBundle(
                neighbour.getPackageName() + ".messages",
                language.locale(),
                neighbour.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key with its parameters filled in. */
    public static String text(TextKey key, Language language, Map<String, ?> parameters) {
        String template = of(key.getDeclaringClass(), language).getString(key.key());
        return PARAMETER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(written(parameters.get(found.group(1)), language)));
    }

    /**
     * The label of a property of a result, with its unit, for people to read; empty if there is none.
     *
     * @param property the name of the property in JSON
     */
    public static Optional<String> label(Class<? extends Result> result, String property, Language language) {
        String key = result.getSimpleName() + "." + property;
        ResourceBundle bundle = of(result, language);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private static String written(@Nullable Object value, Language language) {
        return switch (value) {
            case Fault fault -> fault.text(language);
            case Explanation explanation -> explanation.text(language);
            case TextKey key -> text(key, language, Map.of());
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e7 -> Long.toString(number.longValue());
            case null, default -> String.valueOf(value);
        };
    }
}
