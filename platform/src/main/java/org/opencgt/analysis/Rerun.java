package org.opencgt.analysis;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Catalogue;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.output.Format;
import org.opencgt.science.report.Provenance;

/**
 * An analysis run once more as it was asked, at once and on one thread: results do not depend on the number of threads.
 *
 * @param text the result as JSON; null where there is none
 * @param problem why there is none; null where there is one
 */
public record Rerun(@Nullable String text, @Nullable String problem) {

    /** A gate waits for it; what takes longer is not for signing. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Catalogue CATALOGUE = new Catalogue(ScienceCommand::new);

    static Rerun of(String area, String verb, List<SignedAnalysis.Option> options, List<SignedAnalysis.DataFile> data) {
        Verb known = CATALOGUE.verb(area, verb, Language.ENGLISH).orElse(null);
        if (known == null) {
            return new Rerun(null, area + " " + verb);
        }
        FutureTask<Rerun> task = new FutureTask<>(() -> run(known, asked(options, data)));
        Thread.ofPlatform().daemon().name("rerun-", 1).start(task);
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Rerun(null, LONGEST.toString());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + area + " " + verb, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(area + " " + verb + " failed", e.getCause());
        }
    }

    /** The version of the engines. */
    public static String engine() {
        return "OpenCGT " + Provenance.programVersion();
    }

    /** Whether the result is this one, digit by digit. */
    public boolean gives(String result) {
        return text != null && lines(text).equals(lines(result));
    }

    /** A form sends line breaks as it likes. */
    private static String lines(String json) {
        return json.replace("\r\n", "\n").strip();
    }

    private static Rerun run(Verb verb, Asked asked) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings surroundings =
                new Surroundings(Language.ENGLISH, nowhere, nowhere, false, false, Clock.systemUTC(), null);
        try {
            return new Rerun(
                    CATALOGUE
                            .run(verb, asked, surroundings, 1, false)
                            .finding()
                            .document()
                            .text(Format.JSON, Language.ENGLISH),
                    null);
        } catch (BadInput bad) {
            return new Rerun(null, bad.fault().text(Language.ENGLISH));
        }
    }

    private static Asked asked(List<SignedAnalysis.Option> options, List<SignedAnalysis.DataFile> data) {
        Map<String, List<String>> values = new HashMap<>();
        options.forEach(option -> values.put(option.name(), option.values()));
        Map<String, Asked.TextFile> files = new HashMap<>();
        data.forEach(file -> files.put(
                file.option(), new Asked.TextFile(file.name(), file.text().getBytes(StandardCharsets.UTF_8))));
        return new Asked(values, files);
    }
}
