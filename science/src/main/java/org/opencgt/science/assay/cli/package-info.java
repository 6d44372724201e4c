@org.jspecify.annotations.NullMarked
package org.opencgt.science.assay.cli;
