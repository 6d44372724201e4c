package org.opencgt.science;

import java.util.Locale;

/** A language in which OpenCGT speaks. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as written in {@code --lang} and in names of files. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of a locale name such as {@code zh_CN.UTF-8} or {@code zh-CN}: Chinese, or else English. */
    public static Language of(String localeName) {
        return localeName.toLowerCase(Locale.ROOT).startsWith("zh") ? CHINESE : ENGLISH;
    }

    @Override
    public String toString() {
        return tag;
    }
}
