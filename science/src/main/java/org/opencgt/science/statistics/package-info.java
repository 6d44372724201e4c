/** Summaries of samples, distributions and what is computed from them, for several rooms. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.statistics;
