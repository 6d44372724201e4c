package org.opencgt.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The key with which the log signs its checkpoints: Ed25519, in a file of its own that only its owner may read, written
 * {@code PRIVATE+KEY+name+id+base64(0x01 || seed)} as other tools for notes write it. Its name is the log's origin.
 */
public final class LogKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifier;

    private LogKey(String name, byte[] seed) {
        this.seed = seed;
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.verifier = new VerifierKey(name, publicKey);
    }

    /**
     * Opens the key in the file; makes it on the first call.
     *
     * @param file the key is made here if there is nothing yet
     * @param origin name for a new key: unique to the log, without spaces, best a URL without scheme. A key that is
     *     there already keeps its name.
     * @throws IllegalStateException if the file holds no key, or others may read it
     */
    public static LogKey open(Path file, String origin) {
        try {
            if (Files.notExists(file)) {
                create(file, origin);
            }
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.removeAll(OWNER_ONLY);
            if (!permissions.isEmpty()) {
                throw new IllegalStateException("others may use the log's key " + file + " ("
                        + PosixFilePermissions.toString(permissions) + "); allow its owner alone (chmod 600)");
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's key " + file + " can't be read or made", e);
        }
    }

    /** Written whole or not at all: under another name first, synced, then linked to its place. */
    private static void create(Path file, String origin) throws IOException {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        String text = new LogKey(origin, seed).text() + "\n";
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, ".log-key", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another server of the same data directory was first: its key is the log's
        } finally {
            Files.delete(draft);
        }
    }

    static LogKey parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.SECRET_KEY_SIZE || typed[0] != VerifierKey.ED25519) {
            throw new IllegalStateException("not the private key of a log");
        }
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        System.arraycopy(typed, 1, seed, 0, seed.length);
        LogKey key = new LogKey(parts[0], seed);
        if (!HexFormat.of().toHexDigits(key.verifier.id()).equals(parts[1])) {
            throw new IllegalStateException("the id of the log's private key does not fit its key");
        }
        return key;
    }

    /** The log's origin. */
    public String name() {
        return verifier.name();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The text, signed. */
    SignedNote sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer signature = ByteBuffer.allocate(Integer.BYTES + Ed25519.SIGNATURE_SIZE);
        signature.putInt(verifier.id());
        Ed25519.sign(seed, 0, message, 0, message.length, signature.array(), Integer.BYTES);
        String base64 = Base64.getEncoder().encodeToString(signature.array());
        return new SignedNote(text, List.of(new SignedNote.Line(name(), base64)));
    }

    private String text() {
        byte[] typed = new byte[1 + seed.length];
        typed[0] = VerifierKey.ED25519;
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
