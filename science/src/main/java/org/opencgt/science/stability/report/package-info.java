/** What the reports of stability show. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.stability.report;
