package org.opencgt.science.dosefinding.cli;

import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The designs by the names that {@code --design} takes. */
enum DesignName {
    THREE_PLUS_THREE("3+3"),
    MTPI("mtpi"),
    MTPI2("mtpi2"),
    KEYBOARD("keyboard"),
    BOIN("boin"),
    TITE_BOIN("tite-boin"),
    CRM("crm"),
    TEPI("tepi"),
    BOIN12("boin12"),
    CUSTOM("custom");

    private final String code;

    DesignName(String code) {
        this.code = code;
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
