package org.opencgt.donor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.Folding;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.manufacturing.ReceiveCollection;
import org.opencgt.organisation.RegisterEquipment;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;

class DonorEffectsTest {

    private static final Ref<Donor> DONOR = new Ref<>("donor", "N1");
    private static final Ref<Product> PRODUCT = new Ref<>("product", "T1");
    private static final Ref<Site> SITE = new Ref<>("site", "S1");
    private static final Ref<Equipment> EQUIPMENT = new Ref<>("equipment", "E1");
    private static final Ref<Collection> COLLECTION = new Ref<>("collection", "G123498654321");

    @Test
    void consentGivenAnewAfterWithdrawalHolds() {
        Folding fold = registered()
                .act("2026-02-10T01:00:00Z", new GiveConsent(DONOR, List.of(GiveConsent.Scope.COLLECTION), "1.0"))
                .act("2026-02-11T01:00:00Z", new WithdrawConsent(DONOR, null));
        assertThat(requireNonNull(fold.state(DONOR).consent()).withdrawn())
                .isEqualTo(Instant.parse("2026-02-11T01:00:00Z"));
        assertThat(requireNonNull(fold.state(DONOR).consent()).given())
                .isEqualTo(Instant.parse("2026-02-10T01:00:00Z"));

        fold.act("2026-02-12T01:00:00Z", new GiveConsent(DONOR, List.of(GiveConsent.Scope.MANUFACTURE), "1.1"));
        assertThat(requireNonNull(fold.state(DONOR).consent()).withdrawn()).isNull();
        assertThat(requireNonNull(fold.state(DONOR).consent()).scope()).containsExactly("manufacture");
    }

    @Test
    void onlyTheAutologousExceptionAsksForInfectiousHandling() {
        for (Donor.Decision decision : Donor.Decision.values()) {
            Folding fold = registered()
                    .act("2026-02-12T01:00:00Z", new DecideEligibility(DONOR, decision, "reason", "2.0", List.of()));
            assertThat(fold.state(DONOR).infectiousHandling())
                    .isEqualTo(decision == Donor.Decision.ELIGIBLE_AUTOLOGOUS_INFECTIOUS);
        }
    }

    @Test
    void whatTheDonorTellsCallsForFurtherTests() {
        Folding fold = registered();
        assertThat(fold.state(DONOR).traits()).containsExactly("autologous", "tissue:apheresis", "leukocyte_rich");
        fold.act(
                "2026-02-09T02:00:00Z",
                new RecordHistory(
                        DONOR,
                        true,
                        false,
                        "none",
                        "none",
                        false,
                        List.of(),
                        List.of(new Donor.Stay("BR", LocalDate.parse("2026-01-10"))),
                        List.of(Donor.Condition.TRANSFUSION),
                        null));
        assertThat(fold.state(DONOR).traits())
                .containsExactly(
                        "autologous",
                        "tissue:apheresis",
                        "leukocyte_rich",
                        "region:BR",
                        "condition:transfusion",
                        "radiation");
    }

    @Test
    void theMatchCountsSharedAllelesOfLociTypedInBoth() {
        Ref<Recipient> recipient = new Ref<>("recipient", "C1");
        Folding fold = registered()
                .act(
                        "2026-02-10T01:00:00Z",
                        new TypeDonor(
                                DONOR,
                                Instant.parse("2026-02-10T00:00:00Z"),
                                SITE,
                                TypeDonor.Abo.A,
                                TypeDonor.Rh.POSITIVE,
                                List.of(
                                        locus(TypeDonor.Locus.A, "02:01", "11:01"),
                                        locus(TypeDonor.Locus.B, "40:01", "40:01"),
                                        locus(TypeDonor.Locus.DRB1, "09:01", "12:02")),
                                true,
                                null))
                .act(
                        "2026-02-11T01:00:00Z",
                        new MatchRecipient(
                                DONOR,
                                recipient,
                                TypeDonor.Abo.A,
                                List.of(
                                        locus(TypeDonor.Locus.A, "11:01", "24:02"),
                                        locus(TypeDonor.Locus.B, "40:01", "46:01")),
                                null));
        assertThat(fold.state(DONOR).matches())
                .singleElement()
                .returns(List.of("a", "b"), Donor.Match::compared)
                .returns(2, Donor.Match::shared)
                .returns(true, Donor.Match::sameBloodGroup);
    }

    @Test
    void theBloodOfTheCordDoesNotReplaceTheMothers() {
        Folding fold = registered()
                .act("2026-02-10T01:00:00Z", screened("2026-02-10T00:00:00Z", Donor.Specimen.MATERNAL_BLOOD))
                .act("2026-02-11T01:00:00Z", screened("2026-02-11T00:00:00Z", Donor.Specimen.CORD_BLOOD));
        assertThat(requireNonNull(fold.state(DONOR).screening()).specimen()).isEqualTo(Donor.Specimen.MATERNAL_BLOOD);
        assertThat(requireNonNull(fold.state(DONOR).cordBlood()).sampled())
                .isEqualTo(Instant.parse("2026-02-11T00:00:00Z"));
    }

