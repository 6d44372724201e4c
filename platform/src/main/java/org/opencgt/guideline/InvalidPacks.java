package org.opencgt.guideline;

import java.util.List;
import java.util.stream.Collectors;

/** Packs cannot be loaded: every problem, each at its place. */
public final class InvalidPacks extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<PackProblem> problems;

    InvalidPacks(List<PackProblem> problems) {
        super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PackProblem> problems() {
        return problems;
    }
}
