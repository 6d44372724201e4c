package org.opencgt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account that PostgreSQL runs under, since it refuses to be root. In this order, the first that works:
 *
 * <ol>
 *   <li>not root: as this process;
 *   <li>root, and the database belongs to another user already: as that user ({@code setpriv}, else {@code runuser});
 *   <li>root: {@code unshare -U}, a user namespace without a mapping. Seen from inside, PostgreSQL is nobody and has no
 *       privileges; seen from outside, its files stay root's, so nothing changes hands;
 *   <li>root where user namespaces are forbidden (many containers): as {@code opencgt}, {@code postgres} or {@code nobody},
 *       whichever exists; the database's files are given to that user.
 * </ol>
 *
 * @param prefix the words before a program's own
 * @param owner to whom PostgreSQL's files must belong; null: they are as this process makes them
 */
record ServerAccount(List<String> prefix, @Nullable Owner owner) {

    private static final Logger log = LoggerFactory.getLogger(ServerAccount.class);

    private static final List<String> USERS = List.of("opencgt", "postgres", "nobody");

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    record Owner(String name, int uid, int gid) {}

    /** Chooses the account for a database folder, which need not exist yet. */
    static ServerAccount choose(Path folder, PostgresPrograms programs) throws IOException {
        if (ownerOf(Path.of("/proc/self")).uid() != 0) {
            return new ServerAccount(List.of(), null);
        }
        List<ServerAccount> candidates = candidates(folder);
        for (ServerAccount candidate : candidates) {
            if (candidate.works(programs)) {
                return candidate;
            }
            log.debug("PostgreSQL cannot be run by {}", candidate.prefix);
        }
        throw new DatabaseUnavailable(
                DatabaseProblem.NO_UNPRIVILEGED_USER,
                String.join(
                        "; ",
                        candidates.stream().map(c -> String.join(" ", c.prefix)).toList()));
    }

    static List<ServerAccount> candidates(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Owner owner = ownerOf(folder);
            if (owner.uid() != 0) {
                return as(owner);
            }
        }
        List<ServerAccount> candidates = new ArrayList<>();
        candidates.add(new ServerAccount(List.of("unshare", "-U", "--"), null));
        for (String user : USERS) {
            find(user).ifPresent(owner -> candidates.addAll(as(owner)));
        }
        return candidates;
    }

    private static List<ServerAccount> as(Owner owner) {
        return List.of(
                new ServerAccount(
                        List.of("setpriv", "--reuid=" + owner.uid(), "--regid=" + owner.gid(), "--clear-groups", "--"),
                        owner),
                new ServerAccount(List.of("runuser", "-u", owner.name(), "--"), owner));
    }

    /** Whether the program can be reached and run, and is not root when it runs. */
    private boolean works(PostgresPrograms programs) {
        try {
            return Command.run(Command.words(prefix, programs.program("postgres"), "--version"), "")
                            .succeeded()
                    && !Command.run(Command.words(prefix, "id", "-u"), "")
                            .output()
                            .equals("0");
        } catch (IOException missing) {
            log.debug("{} cannot be run", prefix.getFirst(), missing);
            return false;
        }
    }

    /** Whether a file belongs to the account, or need not. */
    boolean owns(Path file) throws IOException {
        return owner == null || ownerOf(file).uid() == owner.uid();
    }

    /** Gives a file, or a folder and all in it, to the account. */
    void own(Path root) throws IOException {
        if (owner == null) {
            return;
        }
        List<Path> all;
        try (var tree = Files.walk(root)) {
            all = tree.toList();
        }
        for (Path path : all) {
            Files.setAttribute(path, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static Owner ownerOf(Path path) throws IOException {
        return new Owner(Files.getOwner(path).getName(), (int) Files.getAttribute(path, "unix:uid"), (int)
                Files.getAttribute(path, "unix:gid"));
    }

    private static Optional<Owner> find(String user) throws IOException {
        Command.Result uid = Command.run(List.of("id", "-u", user), "");
        Command.Result gid = Command.run(List.of("id", "-g", user), "");
        return uid.succeeded() && gid.succeeded()
                ? Optional.of(new Owner(user, Integer.parseInt(uid.output()), Integer.parseInt(gid.output())))
                : Optional.empty();
    }
}
