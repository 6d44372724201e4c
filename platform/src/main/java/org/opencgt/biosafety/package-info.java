/**
 * Biosafety: the plan against adventitious agents, the environmental risk assessment, and what infectious material asks for.
 */
@NullMarked
package org.opencgt.biosafety;

import org.jspecify.annotations.NullMarked;
