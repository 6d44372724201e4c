package org.opencgt.science.assay;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.random.Xoshiro256;

/**
 * Order statistics of the slopes between all pairs of points, without forming all pairs.
 *
 * <p>Each point becomes u = x + y, v = y - x. A slope s = dy/dx becomes t = dv/du = (s - 1)/(s + 1), which rises from minus
 * infinity just above s = -1 through s = 0, through a vertical line at t = 1, to plus infinity just below s = -1: the order in
 * which Passing and Bablok count, with their offset K at the far end. Pairs with du = 0, of slope -1 or of equal points, have no
 * place in it.
 *
 * <p>How many slopes are at most t is a count of inversions of v - t u against the order of u: one merge sort. A bracket from a
 * sample of pairs and interpolation close in on a rank until few pairs are left, which are those that change their order between
 * the ends of the bracket (Matou&scaron;ek 1991, Inf Process Lett 39:183; Dillencourt, Mount and Netanyahu 1992). All together
 * O(n log n).
 */
final class PairSlopes {

    /** Differences of no more than this of the size of the numbers are rounding. */
    private static final double ROUNDING = 1e-10;

    private static final double VERTICAL = 1e-12;
    /** A bracket of this width holds slopes that differ by rounding only. */
    private static final double SAME = 1e-12;

    /** Up to so many points brackets are not narrowed first. */
    private static final int SMALL = 4096;

    private static final long SEED = 1;

    private final int n;
    /** Whether slopes are ordered as they are, from minus to plus infinity, and vertical ones left out. */
    private final boolean plain;

    private final double[] x;
    private final double[] y;
    private final double[] u;
    private final double[] v;
    /** Which points have the same u. */
    private final int[] cluster;

    private final long pairs;
    private final long minusOne;
    private final long undefined;
    private final double[] sample;
    private final int limit;

    private final Turned scratch;
    private final double[] key;
    private final int[] order;
    private final double[] otherKey;
    private final int[] otherOrder;

    PairSlopes(double[] x, double[] y) {
        this(x, y, false);
    }

    /** Slopes in their own order, with u = x and v = y; pairs of equal x have no place in it. */
    static PairSlopes overX(double[] x, double[] y) {
        return new PairSlopes(x, y, true);
    }

