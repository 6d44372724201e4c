package org.opencgt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.act.Ref;
import org.opencgt.act.Vocabulary;
import org.opencgt.identity.Scan.OfTime.Event;
import org.opencgt.language.Texts;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ScanReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:30:00Z"), ZoneOffset.UTC);
    private static final IdentifierSettings SETTINGS = new IdentifierSettings("A9999", Map.of());
    private static final ScanReader READER = new ScanReader(
            new Identifiers(
                    new DriverManagerDataSource(),
                    new Vocabulary(),
                    List.of(new HouseScheme(), new DonationScheme(SETTINGS)),
                    SETTINGS,
                    CLOCK),
            CLOCK);
    private static final DonationNumber DONATION = new DonationNumber("G123498654321");
    private static final String GTIN = "09506000134352";

    static Stream<Map.Entry<String, Scan>> known() {
        return Stream.of(
                Map.entry("=G12349865432100", new Scan.OfDonation(DONATION, "00")),
                Map.entry("=G12349865432177", new Scan.OfDonation(DONATION, "77")),
                Map.entry("]C0=G12349865432177\r\n", new Scan.OfDonation(DONATION, "77")),
                Map.entry("G1234 98 654321 00 H", new Scan.OfDonation(DONATION, "00")),
                Map.entry("g123498654321h", new Scan.OfDonation(DONATION, "00")),
                Map.entry("G12349865432177", new Scan.OfDonation(DONATION, "77")),
                Map.entry("=<S1234VA0", new Scan.OfProduct(new ProductCode("S1234VA0"))),
                Map.entry("=<S1234VAa", new Scan.OfProduct(new ProductCode("S1234VAa"))),
                Map.entry("=>026061", new Scan.OfTime(Event.EXPIRY, LocalDate.of(2026, 3, 2), Optional.empty())),
                Map.entry(
                        "&>0283662359",
                        new Scan.OfTime(Event.EXPIRY, LocalDate.of(2028, 12, 31), Optional.of(LocalTime.of(23, 59)))),
                Map.entry(
                        "&*9990010000",
                        new Scan.OfTime(Event.COLLECTION, LocalDate.of(1999, 1, 1), Optional.of(LocalTime.MIDNIGHT))),
                Map.entry("&/CHA999926000123", new Scan.OfChain(new ChainOfIdentity("CHA999926000123"))),
                Map.entry("CHA999926000123", new Scan.OfChain(new ChainOfIdentity("CHA999926000123"))),
                Map.entry(
                        "=+05003=G12349865432177=<S1234VA0&>0260612359",
                        new Scan.Several(List.of(
                                new Scan.OfDonation(DONATION, "77"),
                                new Scan.OfProduct(new ProductCode("S1234VA0")),
                                new Scan.OfTime(
                                        Event.EXPIRY, LocalDate.of(2026, 3, 2), Optional.of(LocalTime.of(23, 59)))))),
                Map.entry("(01)" + GTIN + "(17)261231(10)AB-12(21)7", tradeItem("AB-12", "7")),
                Map.entry("01" + GTIN + "1726123110AB-12\u001d217", tradeItem("AB-12", "7")),
                Map.entry("]d201" + GTIN + "217\u001d1726123110AB-12", tradeItem("AB-12", "7")),
                Map.entry("\u001d01" + GTIN + "10AB-12\u001d17261231217", tradeItem("AB-12", "7")),
                Map.entry("unit:U26-000001-9", new Scan.OfSubject(new Ref<>("unit", "U26-000001-9"))),
                Map.entry("unit:A99992600000100-01", new Scan.OfSubject(new Ref<>("unit", "A99992600000100-01"))),
                Map.entry("u26-000001-9", new Scan.OfSubject(new Ref<>("unit", "U26-000001-9"))),
                Map.entry(
                        "SEC: PL001499Z549917123456 A00T041600320171231",
                        new Scan.OfEuropeanCode(new SingleEuropeanCode(
                                "PL", "001499", "Z549917123456", 'A', "00T0416", "003", LocalDate.of(2017, 12, 31)))));
    }

    private static Scan tradeItem(String lot, String serial) {
        return new Scan.OfTradeItem(
                Optional.of(GTIN), Optional.of(lot), Optional.of(LocalDate.of(2026, 12, 31)), Optional.of(serial));
    }

    @ParameterizedTest
    @MethodSource
    void known(Map.Entry<String, Scan> example) {
        assertThat(READER.read(example.getKey())).isEqualTo(example.getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "G1234 98 654321 00 J, 'identifier-check [G1234 98 654321 00 J, J, H]'",
        "G123498654312H, 'identifier-check [G123498654312H, H, J]'",
        "G123498654321, 'identifier-check-missing [G123498654321]'",
        "G12349865432100, 'identifier-check-missing [G12349865432100]'",
        "=G12349865432178, 'identifier-flags [G123498654321, 78, 77]'",
        "=G12349865O32100, 'identifier-character [G12349865O321, O, 10]'",
        "=G1234986543, 'scan-truncated [=G1234986543]'",
        "=<S1234VA, 'scan-truncated [=<S1234VA]'",
        "=<s1234VA0, 'identifier-shape [s1234VA0, S1234VA0]'",
        "=>026367, 'identifier-date [026367]'",
        "&>0260612460, 'identifier-date [0260612460]'",
        "=%5100, 'scan-structure [=%5100, =%]'",
        "=G12349865432177=%5100, 'scan-structure [=G12349865432177=%5100, =%]'",
        "&/XXA999926000123, 'identifier-shape [XXA999926000123, CHA999926000123]'",
        "(01)09506000134353, 'identifier-check [09506000134353, 3, 2]'",
        "0109506000134353, 'identifier-check [09506000134353, 3, 2]'",
        "(01)0950600013435, 'gs1-value [(01)0950600013435, 01, 0950600013435]'",
        "(17)261331, 'identifier-date [261331]'",
        "(10)A(10)B, 'gs1-twice [(10)A(10)B, 10]'",
        "(37)5, 'gs1-element [(37)5, 37]'",
        "(10)A(, 'gs1-element [(10)A(, (]'",
        "unit:U26-000001-N, 'identifier-check [U26-000001-N, N, 9]'",
        "U26-000001-N, 'identifier-check [U26-000001-N, N, 9]'",
        "batch:U26-000001-9, 'identifier-prefix [U26-000001-9, U, B, batch]'",
        "=, 'scan-structure [=, =]'",
        "unit:a b, 'identifier-reference [unit:a b]'",
        "SEC: PL001499, 'identifier-shape [PL001499, PL001499Z549917123456 A00T041600320171231]'",
        "'', 'scan-empty []'"
    })
    void refusedWithTheReason(String typed, String fault) {
        assertThat(CheckCharacter.of("G123498654312")).isEqualTo('J');
        assertThat(READER.read(typed))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.fault().code() + " "
                                        + refused.fault().parameters())
                                .isEqualTo(fault.replace("[ ", "[")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "12345", "AB26-123456-7", "https://example.org/", "LOT202601011", "unicorn:1", "0"})
    void neverGuesses(String typed) {
        assertThat(READER.read(typed)).isEqualTo(new Scan.Unknown(typed));
    }

    @Test
    void whatCouldBeTwoThingsIsRefused() {
        String chain = IntStream.range(0, 1_000_000)
                .mapToObj(number -> String.format(Locale.ROOT, "CHA9999%08d", 26_000_000 + number))
                .filter(text ->
                        new DonationNumber(text.substring(0, 13)).checkFlags().equals(text.substring(13)))
                .findFirst()
                .orElseThrow();
        assertThat(READER.read(chain))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("scan-ambiguous"));
        assertThat(READER.read("&/" + chain)).isInstanceOf(Scan.OfChain.class);
        assertThat(READER.read("=" + chain)).isInstanceOf(Scan.OfDonation.class);
    }

    @Test
    void whatWePrintCanBeScanned() {
        DonationNumber number = new DonationNumber("A999926000117");
        assertThat(READER.read(number.barcode())).isEqualTo(new Scan.OfDonation(number, number.checkFlags()));
        assertThat(READER.read(number.printed())).isEqualTo(new Scan.OfDonation(number, "00"));
        ChainOfIdentity chain = ChainOfIdentity.of(number);
        assertThat(READER.read(chain.barcode())).isEqualTo(new Scan.OfChain(chain));
        ProductCode product = new ProductCode("S1234VA0");
        assertThat(READER.read(product.barcode())).isEqualTo(new Scan.OfProduct(product));
    }

    @Test
    void expiryWithoutADayIsTheLastOfTheMonth() {
        assertThat(READER.read("(17)280200"))
                .isEqualTo(new Scan.OfTradeItem(
                        Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2028, 2, 29)), Optional.empty()));
        assertThat(((Scan.OfTradeItem) READER.read("(17)770101")).expires()).contains(LocalDate.of(1977, 1, 1));
    }

    @Test
    void everyReasonHasItsTextInBothLanguages() {
        Texts texts = new Texts();
        for (String code : List.of(
                "identifier-character",
                "identifier-check",
                "identifier-check-missing",
                "identifier-flags",
                "identifier-shape",
                "identifier-prefix",
                "identifier-kind",
                "identifier-reference",
                "identifier-date",
                "scan-empty",
                "scan-truncated",
                "scan-structure",
                "scan-ambiguous",
                "gs1-element",
                "gs1-twice",
                "gs1-value")) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(texts.find(language, "fault." + code)).as(code).isPresent();
            }
        }
        assertThat(texts.of(Locale.ENGLISH, "fault.identifier-check", "U26-000001-N", "N", "9"))
                .contains("is N but should be 9");
    }
}
