/** What the reports of dose finding show. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.dosefinding.report;
