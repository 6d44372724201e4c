package org.opencgt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdentifiersTest {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final Clock IN_2026 = Clock.fixed(Instant.parse("2026-03-02T08:30:00Z"), ZoneOffset.UTC);
    private static final Clock IN_2027 = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final IdentifierSettings SETTINGS = new IdentifierSettings("A9999", Map.of());

    private static TestDatabase database = TestDatabase.fresh();

    private final Identifiers identifiers = identifiers(SETTINGS, IN_2026);

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Identifiers identifiers(IdentifierSettings settings, Clock clock, IdentifierScheme... more) {
        List<IdentifierScheme> schemes = new java.util.ArrayList<>(List.of(more));
        schemes.add(new HouseScheme());
        schemes.add(new DonationScheme(settings));
        return new Identifiers(database.runtime(), VOCABULARY, schemes, settings, clock);
    }

    @Test
    void carryPrefixYearNumberAndCheckCharacter() {
        String id = identifiers.issue("unit");
        assertThat(id).matches("U26-[0-9]{6}-[0-9A-Z]");
        assertThat(CheckCharacter.of(id.substring(0, 3) + id.substring(4, 10))).isEqualTo(id.charAt(11));
        assertThat(identifiers(SETTINGS, IN_2027).issue("unit")).matches("U27-00000[0-9]-[0-9A-Z]");
        assertThat(identifiers.issue("batch")).startsWith("B26-00000");
    }

    @Test
    void areNeverIssuedTwice() throws Exception {
        Set<String> issued = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Callable<Boolean>> tasks = java.util.Collections.nCopies(
                    200, () -> issued.add(identifiers(SETTINGS, IN_2026).issue("sample")));
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(issued).hasSize(200);
    }

    @Test
    void neverEndInAStarWhichAReferenceCannotHold() {
        SubjectDeclaration unit = VOCABULARY.subject("unit").orElseThrow();
        HouseScheme house = new HouseScheme();
        int leftOut = 0;
        for (int number = 1; number <= 1000; number++) {
            Optional<String> id = house.write(unit, Year.of(2026), number);
            leftOut += id.isEmpty() ? 1 : 0;
            id.ifPresent(written -> assertThat(house.read(unit, written)).isEqualTo(written));
        }
        assertThat(leftOut).isBetween(20, 35);
    }

    @Test
    void ofCollectionsAreDonationNumbersOfTheFacility() {
        String id = identifiers.issue("collection");
        assertThat(id).matches("A999926[0-9]{6}");
        assertThat(DonationNumber.isShaped(id)).isTrue();
    }

    @Test
    void leaveOutDonationNumbersThatAPreprintedLabelHasUsed() {
        String before = identifiers.issue("collection");
        String next = "A999926" + String.format("%06d", Integer.parseInt(before.substring(7)) + 1);
        JdbcClient.create(database.owner())
                .sql("insert into subject (ref, version, position, head, state) values (?, 1, 0, ?, '{}')")
                .param("collection:" + next)
                .param(new byte[32])
                .update();
        assertThat(identifiers.issue("collection")).isGreaterThan(next);
    }

    @Test
    void followTheSchemeThatASiteChooses() {
        IdentifierScheme ward = new IdentifierScheme() {
            @Override
            public String name() {
                return "ward";
            }

            @Override
            public String series(SubjectDeclaration kind, Year year) {
                return "ward";
            }

            @Override
            public Optional<String> write(SubjectDeclaration kind, Year year, long number) {
                return Optional.of("W." + number);
            }

            @Override
            public String read(SubjectDeclaration kind, String typed) {
                return typed;
            }

            @Override
            public String print(String id) {
                return "Ward " + id;
            }
        };
        Identifiers site = identifiers(new IdentifierSettings("A9999", Map.of("donor", "ward")), IN_2026, ward);
        assertThat(site.issue("donor")).isEqualTo("W.1");
        assertThat(site.issue("donor")).isEqualTo("W.2");
        assertThat(site.print(new Ref<>("donor", "W.2"))).isEqualTo("Ward W.2");
        assertThat(site.issue("collection")).startsWith("K26-");
        assertThatThrownBy(() -> identifiers(new IdentifierSettings("A9999", Map.of("donor", "mine")), IN_2026))
                .hasMessageContaining("there is no scheme mine");
        assertThatThrownBy(() -> identifiers(new IdentifierSettings("O9999", Map.of()), IN_2026))
                .hasMessageContaining("O9999");
    }

    @ParameterizedTest
    @CsvSource({
        "U26-000001-9, U26-000001-9",
        "u26-000001-9, U26-000001-9",
        "U260000019, U26-000001-9",
        "U26 000001 9, U26-000001-9"
    })
    void areReadHoweverTheyAreTyped(String typed, String id) {
        assertThat(CheckCharacter.of("U26000001")).isEqualTo('9');
        assertThat(identifiers.read("unit", typed)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "U26-000001-N, 'identifier-check [U26-000001-N, N, 9]'",
        "U26-000010-9, 'identifier-check [U26-000010-9, 9, 7]'",
        "U26-0O0001-M, 'identifier-character [U26-0O0001-M, O, 6]'",
        "U26-000001-?, 'identifier-character [U26-000001-?, ?, 12]'",
        "B26-000001-6, 'identifier-prefix [B26-000001-6, B, U, unit]'",
        "U26, 'identifier-shape [U26, U26-000123-K]'"
    })
    void areRefusedWithTheReason(String typed, String fault) {
        assertThat(CheckCharacter.of("U26000010")).isEqualTo('7');
        assertThat(CheckCharacter.of("B26000001")).isEqualTo('6');
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> identifiers.read("unit", typed))
                .withMessage(fault);
    }

    @Test
    void inReferencesFromOutsideAreChecked() {
        assertThat(identifiers.fault(new Ref<>("unit", "U26-000001-9"))).isEmpty();
        assertThat(identifiers.fault(new Ref<>("person", "nurse.example"))).isEmpty();
        assertThat(identifiers.fault(new Ref<>("material-lot", "LOT202601011"))).isEmpty();
        assertThat(identifiers.fault(new Ref<>("unit", "U26-000001-N")))
                .contains(Fault.at("", "identifier-check", "U26-000001-N", "N", "9"));
        assertThat(identifiers.fault(new Ref<>("batch", "U26-000001-9")))
                .contains(Fault.at("", "identifier-prefix", "U26-000001-9", "U", "B", "batch"));
        assertThat(identifiers.fault(new Ref<>("unicorn", "1"))).contains(Fault.at("", "identifier-kind", "unicorn"));
    }

    @Test
    void arePrintedWithTheirCheckCharacter() {
        assertThat(identifiers.print(new Ref<>("unit", "U26-000001-9"))).isEqualTo("U26-000001-9");
        assertThat(identifiers.print(new Ref<>("collection", "G123498654321"))).isEqualTo("G1234 98 654321 00 H");
        assertThat(identifiers.print(new Ref<>("collection", "house-1"))).isEqualTo("house-1");
    }
}
