@org.jspecify.annotations.NullMarked
package org.opencgt.science.process.report;
