package org.opencgt.donor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DonorProgramme;
import org.opencgt.subject.DonorProgrammeBuilder;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * How donors for a product are to be chosen, tested and collected; a draft until it is approved.
 */
@ActType(
        value = "donor.define-programme",
        by = {Role.QUALITY, Role.DOCTOR})
public record DefineProgramme(
        @Makes Ref<DonorProgramme> programme,
        @Concerns Ref<Product> product,
        Ref<Site> site,
        @Text(max = 20) String version,
        DonorProgramme.SourceRoute sourceRoute,
        List<ScreenDonor.Marker> panel,
        List<FurtherTest> addedTests,
        DonorProgramme.@Nullable Adjustment adjustment,
        List<WindowPeriod> windows,
        @Nullable Duration quarantine,
        DonorProgramme.@Nullable Matching matching,
        @Nullable Duration maternalInterval,
        List<DonorProgramme.ValidatedProcedure> procedures,
        List<DonorProgramme.ProcessingStep> steps)
        implements Act {

    /**
     * A marker that is tested where the donor has the trait.
     *
     * @param within how long after a stay in the region it is called for; absent: always
     */
    public record FurtherTest(
            @Text(max = 60, pattern = "[a-z_]+(:[A-Za-z_]+)?")
            String trait,

            ScreenDonor.Marker marker,
            ScreenDonor.Outcome accepted,
            String procedure,
            @Nullable Duration within) {}

    /** How long after exposure the method may miss the agent. */
    public record WindowPeriod(
            ScreenDonor.Marker marker,
            Duration length,
            @Text(max = 500) String evaluation,
            DonorProgramme.Window.Control control) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                programme,
                DonorProgrammeBuilder.builder()
                        .product(product)
                        .site(site)
                        .version(version)
                        .status(DonorProgramme.Status.DRAFT)
                        .sourceRoute(sourceRoute)
                        .panel(panel.stream().map(ScreenDonor::word).toList())
                        .addedTests(addedTests.stream()
                                .map(t -> new DonorProgramme.AddedTest(
                                        t.trait(),
                                        ScreenDonor.word(t.marker()),
                                        ScreenDonor.word(t.accepted()),
                                        t.procedure(),
                                        t.within()))
                                .toList())
                        .adjustment(adjustment)
                        .windows(windows.stream()
                                .map(w -> new DonorProgramme.Window(
                                        ScreenDonor.word(w.marker()), w.length(), w.evaluation(), w.control()))
                                .toList())
                        .quarantine(quarantine)
                        .matching(matching)
                        .maternalInterval(maternalInterval)
                        .procedures(procedures)
                        .steps(steps)
                        .incoming(Map.of())
                        .build());
    }
}
