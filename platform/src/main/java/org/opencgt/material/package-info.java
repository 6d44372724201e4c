/** Raw materials, reagents, vectors and containers, lot by lot, from receipt to release or recall. */
@NullMarked
package org.opencgt.material;

import org.jspecify.annotations.NullMarked;
