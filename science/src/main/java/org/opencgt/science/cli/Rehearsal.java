package org.opencgt.science.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opencgt.science.Language;
import org.opencgt.science.command.Shell;
import org.opencgt.science.command.Surroundings;

/**
 * Runs commands for no result, so that the JVM can record what start-up loads and links. The build keeps that record beside
 * the jars (ahead-of-time class loading, JEP 483 and 514).
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path readings = Files.createTempFile("readings", ".csv");
        Path samples = Files.createTempFile("samples", ".csv");
        try {
            Files.writeString(readings, "temp\n5\n6.5\n");
            Files.writeString(samples, "subject,time,value\nA,0,BLQ\nA,7,90\nA,9,70\nA,14,20\nA,21,<5\n");
            for (Language language : Language.values()) {
                for (String format : new String[] {"json", "csv", "table"}) {
                    Stream.of(
                                    "cells doublings --seeded 1e6 --harvested 8e6 --hours 72",
                                    "cells dose --viable-cells 2e8 --transduced 35% --weight 70 --target-per-kg 2e6",
                                    "dose table --design boin",
                                    "dose decide --design boin --n 3,3 --dlt 0,1 --current 2",
                                    "dose select --design boin --n 3,3 --dlt 0,1",
                                    "dose simulate --design boin --truth 0.1,0.3 --trials 100 --seed 1",
                                    "dose simulate --design boin --truth 0.1,0.3 --method exact",
                                    "ck nca --auc 0:14 --input " + samples,
                                    "ck phases --input " + samples,
                                    "stability mkt --input " + readings)
                            .map(command -> command + " --format " + format)
                            .forEach(command -> run(language, command.split(" ")));
                }
                run(language, "cells", "dose", "--help");
                run(language, "cells", "dose", "--wrong");
            }
        } finally {
            Files.delete(readings);
            Files.delete(samples);
        }
    }

    private static void run(Language language, String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Shell.run(new ScienceCommand(), new Surroundings(language, nowhere, nowhere, true, true), arguments);
    }
}
