package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The unit of a number, as a UCUM code, and its bounds. The input is a plain number in this unit, or
 * {@code {"value": 37, "unit": "Cel"}}, which is refused when the unit is another one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface In {

    /** UCUM code; {@code 1} for a pure number, {@code %} for a percentage. */
    String value();

    /** Smallest value that can be meant, inclusive; empty: none. Plausibility, not acceptance: acceptance is a gate's. */
    String min() default "";

    /** Largest value that can be meant, inclusive; empty: none. */
    String max() default "";
}
