package org.opencgt.science.dosefinding.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The designs by the names that {@code --design} takes. */
enum DesignName {
    THREE_PLUS_THREE("3+3", "--de-escalation"),
    MTPI("mtpi", "--e1", "--e2", "--cutoff-eli"),
    MTPI2("mtpi2", "--e1", "--e2", "--cutoff-eli"),
    KEYBOARD("keyboard", "--e1", "--e2", "--cutoff-eli"),
    BOIN("boin", "--p1", "--p2", "--cutoff-eli", "--extra-safe", "--offset", "--bound-mtd"),
    TITE_BOIN(
            "tite-boin",
            "--p1",
            "--p2",
            "--cutoff-eli",
            "--extra-safe",
            "--offset",
            "--bound-mtd",
            "--max-pending",
            "--min-follow-up"),
    CRM(
            "crm",
            "--model",
            "--skeleton",
            "--halfwidth",
            "--prior-mtd",
            "--prior-sd",
            "--intercept",
            "--estimator",
            "--cutoff-eli"),
    TEPI(
            "tepi",
            "--min-efficacy",
            "--tox-cuts",
            "--eff-cuts",
            "--actions",
            "--cutoff-eli",
            "--cutoff-futility",
            "--utility"),
    BOIN12(
            "boin12",
            "--min-efficacy",
            "--p1",
            "--p2",
            "--cutoff-eli",
            "--cutoff-futility",
            "--utility",
            "--n-safe",
            "--n-explore"),
    CUSTOM("custom", "--table");

    private final String code;
    private final List<String> parameters;

    DesignName(String code, String... parameters) {
        this.code = code;
        this.parameters = List.of(parameters);
    }

    /** The options that the design knows beside its target. */
    List<String> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return code;
    }

    /** Reads a name, whatever its case, with or without the hyphen of {@code mtpi-2}. */
    static final class Converter implements ITypeConverter<DesignName> {
        @Override
        public DesignName convert(String text) {
            String plain = text.strip().toLowerCase(Locale.ROOT).replace("-", "");
            return Stream.of(values())
                    .filter(name -> name.code.replace("-", "").equals(plain))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException(text));
        }
    }
}
