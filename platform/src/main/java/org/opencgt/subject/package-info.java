/**
 * The states of everything that acts concern. The life-cycle modules meet here and nowhere else: a module's acts change
 * these states, and no module calls another.
 */
@NullMarked
package org.opencgt.subject;

import org.jspecify.annotations.NullMarked;
