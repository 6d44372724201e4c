package org.opencgt.science.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;

/** The words of this room that stand in every report. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final ResourceBundle texts;

    private Words(ResourceBundle texts) {
        this.texts = texts;
    }

    public static Words in(Language language) {
        return new Words(Messages.of(Words.class, language));
    }

    /** A word of this room. */
    public String of(Word word) {
        return texts.getString(word.key());
    }

    /** A time with its offset, to the second. */
    public String time(ZonedDateTime time) {
        return TIME.format(time);
    }
}
