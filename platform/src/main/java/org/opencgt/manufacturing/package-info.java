/** The making of a batch, from the receipt of the collected cells to frozen units. */
@NullMarked
package org.opencgt.manufacturing;

import org.jspecify.annotations.NullMarked;
