package org.opencgt.science.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * The one way in which CSV is read and written: RFC 4180 in UTF-8, with a header. A byte-order mark is tolerated and blank
 * lines are skipped. {@code -} is standard input.
 */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /**
     * Reads a file, or standard input.
     *
     * @throws BadInput if the file cannot be read, is not UTF-8, leaves a quote open, has no header, or has rows of different lengths
     */
    public static Table read(Path file) {
        boolean standardInput = file.toString().equals("-");
        String name = standardInput ? "stdin" : file.toString();
        try {
            return parse(decode(standardInput ? System.in.readAllBytes() : Files.readAllBytes(file), name), name);
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
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw Fault.of(TableFault.OPEN_QUOTE).with("file", source).asException();
        }
        List<CsvRecord> records = records(content, source);
        if (records.isEmpty()) {
            throw Fault.of(TableFault.EMPTY).with("file", source).asException();
        }
        List<String> header = records.getFirst().getFields();
        refuseDuplicates(header, source);
        List<String[]> rows = new ArrayList<>(records.size() - 1);
        long[] lines = new long[records.size() - 1];
        for (CsvRecord row : records.subList(1, records.size())) {
            if (row.getFieldCount() != header.size()) {
                throw Fault.of(TableFault.RAGGED)
                        .with("file", source)
                        .with("line", row.getStartingLineNumber())
                        .with("found", row.getFieldCount())
                        .with("expected", header.size())
                        .asException();
            }
            lines[rows.size()] = row.getStartingLineNumber();
            rows.add(row.getFields().toArray(String[]::new));
        }
        return new Table(source, header, rows, lines);
    }

    /** Writes a header and rows, lines ended by LF. */
    public static String write(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<CsvRecord> records(String content, String source) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new StringReader(content))) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw Fault.of(TableFault.MALFORMED)
                    .with("file", source)
                    .with("reason", String.valueOf(e.getMessage()))
                    .asException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Decodes strictly: a file in another encoding is refused with the line of its first foreign byte. */
    private static String decode(byte[] bytes, String source) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult end = decoder.decode(in, out, true);
        out.flip();
        if (end.isError()) {
            throw Fault.of(TableFault.NOT_UTF8)
                    .with("file", source)
                    .with("line", 1 + out.chars().filter(c -> c == '\n').count())
                    .asException();
        }
        return out.toString();
    }
}
