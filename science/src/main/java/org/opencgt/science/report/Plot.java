package org.opencgt.science.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot: two axes and what is drawn between them. Immutable. Colours are those of Okabe and Ito, which people with any kind of
 * colour vision tell apart; they are counted from 0 and repeat after eight. Shades of a heat map, light to dark, are numbers from
 * {@link #LIGHTEST} to {@link #DARKEST}.
 *
 * @param title empty if there is none
 */
public record Plot(String title, Axis x, Axis y, List<Layer> layers, List<Key> legend, Size size) {

    /** The lightest shade, of the value 0. */
    public static final int LIGHTEST = 1000;

    /** The darkest shade, of the value 1. */
    public static final int DARKEST = 1100;

    /** What a colour stands for. */
    public record Key(String label, int colour) {}

    /** How much room a plot has. */
    public enum Size {
        /** Over the width of the page. */
        LARGE(760, 380),
        /** Two beside each other. */
        HALF(480, 320),
        /** Several beside each other. */
        SMALL(300, 210);

        final int width;
        final int height;

        /** Its name in the style sheet. */
        public String style() {
            return switch (this) {
                case LARGE -> "large";
                case HALF -> "half";
                case SMALL -> "small";
            };
        }

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public Plot {
        layers = List.copyOf(layers);
        legend = List.copyOf(legend);
    }

    public static Plot of(Axis x, Axis y) {
        return new Plot("", x, y, List.of(), List.of(), Size.LARGE);
    }

    public Plot titled(String text) {
        return new Plot(text, x, y, layers, legend, size);
    }

    public Plot sized(Size other) {
        return new Plot(title, x, y, layers, legend, other);
    }

    /** With one more layer above the others. */
    public Plot with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Plot(title, x, y, more, legend, size);
    }

    /** With more layers above the others. */
    public Plot with(List<? extends Layer> above) {
        List<Layer> more = new ArrayList<>(layers);
        more.addAll(above);
        return new Plot(title, x, y, more, legend, size);
    }

    public Plot withKey(String label, int colour) {
        List<Key> more = new ArrayList<>(legend);
        more.add(new Key(label, colour));
        return new Plot(title, x, y, layers, more, size);
    }

    /** The plot as an SVG element. */
    public String svg() {
        return new SvgPlot(this).svg();
    }
}
