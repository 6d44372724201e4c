package org.opencgt.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Physical backups of the database that the program brings, taken while it is in use.
 *
 * <p>A backup is one {@code .tar.gz} file: the database's files as they were copied, the write-ahead log from the start of the
 * copying to its end, which makes them consistent, and last a list of all files with their SHA-256, without which the backup
 * is not whole. It holds neither passwords (a restored database gets new ones) nor the vault's key: keep that apart, so that
 * who has one has not the other.
 */
public final class Backup {

    private static final String LIST = "SHA256SUMS";
    private static final String LABEL = "backup_label";
    private static final String WAL = "pg_wal";
    private static final int SEGMENT_NAME = 24;

    /** What PostgreSQL makes anew at every start; of these only the folders are kept (PostgreSQL manual, section 25.3.4). */
    private static final Set<String> NOT_CONTENTS = Set.of(
            WAL, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> NOT_FILES =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", LABEL, "tablespace_map", "backup_manifest");

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param bytes before compression
     */
    public record Contents(int files, long bytes) {}

    /**
     * Takes a backup of a running database. The server goes on meanwhile.
     *
     * @param out a file that does not exist yet; it is there only when the backup is whole and on the disk
     */
    public static Contents take(EmbeddedPostgres postgres, Path out) {
        Path part = DatabaseFiles.parent(out).resolve(out.getFileName() + DatabaseFiles.PART + UUID.randomUUID());
        try {
            if (Files.exists(out)) {
                throw new FileAlreadyExistsException(out.toString());
            }
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Contents contents = write(postgres, part);
                Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
                DatabaseFiles.syncFolder(DatabaseFiles.parent(out));
                return contents;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, out);
        } catch (SQLException e) {
            throw Sql.unavailable(e, postgres.superuser());
        }
    }

