package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Personal data by which somebody is recognised, a number on a wristband for instance: the same text of the same subject has the
 * same token, so that a gate can compare what was scanned with what is known, though neither stands in the ledger. On a component
 * of type {@link Personal}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Whose {

    /** The component of the same record that refers to the subject. */
    String value();
}
