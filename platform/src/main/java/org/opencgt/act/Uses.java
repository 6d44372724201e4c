package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A subject that the act uses up wholly or in part: the parent side of the lineage edges. Implies {@link Concerns}. On a component of type {@link Ref} or a list of them. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Uses {}
