package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds of a text component. Text without this annotation is one line of at most 200 characters. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {

    /** Most characters. */
    int max() default 200;

    /** Whether line breaks are allowed; the form shows a larger box. */
    boolean lines() default false;

    /** A regular expression that the whole text must match; empty: any. */
    String pattern() default "";
}
