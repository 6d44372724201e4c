package org.opencgt.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * 128 bits that stand for a subject's ref while chains are followed, so that millions of subjects need no objects. Keyed by
 * random numbers that are made for each verification: nobody can prepare refs that meet. One instance per thread.
 */
final class RefHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The random numbers of one verification. */
    record Key(long high, long low) {
        static Key random() {
            SplittableRandom random = new SplittableRandom();
            return new Key(random.nextLong(), random.nextLong());
        }
    }

    private final Key key;
    long high;
    long low;

    RefHash(Key key) {
        this.key = key;
    }

    RefHash of(String ref) {
        byte[] bytes = ref.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    RefHash of(byte[] bytes, int from, int to) {
        high = key.high() ^ (to - from);
        low = key.low();
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            add((long) LONG.get(bytes, at));
        }
        long tail = 0;
        for (; at < to; at++) {
            tail = tail << Byte.SIZE | bytes[at] & 0xff;
        }
        add(tail);
        return this;
    }

    private void add(long word) {
        high = mix(high ^ word);
        low = mix(low + word * 0x9e3779b97f4a7c15L);
    }

    /** The finaliser of {@link SplittableRandom}: each bit depends on each. */
    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
