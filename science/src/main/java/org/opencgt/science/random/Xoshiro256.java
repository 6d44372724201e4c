package org.opencgt.science.random;

/**
 * The generator xoshiro256++ 1.0, from which every random result of OpenCGT comes. Period 2^256 - 1; not for cryptography.
 * Equal states give equal numbers on every machine. Not safe for use by several threads: give each its own by
 * {@link #split()}.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman D, Vigna S. Scrambled linear pseudorandom number generators. ACM
 *     Trans Math Softw 2021;47(4):36</a>
 */
public final class Xoshiro256 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The polynomial by which the state advances 2^128 steps. */
    private static final long[] JUMP = {
        0x180EC6D33CFD0ABAL, 0xD5A61266F0C9392CL, 0xA9582618E03FC9AAL, 0x39ABDC4529B1661CL
    };

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private Xoshiro256(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * A generator whose state is filled from a seed by SplitMix64, as its authors recommend.
     *
     * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele GL, Lea D, Flood CH. Fast splittable pseudorandom number
     *     generators. OOPSLA 2014</a>
     */
    public static Xoshiro256 seeded(long seed) {
        long z = seed;
        long[] state = new long[4];
        for (int i = 0; i < state.length; i++) {
            z += GOLDEN_GAMMA;
            state[i] = mixed(z);
        }
        return new Xoshiro256(state[0], state[1], state[2], state[3]);
    }

    /** A generator in a given state, of which at least one word must not be zero. */
    static Xoshiro256 inState(long s0, long s1, long s2, long s3) {
        return new Xoshiro256(s0, s1, s2, s3);
    }

    /** The next 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on the multiples of 2^-53 in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * Uniform on the integers from 0 to {@code bound - 1}, without bias.
     *
     * @param bound at least 1
     * @see <a href="https://doi.org/10.1145/3230636">Lemire D. Fast random integer generation in an interval. ACM Trans Model
     *     Comput Simul 2019;29(1):3</a>
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + " is below 1");
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * Standard normal, by the polar method with the second number of each pair left unused, so that the state alone
     * determines what comes. Computed with {@link StrictMath}, so equal on every machine.
     *
     * @see <a href="https://doi.org/10.1137/1006063">Marsaglia G, Bray TA. A convenient method for generating normal
     *     variables. SIAM Rev 1964;6:260-264</a>
     */
    public double nextGaussian() {
        double x;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }

    /** A generator in the present state of this one, which itself then jumps 2^128 steps ahead: the two never overlap. */
    public Xoshiro256 split() {
        Xoshiro256 here = new Xoshiro256(s0, s1, s2, s3);
        jump();
        return here;
    }

    private void jump() {
        long j0 = 0;
        long j1 = 0;
        long j2 = 0;
        long j3 = 0;
        for (long word : JUMP) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if ((word >>> bit & 1) != 0) {
                    j0 ^= s0;
                    j1 ^= s1;
                    j2 ^= s2;
                    j3 ^= s3;
                }
                nextLong();
            }
        }
        s0 = j0;
        s1 = j1;
        s2 = j2;
        s3 = j3;
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