    @Test
    void whatBecameKnownStaysOpenUntilItIsSettled() {
        Ref<Recipient> recipient = new Ref<>("recipient", "C1");
        Folding fold = registered()
                .act(
                        "2026-05-01T01:00:00Z",
                        new ReportInformation(
                                DONOR,
                                "PDI-1",
                                Donor.Information.Kind.INFECTION,
                                Instant.parse("2026-05-01T00:00:00Z"),
                                "seroconversion"));
        assertThat(fold.state(DONOR).information().getFirst().closed()).isNull();
        fold.act("2026-05-02T01:00:00Z", new SettleInformation(DONOR, "PDI-1", List.of(recipient), false, "destroyed"));
        assertThat(fold.state(DONOR).information())
                .singleElement()
                .returns(List.of(recipient), Donor.Information::reached)
                .returns(false, Donor.Information::materialUsable)
                .returns("seroconversion", Donor.Information::text);
    }

    private static TypeDonor.LocusType locus(TypeDonor.Locus locus, String first, String second) {
        return new TypeDonor.LocusType(locus, first, second);
    }

    private static ScreenDonor screened(String at, Donor.Specimen specimen) {
        return new ScreenDonor(DONOR, Instant.parse(at), SITE, List.of(), specimen);
    }

    @Test
    void labelKnowsAWrongCheckCharacterFromAWrongNumber() {
        assertThat(labelled("G123498654321", "H"))
                .returns(true, Collection.Label::donationNumberMatches)
                .returns(true, Collection.Label::checkCharacterValid);
        assertThat(labelled("G123498654321", "A"))
                .returns(true, Collection.Label::donationNumberMatches)
                .returns(false, Collection.Label::checkCharacterValid);
        assertThat(labelled("G123417654321", "A"))
                .returns(false, Collection.Label::donationNumberMatches)
                .returns(true, Collection.Label::checkCharacterValid);
    }

    @Test
    void receiptMatchesOnlyWhenNumberAndChainOfIdentityDo() {
        assertThat(received("G123498654321", "YX26-0001-7Q")).isTrue();
        assertThat(received("G123498654322", "YX26-0001-7Q")).isFalse();
        assertThat(received("G123498654321", "YX26-0002-7Q")).isFalse();
    }

    private static boolean received(String number, String identity) {
        Folding fold = collected()
                .act(
                        "2026-02-16T02:00:00Z",
                        new LabelCollection(COLLECTION, DONOR, "G123498654321", "H", "YX26-0001-7Q"))
                .act(
                        "2026-02-16T10:00:00Z",
                        new ReceiveCollection(COLLECTION, number, identity, new BigDecimal("5.1"), true, List.of()));
        assertThat(fold.state(COLLECTION).status()).isEqualTo(Collection.Status.RECEIVED);
        return requireNonNull(fold.state(COLLECTION).receipt()).identityMatches();
    }

    private static Collection.Label labelled(String number, String check) {
        Folding fold = collected()
                .act("2026-02-16T02:00:00Z", new LabelCollection(COLLECTION, DONOR, number, check, "YX26-0001-7Q"));
        assertThat(fold.state(COLLECTION).status()).isEqualTo(Collection.Status.LABELLED);
        return requireNonNull(fold.state(COLLECTION).label());
    }

    private static Folding registered() {
        return new Folding()
                .act(
                        "2026-02-01T01:00:00Z",
                        new RegisterEquipment(
                                EQUIPMENT, SITE, "Cell separator", Equipment.Type.APHERESIS_MACHINE, null, null, null))
                .act(
                        "2026-02-09T01:00:00Z",
                        new RegisterDonor(
                                DONOR,
                                new Personal("vault:1"),
                                RegisterDonor.Sex.FEMALE,
                                1971,
                                true,
                                PRODUCT,
                                SITE,
                                null,
                                Collection.Route.APHERESIS));
    }

    private static Folding collected() {
        return registered()
                .act(
                        "2026-02-16T01:00:00Z",
                        new CollectCells(
                                COLLECTION,
                                DONOR,
                                EQUIPMENT,
                                "N1",
                                PRODUCT,
                                SITE,
                                new Ref<>("area", "R1"),
                                Collection.Route.APHERESIS,
                                null,
                                "1.0",
                                Instant.parse("2026-02-16T00:00:00Z"),
                                Instant.parse("2026-02-16T01:00:00Z"),
                                null,
                                null,
                                null,
                                new BigDecimal("180"),
                                new BigDecimal("9"),
                                false,
                                true,
                                true,
                                null,
                                List.of(),
                                null));
    }
}
