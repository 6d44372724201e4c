package org.opencgt.science.process;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Capability of a process whose values are not normal, by Box and Cox's transformation: the indexes of transformed values against
 * transformed limits, and those by percentiles (ISO 22514-2), in the unit of the data:
 *
 * <pre>
 *   Pp  = (USL − LSL)/(Q99.865 − Q0.135)
 *   Ppk = min((USL − Q50)/(Q99.865 − Q50), (Q50 − LSL)/(Q50 − Q0.135))
 * </pre>
 *
 * with Q the percentiles of the fitted distribution, which are transformed back.
 *
 * @param shapiroBefore p of normality of the data
 * @param shapiroAfter p of normality of transformed values
 * @param capability of transformed values
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TransformedCapability(
        BoxCox transformation,
        double shapiroBefore,
        double shapiroAfter,
        double cpk,
        double ppk,
        Percentiles percentiles,
        Capability capability,
        List<ProcessFlag> flags)
        implements Result {

    public TransformedCapability {
        flags = List.copyOf(flags);
    }

    /** Percentiles in the unit of the data, with their indexes; NaN where there is no limit. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Percentiles(double low, double median, double high, double pp, double ppl, double ppu, double ppk) {

        static Percentiles of(BoxCox transformation, Capability capability, double lsl, double usl) {
            double mean = capability.mean();
            double reach = 3 * capability.sigmaOverall();
            double low = transformation.back(mean - reach);
            double median = transformation.back(mean);
            double high = transformation.back(mean + reach);
            double ppl = (median - lsl) / (median - low);
            double ppu = (usl - median) / (high - median);
            return new Percentiles(
                    low,
                    median,
                    high,
                    (usl - lsl) / (high - low),
                    ppl,
                    ppu,
                    Double.isNaN(ppl) ? ppu : Double.isNaN(ppu) ? ppl : Math.min(ppl, ppu));
        }
    }

    /**
     * Puts together.
     *
     * @param capability of transformed values
     * @param lsl in the unit of the data
     */
    public static TransformedCapability of(
            BoxCox transformation,
            double shapiroBefore,
            double shapiroAfter,
            Capability capability,
            double lsl,
            double usl) {
        List<ProcessFlag> flags = new ArrayList<>(capability.flags());
        if (shapiroAfter < 0.05) {
            flags.add(ProcessFlag.STILL_NOT_NORMAL);
        }
        return new TransformedCapability(
                transformation,
                shapiroBefore,
                shapiroAfter,
                capability.cpk(),
                capability.ppk(),
                Percentiles.of(transformation, capability, lsl, usl),
                capability,
                flags);
    }
}
