/** Events, their grades and reports; stopping and restarting a course of treatment. */
@NullMarked
package org.opencgt.safety;

import org.jspecify.annotations.NullMarked;
