package org.opencgt.science.command;

import java.nio.file.Path;
import java.util.List;

/**
 * A command as it was given.
 *
 * @param title what the command does, in the language of the reader
 * @param words as one would write them again
 * @param inputs the files that it reads
 */
record Invocation(String title, String words, List<Path> inputs) {}
