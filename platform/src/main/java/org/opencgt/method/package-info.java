/** Analytical methods of a product: what kind they are, and the studies that show them fit or compare them. */
@NullMarked
package org.opencgt.method;

import org.jspecify.annotations.NullMarked;
