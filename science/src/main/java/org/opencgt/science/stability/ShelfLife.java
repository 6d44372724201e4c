package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The shelf life that data of long-term storage bear, after ICH Q1E: batches are pooled as far as analysis of covariance allows, and
 * the shelf life is the first time at which a confidence limit of the mean of the worst batch meets the specification.
 *
 * @param ancova null if there is one batch
 * @param model the one chosen
 * @param models all, by name
 * @param shelfLife of the chosen model; infinite if the limit never meets the specification, NaN if a batch without variance is in the
 *     way
 * @param coveredTime the least of the batches' last times
 * @param extrapolation null if the storage was not told
 * @param proposedShelfLife in whole units of time; null if the storage was not told
 * @param predictions at times asked for, in all models
 * @param supportive what other conditions of storage show; never part of the shelf life
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShelfLife(
        int n,
        int nMissing,
        List<String> batches,
        @Nullable Poolability ancova,
        ModelKind model,
        Map<String, StabilityModel> models,
        double shelfLife,
        String worstBatch,
        double coveredTime,
        @Nullable Extrapolation extrapolation,
        @Nullable Double proposedShelfLife,
        List<LimitAt> predictions,
        List<Supportive> supportive,
        List<ShelfLifeFlag> flags)
        implements Result {

    /**
     * What a condition other than long-term storage shows.
     *
     * @param supportiveOnly always true: accelerated data cannot set a shelf life
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Supportive(
            String condition, int n, double lastTime, ModelKind model, double shelfLife, boolean supportiveOnly) {}

    private static final int BATCHES_ASKED = 3;

    public ShelfLife {
        batches = List.copyOf(batches);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        predictions = List.copyOf(predictions);
        supportive = List.copyOf(supportive);
        flags = List.copyOf(flags);
    }

    /**
     * The shelf life of data.
     *
     * @param times at which lines and limits are asked for
     * @throws BadInput if a batch was tested at one time only, there are no more results than parameters, or a value cannot be
     *     transformed
     */
    public static ShelfLife of(StabilityData data, ShelfLifePlan plan, double... times) {
        ModelFits fits = new ModelFits(data, plan);
        Map<String, StabilityModel> models = new LinkedHashMap<>();
        fits.models().forEach((kind, model) -> models.put(kind.toString(), model));
        boolean single = data.batches().size() == 1;
        Poolability ancova = single ? null : fits.poolability();
        ModelKind chosen = ancova == null ? ModelKind.SINGLE : ancova.decision();
        StabilityModel model = Objects.requireNonNull(models.get(chosen.toString()));
        List<LimitAt> predictions = new ArrayList<>();
        for (StabilityModel each : models.values()) {
            for (int i = 0; i < fits.names().size(); i++) {
                predictions.addAll(fits.limits(each.model(), i, times));
            }
        }
        return new ShelfLife(
                fits.n(),
                data.missing(),
                fits.names(),
                ancova,
                chosen,
                models,
                model.shelfLife(),
                model.worstBatch(),
                data.commonTime(),
                null,
                null,
                predictions,
                List.of(),
                List.copyOf(flags(fits, model, data)));
    }

    private static Set<ShelfLifeFlag> flags(ModelFits fits, StabilityModel model, StabilityData data) {
        Set<ShelfLifeFlag> flags = EnumSet.noneOf(ShelfLifeFlag.class);
        if (fits.isPerfect()) {
            flags.add(ShelfLifeFlag.PERFECT_FIT);
        }
        if (data.batches().size() == 1) {
            flags.add(ShelfLifeFlag.ONE_BATCH);
        } else if (data.batches().size() < BATCHES_ASKED) {
            flags.add(ShelfLifeFlag.FEWER_THAN_THREE_BATCHES);
        }
        if (data.batches().stream().anyMatch(batch -> batch.n() <= 2)) {
            flags.add(ShelfLifeFlag.NO_VARIANCE_OF_A_BATCH);
        }
        if (model.shelfLife() == 0) {
            flags.add(ShelfLifeFlag.OUTSIDE_AT_START);
        }
        if (model.shelfLife() == Double.POSITIVE_INFINITY) {
            flags.add(ShelfLifeFlag.NEVER_CROSSES);
        } else if (model.shelfLife() > data.commonTime()) {
            flags.add(ShelfLifeFlag.EXTRAPOLATED);
        }
        return flags;
    }

    /** The model that was chosen. */
    public StabilityModel chosen() {
        return Objects.requireNonNull(models.get(model.toString()));
    }

    /** The same with a limit to extrapolation. */
    public ShelfLife within(Extrapolation rule) {
        return new ShelfLife(
                n,
                nMissing,
                batches,
                ancova,
                model,
                models,
                shelfLife,
                worstBatch,
                coveredTime,
                rule,
                rule.proposed(shelfLife),
                predictions,
                supportive,
                flags);
    }

    /** The same with what other conditions show. */
    public ShelfLife supportedBy(List<Supportive> others) {
        return new ShelfLife(
                n,
                nMissing,
                batches,
                ancova,
                model,
                models,
                shelfLife,
                worstBatch,
                coveredTime,
                extrapolation,
                proposedShelfLife,
                predictions,
                others,
                flags);
    }

    /** This as what another condition shows. */
    public Supportive asSupportive(String condition, double lastTime) {
        return new Supportive(condition, n, lastTime, model, shelfLife, true);
    }

    /** A row for each batch in each model. */
    public List<ShelfLifeRow> rows() {
        List<ShelfLifeRow> rows = new ArrayList<>();
        for (StabilityModel each : models.values()) {
            for (BatchLine line : each.batches()) {
                rows.add(new ShelfLifeRow(
                        each.model(),
                        each.model() == model,
                        line.batch(),
                        line.intercept(),
                        line.slope(),
                        line.seSlope(),
                        line.sigma(),
                        line.df(),
                        line.shelfLife()));
            }
        }
        return rows;
    }
}
