/**
 * The states of everything that acts concern. The life-cycle modules meet here and nowhere else: a module's acts change
 * these states, and no module calls another.
 *
 * <p>Make a state with its builder ({@code UnitBuilder.builder()}), so that a new component does not break who makes it.
 */
@NullMarked
package org.opencgt.subject;

import org.jspecify.annotations.NullMarked;
