/** Genealogy: which subject came from which, from donor and material lot to dose and recipient. */
@NullMarked
package org.opencgt.lineage;

import org.jspecify.annotations.NullMarked;
