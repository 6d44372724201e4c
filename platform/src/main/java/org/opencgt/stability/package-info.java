/** Studies of stability: plan, batches, pulls, results, and the studies on which a product's times rest. */
@NullMarked
package org.opencgt.stability;

import org.jspecify.annotations.NullMarked;
