package org.opencgt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Worked examples that were published with ISBT 128; skipped where the folder of reference data is not at hand. */
class PublishedVectorsTest {

    private static final String FILE = "standards/isbt128/check-character-vectors.json";

    private JsonNode vectors = JsonMapper.shared().createObjectNode();

    /** The folder of reference data is named by {@code opencgt.reference}, or is {@code shared/reference} in a folder above. */
    @BeforeEach
    void read() {
        String named = System.getProperty("opencgt.reference");
        Stream<Path> folders = named == null
                ? Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(above -> above.resolve("shared/reference"))
                : Stream.of(Path.of(named));
        Optional<Path> file = folders.map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "the published vectors are not here: shared/reference/" + FILE);
        vectors = JsonMapper.shared().readTree(file.orElseThrow());
    }

    @Test
    void checkCharactersAndFlags() {
        for (JsonNode vector : vectors.path("din_iso7064_mod37_2")) {
            DonationNumber number = new DonationNumber(vector.path("din").asString());
            assertThat(CheckCharacter.value(number.text()))
                    .isEqualTo(vector.path("checksum").asInt());
            assertThat(String.valueOf(number.checkCharacter()))
                    .isEqualTo(vector.path("keyboardCheck").asString());
            assertThat(number.checkFlags()).isEqualTo(vector.path("flag").asString());
        }
        assertThat(vectors.path("din_iso7064_mod37_2").size()).isPositive();
    }

    @Test
    void singleEuropeanCodes() {
        int read = 0;
        for (JsonNode vector : vectors.path("single_european_code")) {
            String text = vector.has("text")
                    ? vector.path("text").asString().substring("SEC:".length())
                    : vector.path("electronic").asString();
            SingleEuropeanCode code = SingleEuropeanCode.read(text);
            assertThat(code.split()).isEqualTo(vector.path("split").asString());
            assertThat(code.expires())
                    .isEqualTo(LocalDate.parse(vector.path("expiry").asString()));
            if (vector.has("product")) {
                assertThat(code.country()).isEqualTo(vector.path("country").asString());
                assertThat(code.establishment())
                        .isEqualTo(vector.path("tissueEstablishment").asString());
                assertThat(code.donation())
                        .isEqualTo(vector.path("uniqueDonationNumber").asString());
                assertThat(String.valueOf(code.coding()))
                        .isEqualTo(vector.path("codingSystem").asString());
                assertThat(code.product()).isEqualTo(vector.path("product").asString());
            }
            read++;
        }
        assertThat(read).isPositive();
    }
}
