package org.opencgt.vault;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.opencgt.database.PrivateFile;

/**
 * The master keys in {@code vault.key}. A key's name is the start of its SHA-256, so a file with another key cannot pass for
 * the right one. While keys are being exchanged the file holds two.
 *
 * @param current names the key for new entries
 * @param keys by name
 * @param index for the HMAC by which entries are found; it stays when master keys are exchanged
 */
record MasterKeys(Path file, String current, Map<String, byte[]> keys, byte[] index) {

    static final String FILE = "vault.key";

    private static final String KEY = "key.";
    private static final int NAME_BYTES = 8;

    MasterKeys {
        keys = Map.copyOf(keys);
        index = index.clone();
    }

    /** Reads the file; none: there is no such file. */
    static Optional<MasterKeys> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw VaultException.keyUnreadable(file, String.valueOf(e.getMessage()), e);
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(KEY)) {
                byte[] key = bytes(lines, name, file);
                if (!name.equals(KEY + nameOf(key))) {
                    throw VaultException.keyUnreadable(file, name, null);
                }
                keys.put(name.substring(KEY.length()), key);
            }
        }
        String current = lines.getProperty("current", "").strip();
        if (!keys.containsKey(current)) {
            throw VaultException.keyUnreadable(file, "current", null);
        }
        return Optional.of(new MasterKeys(file, current, keys, bytes(lines, "index", file)));
    }

    static MasterKeys make(Path file) {
        byte[] key = Seal.random(Seal.KEY_BYTES);
        return new MasterKeys(file, nameOf(key), Map.of(nameOf(key), key), Seal.random(Seal.KEY_BYTES)).write();
    }

    /** With a new key for new entries beside those that there are. */
    MasterKeys withNewKey() {
        byte[] key = Seal.random(Seal.KEY_BYTES);
        Map<String, byte[]> more = new LinkedHashMap<>(keys);
        more.put(nameOf(key), key);
        return new MasterKeys(file, nameOf(key), more, index).write();
    }

    /** With the current key alone: what was wrapped under others can be opened no more, wherever a copy of it is. */
    MasterKeys withCurrentKeyOnly() {
        return new MasterKeys(file, current, Map.of(current, key(current).orElseThrow()), index).write();
    }

    Optional<byte[]> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    private MasterKeys write() {
        StringBuilder lines =
                new StringBuilder("# Opens the personal data. Keep a copy in a safe place, apart from backups"
                        + " of the database: without it the data are lost.\n");
        lines.append("current=").append(current).append('\n');
        keys.forEach((name, key) -> lines.append(KEY)
                .append(name)
                .append('=')
                .append(HexFormat.of().formatHex(key))
                .append('\n'));
        lines.append("index=").append(HexFormat.of().formatHex(index)).append('\n');
        try {
            PrivateFile.write(file, lines.toString());
        } catch (IOException e) {
            throw VaultException.keyUnreadable(file, String.valueOf(e.getMessage()), e);
        }
        return this;
    }

    private static byte[] bytes(Properties lines, String name, Path file) {
        String hex = lines.getProperty(name, "").strip();
        if (!hex.matches("[0-9a-f]{64}")) {
            throw VaultException.keyUnreadable(file, name, null);
        }
        return HexFormat.of().parseHex(hex);
    }

    private static String nameOf(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("opencgt vault key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the keys, so that it can stand in a log. */
    @Override
    public String toString() {
        return "MasterKeys[" + file + ", current=" + current + "]";
    }
}
