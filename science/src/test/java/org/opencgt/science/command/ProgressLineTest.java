package org.opencgt.science.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void aTerminalIsShownHowFarTheWorkIs() {
        assertThat(shown(true)).contains("simulate").contains("100%");
    }

    @Test
    void aFileIsShownNothing() {
        assertThat(shown(false)).isEmpty();
    }

    private static String shown(boolean terminal) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);
        try (ProgressLine line = ProgressLine.start(terminal, err, "simulate", 10)) {
            line.advance(4);
            line.advance(6);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
