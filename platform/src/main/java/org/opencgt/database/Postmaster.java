package org.opencgt.database;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A running PostgreSQL, as its {@code postmaster.pid} tells.
 *
 * @param port 0 while it is not known yet
 * @param status {@code starting}, {@code ready} or {@code stopping}; empty before the first is written
 */
record Postmaster(long pid, int port, String status) {

    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 210, 22, 47};
    private static final int ANSWER_MILLIS = 5000;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /**
     * The PostgreSQL that runs in a folder. A process counts only when that folder is its working directory: after a
     * crash the file may name a process that has nothing to do with it.
     */
    static Optional<Postmaster> in(Path folder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(folder));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst());
        if (!worksIn(pid, folder)) {
            return Optional.empty();
        }
        String port = line(lines, PORT_LINE);
        return Optional.of(
                new Postmaster(pid, port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0, line(lines, STATUS_LINE)));
    }

    boolean isReady() {
        return status.equals("ready") && port != 0;
    }

    /**
     * Whether it speaks: one that was just killed says ready in its file, and its port takes connections, until it is gone.
     * Asks whether it speaks TLS; any answer will do.
     */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(SSL_REQUEST);
            return socket.getInputStream().read() >= 0;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Removes a file that names a living process which is not this folder's: PostgreSQL would refuse to start. */
    static void forgetStranger(Path folder) throws IOException {
        try {
            String pid = Files.readString(file(folder)).lines().findFirst().orElse("");
            if (pid.matches("[0-9]{1,10}")
                    && Files.exists(Path.of("/proc/" + pid))
                    && in(folder).isEmpty()) {
                Files.deleteIfExists(file(folder));
            }
        } catch (NoSuchFileException none) {
            return;
        }
    }

    private static boolean worksIn(long pid, Path folder) throws IOException {
        Path directory = Path.of("/proc/" + pid + "/cwd");
        try {
            return Files.readSymbolicLink(directory).equals(folder.toRealPath());
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }

    private static Path file(Path folder) {
        return folder.resolve("postmaster.pid");
    }
}
