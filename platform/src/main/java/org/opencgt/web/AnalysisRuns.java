package org.opencgt.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Running;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.springframework.stereotype.Component;

/** The analyses that people run on pages. Kept in memory for a while, each for the person who started it and nobody else. */
@Component
class AnalysisRuns {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 40;

    private final Analyses analyses;
    private final Cache<String, Run> runs =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    AnalysisRuns(Analyses analyses) {
        this.analyses = analyses;
    }

    /**
     * An analysis that somebody started.
     *
     * @param fields of the form, to fill it again
     */
    record Run(String id, String person, Verb verb, Map<String, List<String>> fields, Asked asked, Running running) {}

    /** @throws org.opencgt.analysis.Busy if too many wait */
    Run start(String person, Verb verb, Map<String, List<String>> fields, Asked asked, Locale locale) {
        Running running = analyses.start(verb, asked, locale, LONGEST, true);
        Run run = new Run(UUID.randomUUID().toString(), person, verb, Map.copyOf(fields), asked, running);
        runs.put(run.id(), run);
        return run;
    }

    Optional<Run> find(String id, String person) {
        return Optional.ofNullable(runs.getIfPresent(id))
                .filter(run -> run.person().equals(person));
    }
}
