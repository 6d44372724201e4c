package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What a study of an analytical method is to show, fixed before its data are seen.
 *
 * @param protocol the approved protocol
 * @param guideline that it follows, such as ICH Q2(R2)
 * @param negativeWords results in words that mean nothing was detected
 * @param controls of each run, such as growth promotion of the medium
 */
public record MethodPlan(
        @Text(max = 20) String version,
        Ref<Document> protocol,
        @Text(max = 200) String guideline,
        List<Criterion> criteria,
        List<String> negativeWords,
        List<String> controls) {

    /**
     * A figure and what it has to reach.
     *
     * @param least number of results, samples or pairs on which it rests
     */
    public record Criterion(
            Figure figure,
            @Nullable @In("1") BigDecimal minimum,
            @Nullable @In("1") BigDecimal maximum,
            @In(value = "1", min = "1", max = "100000") int least) {}

    /**
     * What is computed, and what of it is held against the bounds; intervals have 95% unless said otherwise.
     *
     * <ul>
     *   <li>{@code KAPPA}: lower limit of Cohen's kappa of detected or not, samples by both methods
     *   <li>{@code DETECTION_DIFFERENCE}: lower limit of the difference of detection, candidate − reference in %, on spiked samples
     *   <li>{@code DETECTION_LIMIT}: concentration detected with 95% (probit) by the candidate
     *   <li>{@code DETECTION_LIMIT_RATIO}: the same, candidate / reference
     *   <li>{@code SPECIFICITY}: negative samples that the candidate does not detect, in %
     *   <li>{@code SPECIFICITY_DIFFERENCE}: candidate − reference, in %
     *   <li>{@code SLOPE}, {@code INTERCEPT}: interval of Passing and Bablok
     *   <li>{@code BIAS}: interval of the mean difference; {@code AGREEMENT}: limits of agreement (Bland and Altman)
     *   <li>{@code CORRELATION}: lower limit of Pearson's r; {@code CONCORDANCE}: of Lin's coefficient
     *   <li>{@code REPEATABILITY}, {@code INTERMEDIATE_PRECISION}: coefficient of variation in %, the worst of the samples
     *   <li>{@code PRECISION_RATIO}: intermediate precision, candidate / reference
     *   <li>{@code RECOVERY}: 90% interval of the mean recovery in %, at each level
     *   <li>{@code LINEARITY}: r² of the line through the levels
     *   <li>{@code RANGE}: lowest level at or below the minimum, highest at or above the maximum
     *   <li>{@code DISCRIMINATION}: probability that an active sample reads higher than an inactive or degraded one
     * </ul>
     */
    public enum Figure {
        KAPPA,
        DETECTION_DIFFERENCE,
        DETECTION_LIMIT,
        DETECTION_LIMIT_RATIO,
        SPECIFICITY,
        SPECIFICITY_DIFFERENCE,
        SLOPE,
        INTERCEPT,
        BIAS,
        AGREEMENT,
        CORRELATION,
        CONCORDANCE,
        REPEATABILITY,
        INTERMEDIATE_PRECISION,
        PRECISION_RATIO,
        RECOVERY,
        LINEARITY,
        RANGE,
        DISCRIMINATION
    }
}
