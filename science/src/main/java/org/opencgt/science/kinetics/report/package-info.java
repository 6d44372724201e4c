/** What the reports of cellular kinetics show. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.kinetics.report;
