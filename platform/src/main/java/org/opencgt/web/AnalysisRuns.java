package org.opencgt.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Outcome;
import org.opencgt.analysis.Running;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.output.Document;
import org.opencgt.web.explorer.Companion;
import org.opencgt.web.explorer.CurveBook;
import org.opencgt.web.explorer.CurvePlot;
import org.opencgt.web.explorer.ResultTable;
import org.opencgt.web.view.Words;
import org.springframework.stereotype.Component;

/** The analyses that people run on pages. Kept in memory for a while, each for the person who started it and nobody else. */
@Component
class AnalysisRuns {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** Roughly what a run takes beside its files, in bytes. */
    private static final int SMALLEST = 1 << 20;

    /** What is made of a file, rows and curves, takes a few times its size. */
    private static final int TIMES_FILE = 6;

    /** Runs may take so much of the heap; those that nobody looked at for longest go first. */
    private static final double SHARE = 0.25;

    private final Analyses analyses;
    private final Cache<String, Run> runs = Caffeine.newBuilder()
            .maximumWeight((long) (SHARE * Runtime.getRuntime().maxMemory() / SMALLEST))
            .weigher((String id, Run run) -> run.weight() / SMALLEST)
            .expireAfterAccess(KEPT)
            .build();

    AnalysisRuns(Analyses analyses) {
        this.analyses = analyses;
    }

    /** An analysis that somebody started, and what its page has made of it so far. */
    static final class Run {

        private final String id;
        private final String person;
        private final Verb verb;
        private final Map<String, List<String>> fields;
        private final Asked asked;
        private final Running running;
        private final Map<Companion, Running> companions;
        private final Map<String, ResultTable> tables = new ConcurrentHashMap<>();
        private final Map<Locale, CurvePlot.Together> plots = new ConcurrentHashMap<>();
        private @Nullable Optional<CurveBook> curves;

        private Run(
                String person,
                Verb verb,
                Map<String, List<String>> fields,
                Asked asked,
                Running running,
                Map<Companion, Running> companions) {
            this.id = UUID.randomUUID().toString();
            this.person = person;
            this.verb = verb;
            this.fields = Map.copyOf(fields);
            this.asked = asked;
            this.running = running;
            this.companions = Map.copyOf(companions);
        }

        String id() {
            return id;
        }

        Verb verb() {
            return verb;
        }

        /** Of the form, to fill it again. */
        Map<String, List<String>> fields() {
            return fields;
        }

        Asked asked() {
            return asked;
        }

        Running running() {
            return running;
        }

        /** What a companion found; empty if there is none, it found nothing, or it takes longer than this. */
        Optional<Outcome.Found> companion(Companion companion, Duration longest) {
            return Optional.ofNullable(companions.get(companion))
                    .flatMap(other -> other.await(longest))
                    .flatMap(outcome -> outcome instanceof Outcome.Found found ? Optional.of(found) : Optional.empty());
        }

        /** Rows that are asked for page by page are made once. */
        ResultTable table(String name, Document document, Language language) {
            return tables.computeIfAbsent(name + language.tag(), unused -> ResultTable.of(document, language));
        }

        /** The plot of all curves together, made once for each language. */
        CurvePlot.Together together(Words words, CurveBook book, String address) {
            return plots.computeIfAbsent(words.locale(), unused -> new CurvePlot(words, book).together(address));
        }

        synchronized Optional<CurveBook> curves() {
            Optional<CurveBook> known = curves;
            if (known == null) {
                known = CurveBook.of(verb, asked);
                curves = known;
            }
            return known;
        }

        private int weight() {
            long files = asked.files().values().stream()
                    .mapToLong(file -> file.content().length)
                    .sum();
            return (int) Math.min(Integer.MAX_VALUE, SMALLEST + TIMES_FILE * files);
        }
    }

    /** @throws org.opencgt.analysis.Busy if too many wait */
    Run start(String person, Verb verb, Map<String, List<String>> fields, Asked asked, Locale locale) {
        Running running = analyses.start(verb, asked, locale, LONGEST, true);
        Map<Companion, Running> companions = new EnumMap<>(Companion.class);
        for (Companion companion : Companion.values()) {
            companion
                    .of(verb, asked, (area, name) -> analyses.verb(area, name, locale))
                    .ifPresent(other -> companions.put(
                            companion, analyses.start(other.verb(), other.asked(), locale, LONGEST, false)));
        }
        Run run = new Run(person, verb, fields, asked, running, companions);
        runs.put(run.id(), run);
        return run;
    }

    /** Ends it, with all that was started beside it. */
    void cancel(Run run) {
        run.running.cancel();
        run.companions.values().forEach(Running::cancel);
    }

    Optional<Run> find(String id, String person) {
        return Optional.ofNullable(runs.getIfPresent(id)).filter(run -> run.person.equals(person));
    }
}
