package org.opencgt.analysis;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Catalogue;
import org.opencgt.science.command.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs the analyses of the command line: few at a time, each on few threads and within its time, so that acts go on beside them. */
@Component
public final class Analyses implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Analyses.class);

    /** How many may wait for a place. */
    private static final int WAITING = 16;

    private final Catalogue catalogue = new Catalogue(ScienceCommand::new);
    private final Clock time;
    private final int threads;
    private final ThreadPoolExecutor places;
    private final ScheduledExecutorService clock;

    Analyses(Clock time) {
        this.time = time;
        int processors = Runtime.getRuntime().availableProcessors();
        int together = Math.max(2, processors / 2);
        threads = Math.max(1, processors / together);
        places = new ThreadPoolExecutor(
                together, together, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), named("analysis-"));
        places.allowCoreThreadTimeOut(true);
        clock = Executors.newSingleThreadScheduledExecutor(named("analysis-clock-"));
    }

    /** All analyses, in the order of the command line's help. */
    public List<Verb> verbs(Locale locale) {
        return catalogue.verbs(language(locale));
    }

    public Optional<Verb> verb(String area, String name, Locale locale) {
        return catalogue.verb(area, name, language(locale));
    }

    /** What an area is about; empty if there is no such area. */
    public Optional<String> about(String area, Locale locale) {
        return catalogue.about(area, language(locale));
    }

    public static Language language(Locale locale) {
        return Language.of(locale.toString());
    }

    /**
     * Starts an analysis.
     *
     * @param longest time after which it is ended, counted from now
     * @param report whether a report is wanted
     * @throws Busy if too many wait already
     */
    public Running start(Verb verb, Asked asked, Locale locale, Duration longest, boolean report) {
        Running running = new Running();
        FutureTask<Void> task = new FutureTask<>(() -> work(running, verb, asked, language(locale), report), null);
        running.worksAs(task);
        running.whenOver(() -> places.remove(task));
        try {
            places.execute(task);
        } catch (RejectedExecutionException e) {
            throw new Busy(e);
        }
        var end = clock.schedule(() -> running.end(new Outcome.TooLong()), longest.toMillis(), TimeUnit.MILLISECONDS);
        running.whenOver(() -> end.cancel(false));
        return running;
    }

    private void work(Running running, Verb verb, Asked asked, Language language, boolean report) {
        if (running.isOver()) {
            return;
        }
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings surroundings = new Surroundings(language, nowhere, nowhere, false, false, time, running::begin);
        try {
            Catalogue.Answer answer = catalogue.run(verb, asked, surroundings, threads, report);
            running.end(new Outcome.Found(
                    answer.finding().document(), answer.finding().unmet(), answer.report()));
        } catch (BadInput bad) {
            running.end(new Outcome.Refused(bad.fault()));
        } catch (RuntimeException | Error e) {
            if (!running.isOver()) { // else it ended as its thread was told to
                LOG.error("{} {} failed", verb.area(), verb.name(), e);
                running.end(new Outcome.Failed());
            }
            if (e instanceof VirtualMachineError && !(e instanceof OutOfMemoryError)) {
                throw e;
            }
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        places.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name, 1).factory();
    }
}
