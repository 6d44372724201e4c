/**
 * What an act is, and the one path that every act takes. Knows nothing of cells.
 */
@NullMarked
package org.opencgt.act;

import org.jspecify.annotations.NullMarked;
