package org.opencgt.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;

/**
 * Somebody stands for a run of an engine. Data, options, version and result are kept; the gate runs it again before it takes the
 * signature, so a result that the engine does not give cannot be signed.
 *
 * @param plan whose data it has, if any
 * @param result JSON as the command writes it
 */
@ActType(
        value = "analysis.sign",
        by = {Role.STATISTICIAN, Role.DOCTOR, Role.QUALITY, Role.QUALITY_CONTROL_ANALYST, Role.STUDY_COORDINATOR},
        signed = {Meaning.REVIEWED})
public record SignAnalysis(
        @Makes Ref<SignedAnalysis> analysis,
        @Concerns @Nullable Ref<PharmacologyPlan> plan,
        String title,
        @Text(max = 40) String area,
        @Text(max = 40) String verb,
        List<SignedAnalysis.Option> options,
        List<SignedAnalysis.DataFile> data,
        String engine,
        @Text(max = 2_000_000, lines = true) String result)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        analysis,
                        new SignedAnalysis(
                                title,
                                plan,
                                area,
                                verb,
                                options,
                                data,
                                engine,
                                result,
                                occasion.performer(),
                                occasion.performedAt()))
                .andOnPresent(
                        plan,
                        p -> p.analysed(new PharmacologyPlan.SignedRun(
                                analysis.id(), title, area, verb, occasion.performedAt())));
    }
}
