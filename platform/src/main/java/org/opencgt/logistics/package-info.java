/** Shipments of collections and units: packing, dispatch, temperature record, arrival. */
@NullMarked
package org.opencgt.logistics;

import org.jspecify.annotations.NullMarked;
