/**
 * Kinetics of living drugs in the body: non-compartmental analysis, phases, persistence, summaries, and what is compared with
 * them.
 */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.kinetics;
