package org.opencgt.science.statistics;

/** The expected value of each observation, as a function of parameters b, with its derivatives. */
@FunctionalInterface
public interface ResponseFunction {

    /**
     * The expected value of one observation.
     *
     * @param row which observation, from 0
     * @param b the parameters
     * @param gradient takes the derivatives by each parameter
     * @return the value; anything not finite makes the parameters impossible
     */
    double at(int row, double[] b, double[] gradient);
}
