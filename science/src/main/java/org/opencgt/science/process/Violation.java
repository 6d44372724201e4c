package org.opencgt.science.process;

import org.opencgt.science.Result;

/**
 * A rule that a point completes.
 *
 * @param index of the point, from 1
 */
public record Violation(String rule, int index) implements Result {}
