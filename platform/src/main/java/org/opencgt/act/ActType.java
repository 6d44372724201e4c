package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a record to be an act: its name, who may perform it and how it is signed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ActType {

    /** Room and verb, for example {@code clinic.thaw}. Part of the ledger's format: never renamed. */
    String value();

    /** The roles of which the performer must hold at least one. Empty: any signed-in person. */
    Role[] by() default {};

    /**
     * The meanings of the signatures, in order. The first is the performer's; every further one is given by another person,
     * and no person signs twice.
     */
    Meaning[] signed() default {Meaning.PERFORMED};

    /** The roles of which each further signer must hold at least one; empty: the same as {@link #by()}. */
    Role[] countersignedBy() default {};
}
