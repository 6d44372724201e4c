package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndKept() throws IOException {
        Path file = folder.resolve("data/log.key");
        LogKey made = LogKey.open(file, "opencgt.example/ledger");
        LogKey kept = LogKey.open(file, "another.example/name");

        assertThat(kept.verifier()).isEqualTo(made.verifier());
        assertThat(kept.name()).isEqualTo("opencgt.example/ledger");
        assertThat(made.sign("text\n").isSignedBy(kept.verifier())).isTrue();
        assertThat(VerifierKey.parse(made.verifier().toString())).isEqualTo(made.verifier());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("log.key");
        LogKey.open(file, "opencgt.example/ledger");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> LogKey.open(file, "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws IOException {
        Path file = folder.resolve("log.key");
        LogKey.open(file, "opencgt.example/ledger");
        Files.writeString(file, Files.readString(file).replace("KEY+o", "KEY+O"));
        assertThatThrownBy(() -> LogKey.open(file, "x")).isInstanceOf(IllegalStateException.class);
        Files.writeString(file, "");
        assertThatThrownBy(() -> LogKey.open(file, "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNameHasNoSpace() {
        assertThatThrownBy(() -> LogKey.open(folder.resolve("log.key"), "my log"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
