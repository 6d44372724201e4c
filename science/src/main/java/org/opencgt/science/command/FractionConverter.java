package org.opencgt.science.command;

import org.opencgt.science.table.Numbers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that is a fraction, written as {@code 0.3} or {@code 30%}; names itself in {@code converter}. */
public final class FractionConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        return Numbers.parseFraction(text).orElseThrow(() -> new TypeConversionException(text));
    }
}
