package org.opencgt.subject;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Longer lists out of immutable ones. */
final class Lists {

    private Lists() {}

    static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }

    static <T> List<T> plusAll(List<T> list, List<T> items) {
        return Stream.concat(list.stream(), items.stream()).toList();
    }

    /** The item at the end, in place of all that it supersedes. */
    static <T> List<T> superseding(List<T> list, Predicate<T> superseded, T item) {
        return Stream.concat(list.stream().filter(superseded.negate()), Stream.of(item))
                .toList();
    }
}
