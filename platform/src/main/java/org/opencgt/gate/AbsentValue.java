package org.opencgt.gate;

import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelAttribute;
import java.util.Optional;

/**
 * A component that is not there. Whatever is selected from it is not there either; as a value it is CEL's unknown, which
 * carries the path of the missing fact and which {@code &&}, {@code ||} and {@code ?:} may decide without.
 */
final class AbsentValue extends StructValue<String, Object> {

    private static final CelAttribute.Qualifier MISSING = CelAttribute.Qualifier.ofString("missing");

    private final String path;

    AbsentValue(String path) {
        this.path = path;
    }

    /** The path in an unknown's attribute. */
    static String path(CelAttribute attribute) {
        return attribute.qualifiers().getLast().asString();
    }

    private static CelAttribute attribute(String path) {
        return CelAttribute.create(ImmutableList.of(MISSING, CelAttribute.Qualifier.ofString(path)));
    }

    @Override
    public Object select(String field) {
        return new AbsentValue(path + "." + field);
    }

    /** Whether something is in a record that is not there is unknown as well. */
    @Override
    public Optional<Object> find(String field) {
        throw new MissingFact(path);
    }

    @Override
    public Object value() {
        return AccumulatedUnknowns.create(ImmutableList.of(), ImmutableList.of(attribute(path)));
    }

    @Override
    public boolean isZeroValue() {
        return true;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }

    @Override
    public String toString() {
        return path;
    }
}
