package org.opencgt.science.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Something drawn in a plot. Colours are numbers of the palette of {@link Plot}. */
public sealed interface Layer {

    /** Values that the x axis has to show. */
    default DoubleStream xs() {
        return DoubleStream.empty();
    }

    /** Values that the y axis has to show. */
    default DoubleStream ys() {
        return DoubleStream.empty();
    }

    /** Points joined by straight lines, interrupted where a value cannot be shown. */
    record Line(double[] x, double[] y, int colour, Weight weight, String title) implements Layer {
        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return Arrays.stream(y);
        }
    }

    /** How strong a line is. */
    enum Weight {
        FAINT,
        NORMAL,
        STRONG,
        DASHED
    }

    /** Points by themselves, each with a text that is shown when it is pointed at. */
    record Dots(double[] x, double[] y, int colour, boolean hollow, List<String> titles) implements Layer {

        public Dots {
            titles = List.copyOf(titles);
        }

        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return Arrays.stream(y);
        }
    }

    /** Vertical bars from {@code low} to {@code high}; an end that cannot be shown is cut off at the edge. */
    record Bars(double[] x, double[] low, double[] high, int colour) implements Layer {
        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return DoubleStream.concat(Arrays.stream(low), Arrays.stream(high));
        }
    }

    /** An area between two lines. */
    record Band(double[] x, double[] low, double[] high, int colour) implements Layer {
        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return DoubleStream.concat(Arrays.stream(low), Arrays.stream(high));
        }
    }

    /** A step function that changes at each x, from zero to the last x. */
    record Steps(double start, double[] x, double[] y, double end, int colour, Weight weight) implements Layer {
        @Override
        public DoubleStream xs() {
            return DoubleStream.of(0, end);
        }

        @Override
        public DoubleStream ys() {
            return DoubleStream.concat(DoubleStream.of(start), Arrays.stream(y));
        }
    }

    /**
     * Cells of a map, each a rectangle about its point, the darker the larger its value.
     *
     * @param value from 0 to 1
     * @param width of a cell, in units of the x axis
     */
    record Heat(double[] x, double[] y, double[] value, double width, double height, List<String> titles)
            implements Layer {

        public Heat {
            titles = List.copyOf(titles);
        }

        @Override
        public DoubleStream xs() {
            return Arrays.stream(x).flatMap(at -> DoubleStream.of(at - width / 2, at + width / 2));
        }

        @Override
        public DoubleStream ys() {
            return Arrays.stream(y).flatMap(at -> DoubleStream.of(at - height / 2, at + height / 2));
        }
    }

    /** A dashed line over the whole width, such as a limit of quantification. */
    record Across(double y, String label) implements Layer {
        @Override
        public DoubleStream ys() {
            return DoubleStream.of(y);
        }
    }

    /** A shaded stretch of the x axis with a name, such as a phase. */
    record Span(double from, double to, String label, int colour) implements Layer {}
}
