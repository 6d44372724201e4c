/**
 * Reports: an analysis as one HTML file that needs nothing else, with its plots as SVG, its method, and where it came from. An
 * area describes what is in its report by {@link org.opencgt.science.report.Section}s; this room writes it.
 */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.report;
