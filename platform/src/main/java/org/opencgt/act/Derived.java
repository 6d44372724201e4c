package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fact that follows from a state alone and is computed when a rule asks for it, as an engine's result is. On a public method
 * without parameters of a record that declares a {@link Subject.Kind}, of a type that a component could have; {@code @Nullable}
 * where it may be absent. Rules read it like a component. It is not stored, so that stored states do not depend on the version
 * of what computes it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Derived {}
