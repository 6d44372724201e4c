package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.language.Texts;
import org.opencgt.ledger.LedgerException.LedgerUnavailable;

class LedgerTextsTest {

    private static final Texts TEXTS = new Texts();

    @ParameterizedTest
    @MethodSource("keys")
    void whateverGoesWrongHasATextInBothLanguages(String key) {
        for (Locale locale : Texts.LANGUAGES) {
            assertThat(TEXTS.of(locale, key, "1", "unit:1"))
                    .doesNotStartWith("[")
                    .doesNotContain("{");
        }
    }

    static Stream<String> keys() {
        Exception cause = new IllegalStateException();
        return Stream.of(
                        Stream.of(Fault.Kind.values())
                                .map(kind -> Fault.of(kind, "").key()),
                        Stream.of(LedgerUnavailable.Reason.values())
                                .map(reason -> new LedgerUnavailable(reason, "").key()),
                        Stream.of(
                                        new LedgerException.StaleSubjects(Map.of("unit:1", 2L)),
                                        new LedgerException.KeyReused("k"),
                                        new LedgerException.Rejected("id", cause),
                                        new LedgerException.OutcomeUnknown("id", cause))
                                .map(LedgerException::key))
                .flatMap(keys -> keys);
    }
}
