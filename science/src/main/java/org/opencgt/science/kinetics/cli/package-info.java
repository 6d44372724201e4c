@org.jspecify.annotations.NullMarked
package org.opencgt.science.kinetics.cli;
