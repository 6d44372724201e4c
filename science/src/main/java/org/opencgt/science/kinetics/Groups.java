package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.opencgt.science.table.Numbers;

/** Divides things into the groups that they name: groups in the order of their numbers, or else of their letters. */
final class Groups {

    private static final Comparator<String> NUMBERS_FIRST = Comparator.<String>comparingDouble(
                    name -> Numbers.parse(name).orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Comparator.naturalOrder());

    private Groups() {}

    static <T> Map<String, List<T>> of(List<T> things, Function<T, String> group) {
        Map<String, List<T>> groups = new TreeMap<>(NUMBERS_FIRST);
        things.forEach(thing -> groups.computeIfAbsent(group.apply(thing), unseen -> new ArrayList<>())
                .add(thing));
        return groups;
    }
}