    /**
     * Makes a data folder's database from a backup, after checking every file of it. At the next start PostgreSQL brings it to
     * the state at the end of the backup.
     *
     * @param data a data folder without a database
     * @throws DatabaseUnavailable when the backup is not whole, or was altered; then nothing is restored
     */
    public static Contents restore(Path from, Path data) {
        try {
            Files.createDirectories(data);
            try (DataLocks locks = DataLocks.in(data.toRealPath())) {
                if (!locks.tryTurn() || locks.isUsedByOthers()) {
                    throw new DatabaseUnavailable(DatabaseProblem.IN_USE_ELSEWHERE, data);
                }
                return restoreInto(from, Cluster.folder(data.toRealPath()));
            }
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, data);
        }
    }

    private static Contents write(EmbeddedPostgres postgres, Path part) throws IOException, SQLException {
        Path folder = postgres.cluster().folder();
        try (Connection connection = postgres.superuser().connect();
                Statement statement = connection.createStatement();
                Archive archive = new Archive(part)) {
            keepLog(statement);
            String first = text(statement, "SELECT pg_walfile_name(pg_backup_start('opencgt', true))");
            for (Path file : files(folder)) {
                archive.add(folder.relativize(file).toString(), file);
            }
            Path walFolder = folder.resolve(WAL);
            String label;
            String last;
            try (var stop = statement.executeQuery(
                    "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)")) {
                stop.next();
                label = stop.getString(1);
                last = stop.getString(2);
            }
            for (Path segment : segments(walFolder, first, last)) {
                archive.add(WAL + "/" + segment.getFileName(), segment);
            }
            archive.add(LABEL, label.getBytes(StandardCharsets.UTF_8));
            return archive.finish();
        }
    }

    /** PostgreSQL keeps the write-ahead log from now on, as long as the connection lasts. */
    private static void keepLog(Statement statement) throws SQLException {
        String slot = "backup_" + HexFormat.of().toHexDigits(System.nanoTime());
        statement.execute("SELECT pg_create_physical_replication_slot('" + slot + "', true, true)");
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                found.add(directory);
                boolean contents = !(directory.getParent() != null
                        && directory.getParent().equals(folder)
                        && NOT_CONTENTS.contains(directory.getFileName().toString()));
                return contents ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && !NOT_FILES.contains(name) && !name.startsWith("pgsql_tmp")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                if (error instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // dropped meanwhile; the log repeats that
                }
                throw error;
            }
        });
        found.remove(folder);
        return found;
    }

    /** Log segments from the one in which the backup began to the one in which it ended, and the history of time lines. */
    private static List<Path> segments(Path walFolder, String first, String last) throws IOException {
        try (var files = Files.list(walFolder)) {
            List<Path> found = files.filter(file -> {
                        String name = file.getFileName().toString();
                        boolean segment = name.matches("[0-9A-F]{" + SEGMENT_NAME + "}");
                        return name.endsWith(".history")
                                || segment && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                    })
                    .sorted()
                    .toList();
            List<String> names =
                    found.stream().map(file -> file.getFileName().toString()).toList();
            if (!names.contains(first) || !names.contains(last)) {
                throw new IOException("the write-ahead log from " + first + " to " + last + " is not there any more");
            }
            return found;
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Contents restoreInto(Path from, Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new DatabaseUnavailable(DatabaseProblem.DATABASE_EXISTS, folder);
        }
        DatabaseFiles.deleteParts(folder);
        Path data = DatabaseFiles.parent(folder);
        Path part = data.resolve(folder.getFileName() + DatabaseFiles.PART + UUID.randomUUID());
        try {
            Files.createDirectory(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Contents contents = unpack(from, part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            // The restored database knows other passwords than the folder: the next start sets new ones.
            Files.deleteIfExists(data.resolve(Secrets.FILE));
            DatabaseFiles.syncFolder(data);
            return contents;
        } finally {
            DatabaseFiles.deleteTree(part);
        }
    }

    private static Contents unpack(Path from, Path into) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        long bytes = 0;
        @Nullable String list = null;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(from));
                var tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw damaged(from, entry.getName() + " leads outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                } else if (entry.getName().equals(LIST)) {
                    list = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else {
                    Files.createDirectories(DatabaseFiles.parent(target));
                    sums.put(entry.getName(), copy(tar, target));
                    bytes += entry.getSize();
                }
            }
        } catch (NoSuchFileException missing) {
            throw damaged(from, "there is no such file");
        } catch (FileSystemException disk) {
            throw disk;
        } catch (IOException unreadable) {
            throw damaged(from, String.valueOf(unreadable.getMessage()));
        }
        if (list == null) {
            throw damaged(from, "it ends too early");
        }
        if (!list.equals(list(sums))) {
            throw damaged(from, "its files are not those that were written");
        }
        return new Contents(sums.size(), bytes);
    }

    private static String copy(InputStream in, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            in.transferTo(out);
            channel.force(true);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static DatabaseUnavailable damaged(Path from, String why) {
        return new DatabaseUnavailable(DatabaseProblem.BACKUP_DAMAGED, from, why);
    }

    /** In the format of {@code sha256sum}. */
    private static String list(Map<String, String> sums) {
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file that is being written. */
    private static final class Archive implements AutoCloseable {

        private final FileChannel channel;
        private final OutputStream file;
        private final GZIPOutputStream gzip;
        private final TarArchiveOutputStream tar;
        private final Map<String, String> sums = new TreeMap<>();
        private long bytes;

        Archive(Path path) throws IOException {
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
            file = new BufferedOutputStream(Channels.newOutputStream(channel));
            gzip = new GZIPOutputStream(file);
            tar = new TarArchiveOutputStream(gzip, "UTF-8");
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        }

        /** A file that grows or shrinks meanwhile is kept with the length that it had at first; the log repeats the rest. */
        void add(String name, Path file) throws IOException {
            if (Files.isDirectory(file)) {
                tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
                tar.closeArchiveEntry();
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                add(name, in, Files.size(file));
            } catch (NoSuchFileException dropped) {
                return; // meanwhile; the log repeats that
            }
        }

        void add(String name, byte[] content) throws IOException {
            add(name, new ByteArrayInputStream(content), content.length);
        }

        private void add(String name, InputStream in, long size) throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            MessageDigest digest = sha256();
            byte[] buffer = new byte[1 << 16];
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                int length = read < 0 ? (int) Math.min(buffer.length, left) : read;
                if (read < 0) {
                    Arrays.fill(buffer, (byte) 0);
                }
                digest.update(buffer, 0, length);
                tar.write(buffer, 0, length);
                left -= length;
            }
            tar.closeArchiveEntry();
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
            bytes += size;
        }

        /** Writes the list and waits until all is on the disk. */
        Contents finish() throws IOException {
            byte[] list = list(sums).getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry(LIST);
            entry.setSize(list.length);
            tar.putArchiveEntry(entry);
            tar.write(list);
            tar.closeArchiveEntry();
            tar.finish();
            gzip.finish();
            file.flush();
            channel.force(true);
            return new Contents(sums.size(), bytes);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                tar.close();
            }
        }
    }
}
