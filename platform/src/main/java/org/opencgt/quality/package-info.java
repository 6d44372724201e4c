/** Samples, tests, deviations, certificates and the decision on a batch. */
@NullMarked
package org.opencgt.quality;

import org.jspecify.annotations.NullMarked;
