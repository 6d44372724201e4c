package org.opencgt.science.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Where a report came from: enough to have it again.
 *
 * @param version of this program
 * @param command as it was given
 */
public record Provenance(String version, ZonedDateTime time, String command, List<Input> inputs) {

    public Provenance {
        inputs = List.copyOf(inputs);
    }

    /**
     * A file that was read.
     *
     * @param sha256 of its bytes, in hexadecimal; empty for standard input, which can be read once only
     */
    public record Input(String name, String sha256) {

        /** The file as it is now. */
        public static Input of(Path file) {
            if (file.toString().equals("-")) {
                return new Input("-", "");
            }
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
                return new Input(file.toString(), HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every JDK has SHA-256
            }
        }
    }

    /** The version of this program, from its jar. */
    public static String programVersion() {
        return Objects.requireNonNullElse(Provenance.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
