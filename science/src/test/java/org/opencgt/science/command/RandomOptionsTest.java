package org.opencgt.science.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RandomOptionsTest {

    @Command(name = "dice")
    static final class Dice {
        @Mixin
        RandomOptions random = new RandomOptions();
    }

    @Test
    void theSeedFixesTheResultWhateverTheThreads() throws Exception {
        assertThat(rolls("--seed", "1", "--threads", "2")).isEqualTo(rolls("--seed", "1", "--threads", "1"));
        assertThat(rolls("--seed", "2")).isNotEqualTo(rolls("--seed", "1"));
    }

    @Test
    void aSeedThatNobodyChoseIsKeptSoThatItCanBeTold() {
        RandomOptions options = parsed().random;

        assertThat(options.seed()).isEqualTo(options.seed()).isBetween(0L, 1L << 53);
    }

    private static List<Integer> rolls(String... arguments) throws InterruptedException {
        return parsed(arguments).random.replicates().run(1000, (roll, random) -> random.nextInt(6), Progress.NONE);
    }

    private static Dice parsed(String... arguments) {
        Dice dice = new Dice();
        CommandLine parser = new CommandLine(dice);
        assertThat(parser.parseArgs(arguments).errors()).isEmpty();
        return dice;
    }
}
