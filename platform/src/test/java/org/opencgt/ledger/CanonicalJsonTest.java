package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.ledger.CanonicalJson.NotCanonical;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {

    @Test
    void theExampleOfTheRfc() {
        // RFC 8785, section 3.2.2, but for one digit too many in its first number
        assertThat(CanonicalJson.of("""
                        {
                          "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }"""))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void namesSortByTheirUtf16CodeUnits() {
        // RFC 8785, section 3.2.3: the emoji's surrogates come before the Hebrew letter
        assertThat(CanonicalJson.of("""
                        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter","1":"One",
                         "\\ud83d\\ude00":"Emoji","\\u0080":"Control","\\u00f6":"Latin Letter"}"""))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Letter\","
                                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji\",\"\ufb33\":\"Hebrew Letter\"}");
    }

    @Test
    void nestedObjectsAreSortedToo() {
        assertThat(CanonicalJson.of("{\"b\":[{\"y\":{},\"x\":[]}],\"a\":{\"ab\":2,\"aa\":1,\"a\":0}}"))
                .isEqualTo("{\"a\":{\"a\":0,\"aa\":1,\"ab\":2},\"b\":[{\"x\":[],\"y\":{}}]}");
    }

    @ParameterizedTest
    @CsvSource({ // RFC 8785, appendix B
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbersAreWrittenAsEcmaScriptDoes(String bits, String written) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.of(written)).isEqualTo(written);
        assertThat(CanonicalJson.of(Double.toString(value))).isEqualTo(written);
        assertThat(CanonicalJson.of(JsonNodeFactory.instance.numberNode(value))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "-0, 0", "-0.0, 0", "1e2, 100", "37.50, 37.5", "-12, -12", "999999999999999, 999999999999999"
    })
    void oneNumberHasOneSpelling(String number, String written) {
        assertThat(CanonicalJson.of(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "0.12345678901234567890", "1e400", "-1e400"})
    void aNumberThatADoubleCannotKeepIsRefusedRatherThanRounded(String number) {
        assertThatThrownBy(() -> CanonicalJson.of("{\"dose\":[1," + number + "]}"))
                .isInstanceOf(NotCanonical.class)
                .hasMessageContaining("number")
                .hasMessageContaining("/dose/1");
    }

    @Test
    void notANumberIsRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> CanonicalJson.of(JsonNodeFactory.instance.numberNode(value)))
                    .isInstanceOf(NotCanonical.class);
        }
        assertThatThrownBy(() -> CanonicalJson.of("[NaN]")).isInstanceOf(NotCanonical.class);
        assertThatThrownBy(() -> CanonicalJson.of("[Infinity]")).isInstanceOf(NotCanonical.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{\"a\\u0000b\":1}", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "[\"\\ud83dx\"]"})
    void aCharacterThatCannotBeStoredIsRefused(String json) {
        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(NotCanonical.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"b\":{\"a\":1,\"c\":2,\"a\":3}}", "{\"a\":1,\"\\u0061\":2}"})
    void aNameThatOccursTwiceIsRefused(String json) {
        assertThatThrownBy(() -> CanonicalJson.of(json))
                .isInstanceOf(NotCanonical.class)
                .hasMessageContaining("\"a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[1", "[1,]", "1 2", "{\"a\" 1}", "'a'", "01", "\"a", "nul", "\"\n\"", "{} x"})
    void whatIsNoJsonIsRefused(String json) {
        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(NotCanonical.class);
    }

    @Test
    void allControlCharactersAreEscapedInTheShortestWay() {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < ' '; c++) {
            all.append(c);
        }
        String json = CanonicalJson.of(JsonNodeFactory.instance.stringNode(all + "\u007f"));
        assertThat(json)
                .startsWith("\"\\u0001\\u0002")
                .contains("\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e")
                .endsWith("\\u001f\u007f\"");
        assertThat(JsonMapper.shared().readTree(json).asString()).isEqualTo(all + "\u007f");
    }

    @Test
    void theCanonicalFormIsItsOwnCanonicalForm() {
        String once = CanonicalJson.of("{\"z\":[1.50,\"\\u00e9\\n\"],\"y\":{\"b\":null,\"a\":-1e-9}}");
        assertThat(CanonicalJson.of(once)).isEqualTo(once);
        assertThat(CanonicalJson.of(JsonMapper.shared().readTree(once))).isEqualTo(once);
    }
}
