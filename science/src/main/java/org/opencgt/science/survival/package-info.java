/** Time to an event, where not everybody is followed until it happens. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.survival;
