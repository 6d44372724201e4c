/** Validation of analytical procedures: comparison of methods, precision, accuracy, linearity, detection limits. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.assay;
