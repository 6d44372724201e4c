package org.opencgt.science.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly: everything before the first foreign byte is given, then a {@link CharacterCodingException}. */
final class Utf8Reader extends Reader {

    private static final int SIZE = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
    private final CharBuffer decoded = CharBuffer.allocate(SIZE).flip();
    private CoderResult last = CoderResult.UNDERFLOW;
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (!decoded.hasRemaining()) {
            if (last.isError()) {
                last.throwException();
            }
            if (last.isUnderflow()) {
                if (ended) {
                    return -1;
                }
                fill();
            }
            decoded.clear();
            last = decoder.decode(bytes, decoded, ended);
            decoded.flip();
        }
        int given = Math.min(length, decoded.remaining());
        decoded.get(buffer, offset, given);
        return given;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
