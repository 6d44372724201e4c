/** Descriptive statistics that several rooms need. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.statistics;
