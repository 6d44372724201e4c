package org.opencgt.science.stability;

/**
 * A line and its confidence limits at a time, on the scale of the fit.
 *
 * @param fit the mean
 */
public record LimitAt(ModelKind model, String batch, double time, double fit, double lower, double upper) {}
