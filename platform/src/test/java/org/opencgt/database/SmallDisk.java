package org.opencgt.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk of its own (a tmpfs) that a test can make as full as it likes. Only root may have one, and not in every container. */
public final class SmallDisk implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;
    private static final long AMPLE = 2_000 * MEGABYTE;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** One with ample room; empty where it is not allowed. */
    public static Optional<SmallDisk> at(Path folder) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + AMPLE, "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    public Path folder() {
        return folder;
    }

    /** Leaves that much room beside what is there. */
    public void leave(long megabytes) {
        try {
            FileStore store = Files.getFileStore(folder);
            resize(store.getTotalSpace() - store.getUsableSpace() + megabytes * MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void leaveAmple() {
        resize(AMPLE);
    }

    private void resize(long bytes) {
        if (!run("mount", "-o", "remount,size=" + bytes, folder.toString())) {
            throw new IllegalStateException("cannot resize " + folder);
        }
    }

    @Override
    public void close() {
        run("umount", "--lazy", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            return Command.run(List.of(command), "").succeeded();
        } catch (IOException missing) {
            return false; // no such program here
        }
    }
}
