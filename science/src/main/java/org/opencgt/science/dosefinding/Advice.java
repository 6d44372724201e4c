package org.opencgt.science.dosefinding;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.Explanation;

/**
 * What a design says at a state of a trial.
 *
 * @param decision what to do
 * @param nextDose the dose to give next, from 1; null if the trial is over or has to wait
 * @param tableDecision what the decision table says for the counts at the current dose, before the other doses are looked
 *     at; null if the design has no such table
 * @param mtd the maximum tolerated dose that the rules settle when they end the trial; null if they do not
 * @param reason why
 */
public record Advice(
        Decision decision,
        @Nullable Integer nextDose,
        @Nullable Decision tableDecision,
        @Nullable Integer mtd,
        Explanation reason) {}