    private PairSlopes(double[] x, double[] y, boolean plain) {
        this.n = x.length;
        this.plain = plain;
        int[] sorted = sorted(x, y, plain);
        this.x = new double[n];
        this.y = new double[n];
        this.u = new double[n];
        this.v = new double[n];
        for (int i = 0; i < n; i++) {
            this.x[i] = x[sorted[i]];
            this.y[i] = y[sorted[i]];
            this.u[i] = plain ? this.x[i] : this.x[i] + this.y[i];
            this.v[i] = plain ? this.y[i] : this.y[i] - this.x[i];
        }
        this.cluster = new int[n];
        for (int i = 1; i < n; i++) {
            cluster[i] = cluster[i - 1] + (apart(i - 1, i) ? 1 : 0);
        }
        long together = 0;
        long same = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && cluster[to] == cluster[from]) {
                to++;
            }
            long size = to - from;
            together += size * (size - 1) / 2;
            same += equalPoints(from, to);
            for (int i = from; i < to; i++) {
                u[i] = u[from];
            }
            from = to;
        }
        this.pairs = (long) n * (n - 1) / 2 - together;
        this.minusOne = together - same;
        this.undefined = same;
        this.key = new double[n];
        this.order = new int[n];
        this.otherKey = new double[n];
        this.otherOrder = new int[n];
        this.limit = Math.max(64, 3 * n);
        int room = (int) Math.min(pairs, (n <= SMALL ? 8L : 4L) * limit);
        this.scratch = new Turned(new int[room], new int[room], new double[room], 0);
        this.sample = pairs == 0 ? new double[0] : sample();
    }

    /** The places of the values in rising order; equal ones stay in theirs. */
    static int[] order(double[] values) {
        int n = values.length;
        double[] key = new double[n];
        int[] order = new int[n];
        // the sort puts the later first among equals, so it gets them from behind
        for (int i = 0; i < n; i++) {
            key[i] = values[n - 1 - i];
            order[i] = n - 1 - i;
        }
        mergeSort(key, order, new double[n], new int[n]);
        return order;
    }

    private static int[] sorted(double[] x, double[] y, boolean plain) {
        int n = x.length;
        double[] sums = new double[n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            sums[i] = plain ? x[i] : x[i] + y[i];
            order[i] = i;
        }
        double[] spare = new double[n];
        int[] spareOrder = new int[n];
        mergeSort(sums, order, spare, spareOrder);
        return order;
    }

    private boolean apart(int i, int j) {
        double size = plain
                ? Math.max(Math.abs(x[i]), Math.abs(x[j]))
                : Math.max(Math.max(Math.abs(x[i]), Math.abs(y[i])), Math.max(Math.abs(x[j]), Math.abs(y[j])));
        return Math.abs(u[j] - u[i]) > ROUNDING * size;
    }

    /** Sorts a run of points of one u by v, falling, and counts the pairs of equal points. */
    private long equalPoints(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && v[j] > v[j - 1]; j--) {
                swap(x, j);
                swap(y, j);
                swap(u, j);
                swap(v, j);
            }
        }
        long equal = 0;
        for (int i = from; i < to; ) {
            int end = i + 1;
            double size = Math.max(Math.abs(x[i]), Math.abs(y[i]));
            while (end < to && Math.abs(v[end] - v[i]) <= ROUNDING * size) {
                end++;
            }
            long run = end - i;
            equal += run * (run - 1) / 2;
            i = end;
        }
        return equal;
    }

    private static void swap(double[] a, int j) {
        double held = a[j];
        a[j] = a[j - 1];
        a[j - 1] = held;
    }

    /** Slopes that have a place in the order. */
    long size() {
        return pairs;
    }

    long equalToMinusOne() {
        return minusOne;
    }

    /** Pairs of equal points. */
    long undefined() {
        return undefined;
    }

    /** How many slopes are below -1: the offset K. Vertical lines count as plus infinity. */
    long belowMinusOne() {
        return pairs == 0 ? 0 : pairs - countAtMost(1 + 1e-10);
    }

    private double slope(int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double size = Math.max(Math.abs(x[i]), Math.abs(x[j]));
        if (Math.abs(dx) <= VERTICAL * size) {
            return Double.POSITIVE_INFINITY;
        }
        double height = Math.max(Math.abs(y[i]), Math.abs(y[j]));
        return Math.abs(dy) <= VERTICAL * height ? 0 : dy / dx;
    }

    private double turned(int i, int j) {
        return (v[j] - v[i]) / (u[j] - u[i]);
    }

    private double[] sample() {
        Xoshiro256 random = Xoshiro256.seeded(SEED);
        int wanted = Math.min(4 * n, 20_000);
        double[] found = new double[wanted];
        int size = 0;
        for (int tries = 0; tries < 4 * wanted && size < wanted; tries++) {
            int i = (int) (random.nextDouble() * n);
            int j = (int) (random.nextDouble() * n);
            if (cluster[i] != cluster[j]) {
                found[size++] = turned(i, j);
            }
        }
        double[] kept = Arrays.copyOf(found, size);
        Arrays.sort(kept);
        return kept;
    }

    /** Pairs with a turned slope of at most t; leaves the points in {@code order} by v - t u. */
    private long countAtMost(double t) {
        for (int i = 0; i < n; i++) {
            key[i] = v[i] - t * u[i];
            order[i] = i;
        }
        return pairs - ascents(key, order, otherKey, otherOrder);
    }

    /**
     * Sorts by key and counts pairs of different u that rise: the later one strictly above. Points of one u stand with v falling, so
     * that they never count.
     */
    private static long ascents(double[] key, int[] order, double[] spare, int[] spareOrder) {
        int n = key.length;
        long total = (long) n * (n - 1) / 2;
        return total - mergeSort(key, order, spare, spareOrder);
    }

    /** Sorts by key, the later first among equals; returns the pairs of which the later was not above the earlier. */
    private static long mergeSort(double[] key, int[] order, double[] spare, int[] spareOrder) {
        int n = key.length;
        long swaps = 0;
        int run = 8;
        for (int from = 0; from < n; from += run) {
            int to = Math.min(n, from + run);
            for (int i = from + 1; i < to; i++) {
                double k = key[i];
                int o = order[i];
                int j = i - 1;
                while (j >= from && key[j] >= k) {
                    key[j + 1] = key[j];
                    order[j + 1] = order[j];
                    j--;
                    swaps++;
                }
                key[j + 1] = k;
                order[j + 1] = o;
            }
        }
        double[] fromKey = key;
        int[] fromOrder = order;
        double[] toKey = spare;
        int[] toOrder = spareOrder;
        for (int width = run; width < n; width *= 2) {
            for (int low = 0; low < n; low += 2 * width) {
                int middle = Math.min(n, low + width);
                int high = Math.min(n, low + 2 * width);
                int left = low;
                int right = middle;
                int out = low;
                while (left < middle && right < high) {
                    if (fromKey[left] < fromKey[right]) {
                        toKey[out] = fromKey[left];
                        toOrder[out++] = fromOrder[left++];
                    } else {
                        swaps += middle - left;
                        toKey[out] = fromKey[right];
                        toOrder[out++] = fromOrder[right++];
                    }
                }
                int rest = middle - left;
                System.arraycopy(fromKey, left, toKey, out, rest);
                System.arraycopy(fromOrder, left, toOrder, out, rest);
                out += rest;
                System.arraycopy(fromKey, right, toKey, out, high - right);
                System.arraycopy(fromOrder, right, toOrder, out, high - right);
            }
            double[] heldKey = fromKey;
            fromKey = toKey;
            toKey = heldKey;
            int[] heldOrder = fromOrder;
            fromOrder = toOrder;
            toOrder = heldOrder;
        }
        if (fromKey != key) {
            System.arraycopy(fromKey, 0, key, 0, n);
            System.arraycopy(fromOrder, 0, order, 0, n);
        }
        return swaps;
    }

    /**
     * Slopes by rank, in the order of t.
     *
     * @param first from 1
     * @param last at least {@code first}; the ranks between are few
     * @return the slopes dy/dx of ranks first to last; infinite where vertical
     */
    double[] select(long first, long last) {
        double @Nullable [] quick = n <= SMALL ? quick(first, last) : null;
        return quick == null ? narrowed(first, last) : quick;
    }

    /**
     * One sort and one pass over a bracket from the sample that most likely holds the ranks; null if it does not.
     */
    private double @Nullable [] quick(long first, long last) {
        if (pairs <= limit) {
            return null;
        }
        double p = (first + last) / 2.0 / pairs;
        double spread = 2 * Math.sqrt(p * (1 - p) * sample.length) + 2;
        int from = (int) Math.floor(p * sample.length - spread);
        if (from < 0) {
            return null;
        }
        long below = countAtMost(sample[from]);
        if (below >= first) {
            return null;
        }
        // from an exact rank the sample has to bridge a short way only, so it is sure of more
        double way = (last - below) / (double) pairs * sample.length;
        int to = (int) Math.ceil(from + way + 2.5 * Math.sqrt(way) + 3);
        return to < sample.length && sample[from] < sample[to] ? turning(sample[to], below, first, last) : null;
    }

    private double[] narrowed(long first, long last) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        long below = 0;
        long within = pairs;
        int step = 0;
        while (within > limit && step < 200 && !isOne(low, high)) {
            double t = next(low, high, below, below + within, first, last, step++);
            if (!(t > low && t < high)) {
                break;
            }
            long count = countAtMost(t);
            if (count >= last) {
                high = t;
                within = count - below;
            } else if (count < first) {
                within -= count - below;
                below = count;
                low = t;
            } else {
                // splits the ranks wanted: one of each side
                double[] left = narrowed(first, count);
                double[] right = narrowed(count + 1, last);
                double[] both = Arrays.copyOf(left, left.length + right.length);
                System.arraycopy(right, 0, both, left.length, right.length);
                return both;
            }
        }
        return between(low, high, below, first, last, (int) Math.min(within, 4L * limit));
    }

    private static boolean isOne(double low, double high) {
        return Double.isFinite(low) && high - low <= SAME * Math.max(1, Math.abs(low));
    }

    /** A place to cut a bracket: by the sample at first, then by interpolation, a little to either side of the ranks wanted. */
    private double next(double low, double high, long below, long upTo, long first, long last, int step) {
        double rank = (first + last) / 2.0;
        boolean left = step % 2 == 0;
        if (step < 2 || Double.isInfinite(low) || Double.isInfinite(high)) {
            double p = rank / pairs;
            double spread = (1.5 + step) * Math.sqrt(p * (1 - p) * sample.length) + 1;
            int index = (int) Math.round(p * sample.length + (left ? -spread : spread));
            if (index >= 0 && index < sample.length) {
                double t = sample[index];
                if (t > low && t < high) {
                    return t;
                }
            }
            if (Double.isInfinite(low) && Double.isInfinite(high)) {
                return sample[sample.length / 2];
            }
            if (Double.isInfinite(low)) {
                return high - Math.max(1e-6, Math.abs(high)) * Math.pow(4, step);
            }
            if (Double.isInfinite(high)) {
                return low + Math.max(1e-6, Math.abs(low)) * Math.pow(4, step);
            }
        }
        if (step % 6 == 5) {
            return low + (high - low) / 2;
        }
        double margin = 0.3 * limit;
        double wanted = (rank - below + (left ? -margin : margin)) / (upTo - below);
        if (wanted <= 0.001 || wanted >= 0.999) {
            wanted = left ? 0.5 * (rank - below) / (upTo - below) : 1 - 0.5 * (upTo - rank) / (upTo - below);
        }
        return low + (high - low) * wanted;
    }

    /** The pairs that change their order between two thresholds, of which the wanted ranks are taken. */
    private double[] between(double low, double high, long below, long first, long last, int room) {
        if (low == Double.NEGATIVE_INFINITY) {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
        } else {
            countAtMost(low);
        }
        Turned turned = turned(high, room);
        double[] sorted = Arrays.copyOf(turned.t(), turned.size());
        double[] slopes = new double[(int) (last - first + 1)];
        for (int k = 0; k < slopes.length; k++) {
            // where the bracket could not be made small, all in it are alike, and any of them serves
            int rank = (int) Math.max(0, Math.min(turned.size() - 1, first + k - below - 1));
            slopes[k] = slope(turned, Medians.select(sorted, rank));
        }
        return slopes;
    }

    /** The same from the order that stands, if all ranks lie below {@code high}; else null. */
    private double @Nullable [] turning(double high, long below, long first, long last) {
        Turned turned = turned(high, scratch.t().length);
        if (below + turned.size() < last || turned.size() == scratch.t().length) {
            return null;
        }
        double[] sorted = Arrays.copyOf(turned.t(), turned.size());
        double[] slopes = new double[(int) (last - first + 1)];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = slope(turned, Medians.select(sorted, (int) (first + k - below - 1)));
        }
        return slopes;
    }

    private double slope(Turned turned, double t) {
        for (int i = 0; i < turned.size(); i++) {
            if (turned.t()[i] == t) {
                return slope(turned.from()[i], turned.to()[i]);
            }
        }
        return Double.NaN;
    }

    /** Pairs that change their order, with their slopes in the order of t. */
    private record Turned(int[] from, int[] to, double[] t, int size) {}

    /** The pairs that change their order from the one that stands to that at {@code high}, up to {@code room}. */
    private Turned turned(double high, int room) {
        int[] rows = order.clone();
        double[] keys = new double[n];
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            keys[i] = high == Double.POSITIVE_INFINITY ? -row : v[row] - high * u[row];
        }
        int[] from = scratch.from();
        int[] to = scratch.to();
        double[] turned = scratch.t();
        int size = 0;
        insertion:
        for (int i = 1; i < n; i++) {
            double key = keys[i];
            int row = rows[i];
            int j = i - 1;
            while (j >= 0 && (keys[j] > key || (keys[j] == key && rows[j] < row))) {
                if (cluster[rows[j]] != cluster[row]) {
                    if (size == room) {
                        break insertion;
                    }
                    from[size] = rows[j];
                    to[size] = row;
                    turned[size] = turned(rows[j], row);
                    size++;
                }
                keys[j + 1] = keys[j];
                rows[j + 1] = rows[j];
                j--;
            }
            keys[j + 1] = key;
            rows[j + 1] = row;
        }
        return new Turned(from, to, turned, size);
    }
}
