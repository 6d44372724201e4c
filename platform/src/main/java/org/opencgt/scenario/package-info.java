/**
 * Whole lives of products as lists of acts: demonstration, documentation and test at once.
 */
@NullMarked
package org.opencgt.scenario;

import org.jspecify.annotations.NullMarked;
