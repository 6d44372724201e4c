/** Potency of biological products from dose-response assays: curves, relative potency, parallelism. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.potency;
