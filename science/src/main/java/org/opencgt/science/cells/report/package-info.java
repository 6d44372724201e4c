/** What the reports about cells show. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.cells.report;
