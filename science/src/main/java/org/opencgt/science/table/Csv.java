package org.opencgt.science.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * The one way in which CSV is read and written: RFC 4180 in UTF-8, with a header. A byte-order mark is tolerated and blank
 * lines are skipped. {@code -} is standard input.
 */
public final class Csv {

    private Csv() {}

    /**
     * Reads a file, or standard input.
     *
     * @throws BadInput if the file cannot be read, is not UTF-8, leaves a quote open, has no header, or has rows of different lengths
     */
    public static Table read(Path file) {
        boolean standardInput = file.toString().equals("-");
        String name = standardInput ? "stdin" : file.toString();
        try (InputStream in = standardInput ? System.in : Files.newInputStream(file)) {
            return read(new Utf8Reader(in), name);
        } catch (NoSuchFileException e) {
            throw Fault.of(TableFault.NO_SUCH_FILE).with("file", name).asException(e);
        } catch (IOException e) {
            throw Fault.of(TableFault.UNREADABLE)
                    .with("file", name)
                    .with("reason", e.getClass().getSimpleName())
                    .asException(e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param source the name to give in messages
     * @throws BadInput if the text leaves a quote open, has no header, or has rows of different lengths
     */
    public static Table parse(String text, String source) {
        try {
            return read(new StringReader(text), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes record by record, lines ended by LF. */
    public static CsvWriter writer(Writer text) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    }

    private static Table read(Reader characters, String source) throws IOException {
        WatchedReader watched = new WatchedReader(characters);
        TableBuilder table = new TableBuilder(source);
        try {
            fill(table, watched);
        } catch (CharacterCodingException e) {
            throw Fault.of(TableFault.NOT_UTF8)
                    .with("file", source)
                    .with("line", watched.line())
                    .asException(e);
        } catch (CsvParseException e) {
            watched.drain();
            refuseOpenQuote(watched, source);
            throw Fault.of(TableFault.MALFORMED)
                    .with("file", source)
                    .with("reason", String.valueOf(e.getMessage()))
                    .asException(e);
        }
        refuseOpenQuote(watched, source);
        Table built = table.build();
        if (built == null) {
            throw Fault.of(TableFault.EMPTY).with("file", source).asException();
        }
        refuseDuplicates(built.header(), source);
        Fault ragged = table.ragged();
        if (ragged != null) {
            throw ragged.asException();
        }
        return built;
    }

    private static void fill(TableBuilder table, WatchedReader watched) throws IOException {
        try (CsvReader<Boolean> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(table, watched)) {
            Iterator<Boolean> records = reader.iterator();
            while (records.hasNext()) {
                records.next();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void refuseOpenQuote(WatchedReader watched, String source) {
        if (watched.isQuoteOpen()) {
            throw Fault.of(TableFault.OPEN_QUOTE).with("file", source).asException();
        }
    }

    /** Writes a header and rows, lines ended by LF. */
    public static String write(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = writer(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void refuseDuplicates(List<String> header, String source) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw Fault.of(TableFault.DUPLICATE_COLUMN)
                        .with("file", source)
                        .with("column", name)
                        .asException();
            }
        }
    }
}
