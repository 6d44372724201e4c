@org.jspecify.annotations.NullMarked
package org.opencgt.science.potency.report;
