package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * Who gives cells; pseudonymous.
 *
 * @param site where the donor is cared for
 * @param product for which cells are to be collected
 * @param programme by which the donor is chosen and tested
 * @param intendedRoute how the cells are to be obtained
 * @param traits what calls for further tests: {@code allogeneic}, {@code leukocyte_rich}, {@code tissue:umbilical_cord},
 *     {@code region:BR}, {@code condition:transfusion}, {@code radiation}
 * @param screening of the donor; of a donor of cord the mother's blood
 * @param cordBlood of the child's blood from the cord
 * @param rescreening of the second sample, after the window period
 * @param examination the latest physical examination
 * @param plasmaDilution of the sample that was screened; absent before history and screening are there
 * @param information what became known after the donation
 */
@RecordBuilder
@Subject.Kind(value = "donor", prefix = "N")
public record Donor(
        Personal name,
        Ref<Site> site,
        Ref<Product> product,
        @Nullable String sex,
        @Nullable Integer birthYear,
        boolean autologous,
        @Nullable Consent consent,
        @Nullable History history,
        @Nullable Screening screening,
        @Nullable Eligibility eligibility,
        boolean infectiousHandling,
        @Nullable Ref<DonorProgramme> programme,
        Collection.@Nullable Route intendedRoute,
        List<String> traits,
        @Nullable Screening cordBlood,
        @Nullable Screening rescreening,
        @Nullable Typing typing,
        @Nullable GeneticRisk geneticRisk,
        List<Match> matches,
        @Nullable FollowUpNeed followUp,
        @Nullable EthicsCheck ethicsCheck,
        @Nullable EarlierMaterial earlierMaterial,
        @Nullable Examination examination,
        @Nullable PlasmaDilution plasmaDilution,
        List<Information> information)
        implements Subject, DonorBuilder.With {

    /**
     * What the donor told and the chart says.
     *
     * @param infusions fluids that were given in the 48 h before the sampling
     */
    public record History(
            Instant taken,
            boolean radiationExposure,
            boolean epidemicAreaStay,
            String medicalHistory,
            String familyHistory,
            boolean largeInfusionBeforeSampling,
            List<PlasmaDilution.Infusion> infusions,
            List<Stay> stays,
            List<Condition> conditions,
            @Nullable Questionnaire questionnaire) {}

    /**
     * @param region ISO 3166 code
     * @param until last day there
     */
    public record Stay(@Text(max = 2, pattern = "[A-Z]{2}") String region, LocalDate until) {}

    /** What in a donor's history may call for a further test. */
    public enum Condition {
        TRANSFUSION,
        TRANSPLANT,
        TATTOO_OR_PIERCING,
        INJECTED_DRUGS,
        ANIMAL_BITE,
        RECENT_VACCINATION,
        RECENT_INFECTION,
        PREGNANCY
    }

    /**
     * The answers to the rest of the questionnaire; what has no answer stands in {@code unavailable} with the reason.
     */
    public record Questionnaire(
            @Text(max = 1000, lines = true) @Nullable String healthStatus,
            @Text(max = 1000, lines = true) @Nullable String lifestyle,
            @Text(max = 1000, lines = true) @Nullable String infectiousDiseases,
            @Text(max = 1000, lines = true) @Nullable String hereditaryDiseases,
            @Text(max = 1000, lines = true) @Nullable String medication,
            List<Unavailable> unavailable) {}

    /** A question without an answer, and why. */
    public record Unavailable(Question question, String reason) {}

    public enum Question {
        BLOOD_TYPE,
        HEALTH_STATUS,
        LIFESTYLE,
        INFECTIOUS_DISEASES,
        HEREDITARY_DISEASES,
        MEDICATION
    }

    /** What a doctor found; each sign that was looked for, found or not. */
    public record Examination(
            Instant at,
            Ref<? extends Subject> by,
            @In(value = "kg", min = "1", max = "400") BigDecimal bodyWeight,
            List<Sign> signs,
            @Nullable String finding) {}

    /** @param note absent only where the sign is absent */
    public record Sign(
            Kind kind,
            boolean present,
            @Nullable @Text(max = 300) String note) {

        /** Signs that may speak for a blood-borne infection or for a risk of one (FDA guidance of 2007, section IV.F). */
        public enum Kind {
            NEEDLE_TRACKS,
            TATTOO_OR_PIERCING,
            JAUNDICE,
            ENLARGED_LIVER,
            ENLARGED_LYMPH_NODES,
            ORAL_THRUSH,
            SKIN_SPOTS_OR_RASH,
            GENITAL_OR_ANAL_LESION,
            FEVER,
            VACCINATION_SCAR_OR_LESION
        }
    }

    /**
     * Results by marker: {@code hbsag}, {@code anti_hcv}, ... → {@code reactive}, {@code non_reactive}, {@code indeterminate}.
     *
     * @param kits by marker: the registration number of the kit and the day until which it is valid
     */
    public record Screening(
            Instant sampled,
            Ref<Site> laboratory,
            Map<String, String> results,
            Map<String, Kit> kits,
            @Nullable Specimen specimen) {}

    /** Whose blood was tested. */
    public enum Specimen {
        DONOR_BLOOD,
        MATERNAL_BLOOD,
        CORD_BLOOD
    }

    /** A diagnostic kit with its registration at the authority. */
    public record Kit(
            String name,
            @Nullable String registration,
            @Nullable LocalDate registeredUntil,
            boolean methodValidated,
            @Nullable Tier tier,
            @Nullable String noHigherTier,
            @Nullable String suitability) {}

    /** How far a test is approved; the first that exists is used. */
    public enum Tier {
        BLOOD_SCREENING,
        APPROVED_DIAGNOSTIC,
        VALIDATED_IN_HOUSE
    }

    public record Eligibility(
            Instant decided, Decision decision, String reason, String criteriaVersion, List<Relaxation> relaxations) {}

    /** A criterion that counts less for the patient's own cells, and why. */
    public record Relaxation(String marker, String tissue, String productTraits, String indication) {}

    /**
     * Blood group and tissue type.
     *
     * @param hla by locus: the two alleles, {@code A*02:01}
     * @param methodBasis where the method is no national standard: what it is and on what it rests
     */
    public record Typing(
            Instant sampled,
            Ref<Site> laboratory,
            String abo,
            String rh,
            Map<String, Alleles> hla,
            boolean nationalStandard,
            @Nullable String methodBasis) {}

    /** The two alleles of a locus. */
    public record Alleles(
            @Text(max = 20) String first, @Text(max = 20) String second) {

        /** How many of the two the other has too, each counted once. */
        int shared(Alleles other) {
            int straight = (first.equals(other.first) ? 1 : 0) + (second.equals(other.second) ? 1 : 0);
            int crossed = (first.equals(other.second) ? 1 : 0) + (second.equals(other.first) ? 1 : 0);
            return Math.max(straight, crossed);
        }
    }

    /**
     * Whether the donor may bring a disease to the recipient.
     *
     * @param finding absent: nothing was found
     * @param decision what follows from the finding
     */
    public record GeneticRisk(
            Instant at,
            List<String> genes,
            @Nullable String rationale,
            @Nullable String finding,
            @Nullable String decision) {}

    /**
     * Donor and recipient compared.
     *
     * @param compared loci that are typed in both
     * @param shared alleles that are the same in both, two a locus
     */
    public record Match(
            Ref<Recipient> recipient,
            Instant at,
            List<String> compared,
            int shared,
            boolean sameBloodGroup,
            @Nullable String reason) {}

    /** Why and until when the donor is seen again; {@code last} is the latest visit. */
    public record FollowUpNeed(
            String trigger,
            Instant first,
            Duration every,
            Instant until,
            @Nullable Instant last,
            @Nullable String finding) {}

    /** What the ethics committee verified of the donor, or why it need not. */
    public record EthicsCheck(
            Instant at,
            Ref<? extends Subject> by,
            boolean screeningVerified,
            boolean infectiousTestsVerified,
            @Nullable String notNeeded) {}

    /** The judgement of infection risk of material that was frozen or given before. */
    public record EarlierMaterial(
            Instant assessed,
            Ref<? extends Subject> by,
            @Text(max = 2000, lines = true) String historicalResults,
            @Text(max = 2000, lines = true) String medicalHistory,
            boolean acceptable,
            String conclusion) {}

    /**
     * Something about the donor that became known after the donation.
     *
     * @param reached the recipients to whose doctors it was told
     * @param closed when quality settled it; absent while the material is stopped
     */
    public record Information(
            String number,
            Instant learned,
            Kind kind,
            @Text(max = 2000, lines = true) String text,
            List<Ref<Recipient>> reached,
            @Nullable Instant closed,
            @Nullable Boolean materialUsable,
            @Nullable String conclusion) {

        public enum Kind {
            INFECTION,
            MALIGNANCY,
            GENETIC_DISEASE,
            LATE_SEROCONVERSION,
            FALSE_HISTORY,
            OTHER
        }
    }

    /** Donors of whom the cells come with many white cells. */
    private static final Set<Collection.Route> LEUKOCYTE_RICH = Set.of(
            Collection.Route.APHERESIS,
            Collection.Route.PERIPHERAL_BLOOD,
            Collection.Route.LYMPH_NODE,
            Collection.Route.CORD_BLOOD,
            Collection.Route.BONE_MARROW);

    /** What calls for further tests in a donor of whom no more is known than at the registration. */
    public static List<String> traits(boolean autologous, Collection.@Nullable Route route) {
        List<String> traits = new ArrayList<>();
        traits.add(autologous ? "autologous" : "allogeneic");
        if (route != null) {
            traits.add("tissue:" + word(route));
            if (LEUKOCYTE_RICH.contains(route)) {
                traits.add("leukocyte_rich");
            }
        }
        return List.copyOf(traits);
    }

    /** The donor told the history; its stays and conditions join what calls for further tests. */
    public Donor told(History told) {
        List<String> all = new ArrayList<>(traits(autologous, intendedRoute));
        told.stays().forEach(s -> all.add("region:" + s.region()));
        told.conditions().forEach(c -> all.add("condition:" + word(c)));
        if (told.radiationExposure()) {
            all.add("radiation");
        }
        if (told.epidemicAreaStay()) {
            all.add("epidemic_area");
        }
        return with(b -> b.history(told).traits(all.stream().distinct().toList()))
                .diluted();
    }

    /** The donor's blood was tested, of a donor of cord the mother's. */
    public Donor screened(Screening tested) {
        return withScreening(tested).diluted();
    }

    /** A doctor examined the donor. */
    public Donor examined(Examination found) {
        return withExamination(found).diluted();
    }

    /** Dilution of the screened sample follows from history, body weight and time of sampling, whichever was known last. */
    private Donor diluted() {
        if (history == null || screening == null) {
            return withPlasmaDilution(null);
        }
        Integer age = birthYear == null // the birthday may still lie ahead
                ? null
                : screening.sampled().atZone(ZoneOffset.UTC).getYear() - birthYear - 1;
        BigDecimal weight = examination == null ? null : examination.bodyWeight();
        return withPlasmaDilution(PlasmaDilution.of(screening.sampled(), weight, age, history.infusions()));
    }

    /** A comparison with the type of a recipient; loci that the donor was not typed for are left out. */
    public Donor matched(
            Ref<Recipient> recipient, Instant at, String abo, Map<String, Alleles> hla, @Nullable String reason) {
        List<String> compared = new ArrayList<>();
        int shared = 0;
        Typing own = typing;
        if (own != null) {
            for (Map.Entry<String, Alleles> locus : own.hla().entrySet()) {
                Alleles theirs = hla.get(locus.getKey());
                if (theirs != null) {
                    compared.add(locus.getKey());
                    shared += locus.getValue().shared(theirs);
                }
            }
        }
        boolean sameGroup = own != null && own.abo().equals(abo);
        return withMatches(Lists.superseding(
                matches,
                m -> m.recipient().equals(recipient),
                new Match(recipient, at, List.copyOf(compared), shared, sameGroup, reason)));
    }

    /** Something became known after the donation. */
    public Donor informed(Information news) {
        return withInformation(Lists.superseding(information, i -> i.number().equals(news.number()), news));
    }

    /** What became known is settled. */
    public Donor settled(String number, Instant at, List<Ref<Recipient>> reached, boolean usable, String conclusion) {
        return withInformation(information.stream()
                .map(i -> i.number().equals(number)
                        ? new Information(number, i.learned(), i.kind(), i.text(), reached, at, usable, conclusion)
                        : i)
                .toList());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    public enum Decision {
        ELIGIBLE,
        ELIGIBLE_AUTOLOGOUS_INFECTIOUS,
        INELIGIBLE
    }
}
