package org.opencgt.science.cells;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * With what probability a test of samples finds a contaminant that is spread at random, such as replication-competent virus or
 * microorganisms (FDA. Testing of retroviral vector-based human gene therapy products for replication competent retrovirus, 2020,
 * appendix 1-1; ICH Q5A(R2)). With concentration c, samples of size v, n of them, and a fraction e that is recovered,
 *
 * <pre>
 *   P(found) = 1 - exp(-c n v e)        size needed for P: -ln(1 - P) / (c e)
 *   none found: c is below -ln(1 - P) / (n v e) with confidence P
 * </pre>
 *
 * <p>and without replacement from a batch of size V that holds m = c V of them, 1 - (1 - n v e / V)^m.
 *
 * @param expected number of contaminants in the samples that could be found
 * @param finiteProbability from a batch of known size; null if it is not known
 * @param neededSize to be tested in all
 * @param neededSamples of the size given
 * @param upperLimitNoneFound of the concentration
 * @param upperLimitInBatch the same in the whole batch; null if its size is not known
 * @param sufficient whether P(found) reaches what is wanted
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetectionProbability(
        double concentration,
        double sampleSize,
        int samples,
        double recovery,
        double expected,
        double probability,
        @Nullable Double finiteProbability,
        double wanted,
        double neededSize,
        double neededSamples,
        double upperLimitNoneFound,
        @Nullable Double upperLimitInBatch,
        boolean sufficient)
        implements Result {

    /**
     * Of a test.
     *
     * @param concentration of contaminants per unit of size (mL, cells, …)
     * @param sampleSize in the same unit
     * @param batchSize in the same unit; NaN if it does not matter
     * @param wanted probability, above 0 and below 1
     * @throws BadInput if more is tested than the batch holds, or certainty is wanted
     */
    public static DetectionProbability of(
            double concentration, double sampleSize, int samples, double recovery, double batchSize, double wanted) {
        Check.positive(CellQuantity.CONCENTRATION, concentration);
        Check.positive(CellQuantity.SAMPLE_SIZE, sampleSize);
        Check.positive(CellQuantity.NUMBER_OF_SAMPLES, samples);
        Check.fraction(CellQuantity.RECOVERY, recovery);
        Check.positive(CellQuantity.RECOVERY, recovery);
        Check.positive(CellQuantity.PROBABILITY, wanted);
        if (wanted >= 1) {
            throw Fault.of(CellsFault.CERTAIN).with("wanted", wanted).asException();
        }
        double tested = samples * sampleSize;
        boolean finite = !Double.isNaN(batchSize);
        if (finite && tested > Check.positive(CellQuantity.BATCH_SIZE, batchSize)) {
            throw Fault.of(CellsFault.SAMPLE_OVER_BATCH)
                    .with("tested", tested)
                    .with("batch", batchSize)
                    .asException();
        }
        double expected = concentration * tested * recovery;
        double probability = -Math.expm1(-expected);
        double fromBatch = finite
                ? -Math.expm1(concentration * batchSize * Math.log1p(-tested * recovery / batchSize))
                : Double.NaN;
        double exponent = -Math.log1p(-wanted);
        double needed = exponent / (concentration * recovery);
        double upper = exponent / (tested * recovery);
        return new DetectionProbability(
                concentration,
                sampleSize,
                samples,
                recovery,
                expected,
                probability,
                finite ? (Double) fromBatch : null,
                wanted,
                needed,
                Math.ceil(needed / sampleSize * (1 - 1e-12)),
                upper,
                finite ? (Double) (upper * batchSize) : null,
                probability >= wanted);
    }
}
