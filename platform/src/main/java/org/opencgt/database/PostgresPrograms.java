package org.opencgt.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path.
 *
 * <p>They are unpacked beside their place and moved there in one step, so that a half-unpacked set is never used. A list of
 * files and sizes stands with them: a set that lost files, for example in a power failure, is replaced.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

    /** As {@code postgres --version} says; a test keeps it equal to the archive's. */
    static final String VERSION = "18.6";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    /** System property that names a folder in which the build has unpacked the programs already. */
    static final String READY = "opencgt.programs";

    private static final String LIST = "files.list";
    private static final Set<String> NOT_NEEDED = Set.of("include", "pkgconfig", "man", "doc");

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The programs in {@code data/postgresql-VERSION}, put there where they are missing or incomplete. */
    static PostgresPrograms in(Path data) {
        Path home = home(data);
        try {
            if (!isComplete(home)) {
                Path ready = home(Path.of(System.getProperty(READY, data.toString())));
                if (isComplete(ready)) {
                    replace(home, part -> link(ready, part));
                } else {
                    replace(home, PostgresPrograms::unpack);
                }
            }
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, data);
        }
        return new PostgresPrograms(home);
    }

    private static Path home(Path folder) {
        return folder.resolve("postgresql-" + VERSION);
    }

    private static boolean isComplete(Path home) throws IOException {
        Path list = home.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return false;
        }
        for (String line : Files.readAllLines(list)) {
            int space = line.indexOf(' ');
            Path file = home.resolve(line.substring(space + 1));
            if (space < 0 || !Files.exists(file) || Files.size(file) != Long.parseLong(line, 0, space, 10)) {
                return false;
            }
        }
        return true;
    }

    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private static void replace(Path home, Filling filling) throws IOException {
        Path parent = DatabaseFiles.parent(home);
        DatabaseFiles.deleteParts(home);
        Path part = parent.resolve(home.getFileName() + DatabaseFiles.PART + UUID.randomUUID());
        Files.createDirectories(part);
        filling.fill(part);
        Path old = parent.resolve(home.getFileName() + DatabaseFiles.PART + "old-" + UUID.randomUUID());
        if (Files.exists(home)) {
            Files.move(home, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            if (!isComplete(home)) {
                throw another;
            }
        } finally {
            DatabaseFiles.deleteTree(part);
            DatabaseFiles.deleteTree(old);
        }
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            Files.write(into.resolve(LIST), extract(tar, into));
        }
    }

    /** The same files under further names; copies where the file system has no links, or is another one. */
    private static void link(Path ready, Path into) throws IOException {
        List<Path> all;
        try (var tree = Files.walk(ready)) {
            all = tree.toList();
        }
        for (Path from : all) {
            Path to = into.resolve(ready.relativize(from).toString());
            if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(to);
            } else {
                linkOrCopy(from, to);
            }
        }
        openFolders(into);
    }

    private static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static List<String> extract(TarArchiveInputStream tar, Path into) throws IOException {
        List<String> files = new ArrayList<>();
        for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("the archive of PostgreSQL leads outside its folder: " + entry.getName());
            }
            if (entry.isDirectory() || !isNeeded(into.relativize(target))) {
                continue;
            }
            Files.createDirectories(DatabaseFiles.parent(target));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                files.add(entry.getSize() + " " + into.relativize(target));
            }
        }
        openFolders(into);
        return files;
    }

    private static boolean isNeeded(Path file) {
        for (Path part : file) {
            if (NOT_NEEDED.contains(part.toString())) {
                return false;
            }
        }
        return !file.toString().endsWith(".a");
    }

    /** Another user may have to run the programs, whatever the umask. */
    private static void openFolders(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            for (Path folder : tree.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        String file = switch (system.toLowerCase(Locale.ROOT)) {
            case "linux amd64", "linux x86_64" -> "postgres-linux-x86_64.txz";
            case "linux aarch64", "linux arm64" -> "postgres-linux-arm_64.txz";
            default -> throw new DatabaseUnavailable(DatabaseProblem.NO_PROGRAMS, system);
        };
        @Nullable InputStream archive = PostgresPrograms.class.getClassLoader().getResourceAsStream(file);
        if (archive == null) {
            throw new DatabaseUnavailable(DatabaseProblem.NO_PROGRAMS, system + " (" + file + ")");
        }
        return archive;
    }
}
