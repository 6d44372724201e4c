package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fact that follows from a state and is computed when a rule asks for it, as an engine's result is. On a public method of a
 * record that declares a {@link Subject.Kind}, of a type that a component could have; {@code @Nullable} where it may be absent.
 * The method has no parameters, or {@link States} alone where the fact follows from subjects to which the state refers: these are
 * then read as a rule reads them, so that their versions are remembered with the verdict. Rules read it like a component. It is
 * not stored, so that stored states do not depend on the version of what computes it, nor on other subjects.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Derived {}
