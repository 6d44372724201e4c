/** Statistics that several rooms need: summaries of samples, distributions, least squares, tests. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.statistics;
