@org.jspecify.annotations.NullMarked
package org.opencgt.science.cells.cli;
