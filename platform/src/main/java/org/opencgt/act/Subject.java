package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The state of what acts concern: an immutable record that is the fold of the subject's acts. Declared by a record with
 * {@link Kind}; its components are plain data, {@link Ref}s to other subjects, nested records, lists and maps by text.
 */
public interface Subject {

    /** Names the kind of subject whose state the record is. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Kind {

        /** As it stands in references: {@code unit}, {@code material-lot}. */
        String value();

        /** The prefix of identifiers issued by the system, for example {@code U}. */
        String prefix();
    }
}
