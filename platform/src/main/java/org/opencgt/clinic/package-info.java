/** The hospital: recipient, order, receipt, thaw, infusion, observation, follow-up. */
@NullMarked
package org.opencgt.clinic;

import org.jspecify.annotations.NullMarked;
