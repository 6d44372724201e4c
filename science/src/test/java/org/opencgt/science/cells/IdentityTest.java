package org.opencgt.science.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identity and matching: short tandem repeats, HLA, blood groups. */
class IdentityTest {

    /** HeLa as databases have it, with one allele of D5S818 lost. */
    private static final Map<String, String> HELA = loci(
            "Amelogenin=X;CSF1PO=9,10;D13S317=12,13.3;D16S539=9,10;D18S51=16;D21S11=27,28;D3S1358=15,18;D5S818=11,12;"
                    + "D7S820=8,12;D8S1179=12,13;FGA=18,21;TH01=7;TPOX=8,12;vWA=16,18");

    @Test
    void aProfileMatchesItself() {
        StrMatch match = match(HELA, HELA);

        assertThat(match.tanabePercent()).isEqualTo(100);
        assertThat(match.loci()).isEqualTo(13);
        assertThat(match.queryAlleles()).isEqualTo(24);
        assertThat(match.verdict()).isEqualTo(StrMatch.Verdict.MATCH);
        assertThat(match.flags()).isEmpty();
    }

    @Test
    void sharedAllelesAreCountedAsTheAuthorsDo() {
        StrMatch match = match(loci("D5S818=11;TH01=7,9;TPOX=8"), loci("D5S818=11,12;TH01=7;TPOX=9"));

        assertThat(match.shared()).isEqualTo(2);
        assertThat(match.tanabePercent()).isCloseTo(200.0 * 2 / (4 + 4), within(1e-12));
        assertThat(match.mastersQueryPercent()).isCloseTo(50, within(1e-12));
        assertThat(match.verdict()).isEqualTo(StrMatch.Verdict.NO_MATCH);
        assertThat(match.flags()).containsExactly(StrMatch.Flag.FEW_LOCI);
    }

    @Test
    void anOrderOfTwoProfilesDoesNotMatterToTanabe() {
        Map<String, String> other = loci("CSF1PO=9;D13S317=12;D7S820=8,11;TH01=6,7");

        assertThat(match(HELA, other).tanabePercent())
                .isEqualTo(match(other, HELA).tanabePercent());
        assertThat(match(HELA, other).mastersQueryPercent())
                .isEqualTo(match(other, HELA).mastersReferencePercent());
    }

    @Test
    void aThirdAlleleAtThreeLociIsAMixture() {
        Map<String, String> mixed = new LinkedHashMap<>(HELA);
        mixed.put("TH01", "7,9,9.3");
        mixed.put("TPOX", "8,11,12");
        assertThat(match(mixed, HELA).flags()).containsExactly(StrMatch.Flag.MORE_THAN_TWO_ALLELES);
        mixed.put("vWA", "16/17/18");

        assertThat(match(mixed, HELA).mixture()).isTrue();
        assertThat(match(mixed, HELA).lociWithMoreThanTwo()).isEqualTo(3);
    }

    @Test
    void impossibleProfilesAreRefused() {
        assertThatThrownBy(() -> match(loci("TH01=7"), loci("TPOX=8"))).hasMessageContaining("no locus in common");
        assertThatThrownBy(() -> match(loci("TH01=seven"), HELA)).hasMessageContaining("\"seven\" is no allele");
        assertThatThrownBy(() -> match(loci("TH01=7;th01=8"), HELA)).hasMessageContaining("comes twice");
    }

    @Test
    void hlaIsMatchedAlleleByAllele() {
        HlaMatch match = HlaMatch.of(
                List.of(
                        new HlaMatch.Typing("A", "A*02:01;A*24:02", "HLA-A*24:02:01G;A*02:06"),
                        new HlaMatch.Typing("B", "B*07:02", "B*07:02;B*08:01"),
                        new HlaMatch.Typing("HLA-DRB1", "15:01;04:01", "04:01;15:01")),
                2);

        assertThat(match.matched()).isEqualTo(1 + 1 + 2);
        assertThat(match.possible()).isEqualTo(6);
        assertThat(match.graftVersusHost()).isEqualTo(1);
        assertThat(match.hostVersusGraft()).isEqualTo(2);
        assertThat(match.loci().get(1).flags()).containsExactly(HlaMatch.Flag.HOMOZYGOUS);
        assertThat(match.loci().get(2).locus()).isEqualTo("DRB1");
    }

    @Test
    void resolutionAndNullAllelesAreMinded() {
        HlaMatch group = HlaMatch.of(List.of(new HlaMatch.Typing("A", "A*02:01 A*24", "A*02:06 A*24:02")), 1);
        HlaMatch protein = HlaMatch.of(List.of(new HlaMatch.Typing("A", "A*02:01 A*24", "A*02:06 A*24:02")), 2);
        HlaMatch silent = HlaMatch.of(List.of(new HlaMatch.Typing("A", "A*24:02 A*01:01", "A*24:02N A*01:01")), 2);

        assertThat(group.matched()).isEqualTo(2);
        assertThat(protein.matched()).isEqualTo(1);
        assertThat(protein.lowResolution()).isEqualTo(1);
        assertThat(silent.matched()).isEqualTo(1);
        assertThat(silent.graftVersusHost()).isEqualTo(1);
        assertThat(silent.hostVersusGraft()).isZero();
    }

    @Test
    void impossibleTypingsAreRefused() {
        assertThatThrownBy(() -> HlaMatch.of(List.of(new HlaMatch.Typing("A", "B*07:02", "A*02:01")), 2))
                .hasMessageContaining("is no allele");
        assertThatThrownBy(() -> HlaMatch.of(List.of(new HlaMatch.Typing("A", "", "A*02:01")), 2))
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> HlaMatch.of(List.of(), 2)).hasMessageContaining("no locus");
        assertThatThrownBy(() -> HlaMatch.of(List.of(new HlaMatch.Typing("A", "A*02:01", "A*02:01")), 5))
                .hasMessageContaining("1 to 4");
    }

    @ParameterizedTest
    @CsvSource({
        "A+, O-, MINOR, true, false, true",
        "O-, A+, MAJOR, false, true, false",
        "A, B, BIDIRECTIONAL, false, false,",
        "AB pos, AB NEG, NONE, true, true, true",
        "AB+, B, MINOR, true, false,",
        "B-, B−, NONE, true, true, true"
    })
    void bloodGroupsAreComparedInBothDirections(
            String recipient,
            String donor,
            BloodGroupMatch.Mismatch mismatch,
            boolean cells,
            boolean plasma,
            Boolean rh) {
        BloodGroupMatch match = BloodGroupMatch.of("pair", recipient, donor);

        assertThat(match.mismatch()).isEqualTo(mismatch);
        assertThat(match.redCellsCompatible()).isEqualTo(cells);
        assertThat(match.plasmaCompatible()).isEqualTo(plasma);
        assertThat(match.rhCompatible()).isEqualTo(rh);
    }

    @Test
    void whatIsNoBloodGroupIsRefused() {
        assertThatThrownBy(() -> BloodGroup.of("C+")).hasMessageContaining("no blood group");
    }

    private static StrMatch match(Map<String, String> query, Map<String, String> reference) {
        return StrMatch.of(
                StrProfile.of("query", query), StrProfile.of("reference", reference), StrMatch.Algorithm.TANABE, 3);
    }

    private static Map<String, String> loci(String text) {
        Map<String, String> loci = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            loci.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return loci;
    }
}
