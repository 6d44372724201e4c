/** Control of processes: control charts and their rules, run lengths, capability, sources of variance, steps, monitoring. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.process;
