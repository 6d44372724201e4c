@org.jspecify.annotations.NullMarked
package org.opencgt.science.comparability.report;
