package org.opencgt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of what this server keeps outside the database: its own PostgreSQL, and its keys. */
public record DataFolder(Path path) {

    /** Makes the folder where it is missing. */
    static DataFolder at(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path).toRealPath());
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, path);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }
}
