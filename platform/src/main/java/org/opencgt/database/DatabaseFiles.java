package org.opencgt.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What this package does with files: private ones, whole ones, and whole trees of them. */
final class DatabaseFiles {

    /** Marks what is not yet in its place. */
    static final String PART = ".part-";

    private static final int TAIL_BYTES = 4000;

    private DatabaseFiles() {}

    /** Makes the names in a folder durable. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), () -> file + " has no folder");
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (var tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Deletes what an interrupted run left beside a file or folder. */
    static void deleteParts(Path place) throws IOException {
        List<Path> parts;
        try (var siblings = Files.list(parent(place))) {
            parts = siblings.filter(path -> path.getFileName().toString().startsWith(place.getFileName() + PART))
                    .toList();
        }
        for (Path part : parts) {
            deleteTree(part);
        }
    }

    /** The last lines from an offset of a file; empty where there is none. */
    static String tail(Path file, long from) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(from, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            channel.read(bytes, start);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        } catch (IOException unreadable) {
            return "(" + file + " cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    /** Says what an error with files means to the user. */
    static DatabaseUnavailable problem(IOException error, Path place) {
        @Nullable String reason = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        DatabaseProblem problem = error instanceof AccessDeniedException
                ? DatabaseProblem.NOT_PERMITTED
                : DatabaseProblem.saidBy(Objects.requireNonNullElse(reason, ""));
        return switch (problem) {
            case DISK_FULL, NOT_PERMITTED -> new DatabaseUnavailable(problem, "", error, place);
            default -> new DatabaseUnavailable(DatabaseProblem.NOT_STARTED, error.toString(), error, place);
        };
    }
}
