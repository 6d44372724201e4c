package org.opencgt.science.statistics;

/**
 * A sum, also of products, computed with twice the precision of a double (Ogita T, Rump SM, Oishi S. Accurate sum and dot product. SIAM
 * J Sci Comput 2005;26:1955-88).
 */
final class ExactSum {

    private double sum;
    private double rest;

    ExactSum(double start) {
        this.sum = start;
    }

    void add(double value) {
        double total = sum + value;
        double taken = total - sum;
        rest += (sum - (total - taken)) + (value - taken);
        sum = total;
    }

    void addProduct(double one, double other) {
        double product = one * other;
        rest += Math.fma(one, other, -product);
        add(product);
    }

    double value() {
        return sum + rest;
    }
}
