package org.opencgt.science;

import java.util.Locale;

/**
 * Something that has a text in each {@link Language}: a kind of fault, or the name of a quantity. Implemented by enums; the
 * texts stand in the {@link Messages} of the enum's package.
 */
public interface TextKey {

    /** The name of the enum constant. */
    String name();

    Class<?> getDeclaringClass();

    /** The last part of the package and the name, e.g. {@code table.not-a-number}; shown to people and programs. */
    default String key() {
        String room = getDeclaringClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1) + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
