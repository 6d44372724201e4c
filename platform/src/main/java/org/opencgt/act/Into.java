package org.opencgt.act;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An existing subject that receives what the act uses: the child side of lineage edges, as a batch receives a material lot
 * and a recipient a unit. Implies {@link Concerns}. On a component of type {@link Ref} or a list of them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Into {}
