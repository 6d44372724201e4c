package org.opencgt.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the database that the program brings, and the port it last listened on, in {@code database.properties}
 * with mode 0600. Where the file is lost, new passwords are made and set.
 *
 * @param port 0: none yet
 * @param provisioned whether the database knows these passwords and has its roles
 */
record Secrets(String superuser, String owner, String runtime, int port, boolean provisioned) {

    static final String FILE = "database.properties";
    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            Secrets made = new Secrets(password(), password(), password(), 0, false);
            made.write(data);
            return made;
        }
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return new Secrets(
                required(kept, "superuser", file),
                required(kept, "owner", file),
                required(kept, "runtime", file),
                port(kept),
                Boolean.parseBoolean(kept.getProperty("provisioned")));
    }

    Secrets listeningOn(int port) {
        return new Secrets(superuser, owner, runtime, port, provisioned);
    }

    Secrets knownToDatabase() {
        return new Secrets(superuser, owner, runtime, port, true);
    }

    void write(Path data) throws IOException {
        PrivateFile.write(data.resolve(FILE), """
                # Passwords of the database that OpenCGT brings. Made at random; keep this file private.
                superuser=%s
                owner=%s
                runtime=%s
                port=%d
                provisioned=%s
                """.formatted(superuser, owner, runtime, port, provisioned));
    }

    private static String required(Properties kept, String name, Path file) throws IOException {
        String value = kept.getProperty(name, "").strip();
        if (!value.matches("[0-9A-Za-z]{16,}")) {
            throw new IOException(
                    file + ": " + name + " is missing or damaged; delete the file, and new passwords are made");
        }
        return value;
    }

    private static int port(Properties kept) {
        String port = kept.getProperty("port", "0").strip();
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[port=" + port + ", provisioned=" + provisioned + "]";
    }
}
