package org.opencgt.science.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class Xoshiro256Test {

    /** First outputs of the authors' reference code in C from the state 1, 2, 3, 4, as published with rand_xoshiro. */
    @Test
    void givesTheNumbersOfTheReferenceCode() {
        Xoshiro256 random = Xoshiro256.inState(1, 2, 3, 4);

        String[] reference = {
            "41943041",
            "58720359",
            "3588806011781223",
            "3591011842654386",
            "9228616714210784205",
            "9973669472204895162",
            "14011001112246962877",
            "12406186145184390807",
            "15849039046786891736",
            "10450023813501588000"
        };
        for (String number : reference) {
            assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo(number);
        }
    }

    /** Outputs of the reference code from the state 0, 0, 0, 1 after one jump of 2^128 steps, as published with xoshiro-fortran. */
    @Test
    void jumpsAsTheReferenceCodeDoes() {
        Xoshiro256 random = Xoshiro256.inState(0, 0, 0, 1);

        Xoshiro256 before = random.split();

        assertThat(LongStream.generate(before::nextLong).limit(3))
                .containsExactly(0x0000000000800000L, 0x0000000000800011L, 0x0002200000800011L);
        assertThat(LongStream.generate(random::nextLong).limit(5))
                .containsExactly(
                        0x88F9A31AFDB439F5L,
                        0x38134A20DFA1A232L,
                        0x21D6A25A297797C7L,
                        0xFCA0846CC616D4F8L,
                        0x1A9D1B267D52627AL);
    }

    /** Seeding by SplitMix64, computed independently. */
    @Test
    void aSeedFillsTheStateBySplitMix64() {
        Xoshiro256 random = Xoshiro256.seeded(42);

        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("15021278609987233951");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("5881210131331364753");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("18149643915985481100");
    }

    @Test
    void agreesWithTheGeneratorOfTheJdk() {
        byte[] state = ByteBuffer.allocate(32)
                .putLong(0x123456789ABCDEFL)
                .putLong(-7)
                .putLong(1L << 40)
                .putLong(99)
                .array();
        JumpableGenerator theirs = RandomGeneratorFactory.<JumpableGenerator>of("Xoshiro256PlusPlus")
                .create(state);
        Xoshiro256 ours = Xoshiro256.inState(0x123456789ABCDEFL, -7, 1L << 40, 99);

        for (int jumps = 0; jumps < 3; jumps++) {
            for (int i = 0; i < 1000; i++) {
                assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            }
            Xoshiro256 unused = ours.split();
            assertThat(unused).isNotSameAs(ours);
            theirs.jump();
        }
    }

    @Test
    void uniformNumbersHaveTheMomentsOfTheUniformDistribution() {
        Xoshiro256 random = Xoshiro256.seeded(1);
        double[] drawn =
                DoubleStream.generate(random::nextDouble).limit(1_000_000).toArray();

        assertThat(DoubleStream.of(drawn)).allMatch(x -> x >= 0 && x < 1);
        assertThat(mean(drawn)).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / drawn.length)));
        assertThat(variance(drawn)).isCloseTo(1.0 / 12, within(5 * Math.sqrt(1.0 / 180 / drawn.length)));
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        Xoshiro256 random = Xoshiro256.seeded(2);
        double[] drawn =
                DoubleStream.generate(random::nextGaussian).limit(1_000_000).toArray();

        assertThat(mean(drawn)).isCloseTo(0, within(5 / Math.sqrt(drawn.length)));
        assertThat(variance(drawn)).isCloseTo(1, within(5 * Math.sqrt(2.0 / drawn.length)));
        assertThat(DoubleStream.of(drawn).filter(x -> x > 1.959963984540054).count() / (double) drawn.length)
                .isCloseTo(0.025, within(5 * Math.sqrt(0.025 * 0.975 / drawn.length)));
    }

    @Test
    void integersAreWithoutBias() {
        Xoshiro256 random = Xoshiro256.seeded(3);
        int bound = 7;
        int draws = 700_000;
        long[] counts = new long[bound];
        IntStream.range(0, draws).forEach(i -> counts[random.nextInt(bound)]++);

        double chiSquare = LongStream.of(counts)
                .mapToDouble(count -> Math.pow(count - draws / (double) bound, 2) / (draws / (double) bound))
                .sum();
        assertThat(chiSquare).isLessThan(22.458); // 0.999 quantile with 6 degrees of freedom
        assertThatThrownBy(() -> random.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestBoundIsServed() {
        Xoshiro256 random = Xoshiro256.seeded(4);

        assertThat(IntStream.generate(() -> random.nextInt(Integer.MAX_VALUE)).limit(1000))
                .allMatch(x -> x >= 0 && x < Integer.MAX_VALUE);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }
}
