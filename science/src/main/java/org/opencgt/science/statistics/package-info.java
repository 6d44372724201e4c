/** Statistics that several rooms need: summaries of samples, least squares, tests. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.statistics;
