/** Donors: consent, screening, eligibility, and the collection of their cells. */
@NullMarked
package org.opencgt.donor;

import org.jspecify.annotations.NullMarked;
