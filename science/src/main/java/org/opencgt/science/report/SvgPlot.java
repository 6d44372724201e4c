package org.opencgt.science.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.opencgt.science.report.Axis.Range;
import org.opencgt.science.report.Axis.Scale;

/** Draws one {@link Plot}; used once. The same plot gives the same text. */
final class SvgPlot {

    private static final List<String> PALETTE =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5c00", "#555555");

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Plot plot;
    private final boolean small;
    private final Range x;
    private final Range y;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final StringBuilder svg = new StringBuilder();

    SvgPlot(Plot plot) {
        this.plot = plot;
        this.small = plot.size() == Plot.Size.SMALL;
        this.left = small ? 50 : 66;
        this.top = (plot.title().isEmpty() ? 12 : 28) + (plot.legend().isEmpty() ? 0 : 18);
        this.width = plot.size().width - left - 14;
        this.height = plot.size().height - top - (small ? 36 : 46);
        this.x = range(plot.x(), Layer::xs);
        this.y = range(plot.y(), Layer::ys);
    }

    private Range range(Axis axis, Function<Layer, DoubleStream> values) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Layer layer : plot.layers()) {
            for (double value : values.apply(layer).toArray()) {
                if (axis.shows(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        return axis.range(lowest, highest);
    }

    String svg() {
        String name = plot.title().isEmpty() ? plot.y().label() : plot.title();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(plot.size().width)
                .append(' ')
                .append(plot.size().height)
                .append("\" aria-label=\"")
                .append(escaped(name))
                .append("\">");
        if (!plot.title().isEmpty()) {
            text(left + width / 2, 18, "middle", "plot-title", plot.title());
        }
        legend();
        axes();
        // An inner element has its origin at the corner of the axes, and cuts off what lies outside them.
        svg.append("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">"
                .formatted(number(left), number(top), number(width), number(height)));
        plot.layers().forEach(layer -> {
            if (layer instanceof Layer.Span span) {
                draw(span);
            }
        });
        plot.layers().forEach(layer -> {
            switch (layer) {
                case Layer.Line line -> draw(line);
                case Layer.Dots dots -> draw(dots);
                case Layer.Bars bars -> draw(bars);
                case Layer.Band band -> draw(band);
                case Layer.Heat heat -> draw(heat);
                case Layer.Steps steps -> draw(steps);
                case Layer.Across across -> draw(across);
                case Layer.Span drawn -> {}
            }
        });
        return svg.append("</svg></svg>").toString();
    }

    // --- Around the plot ---

    private void legend() {
        double at = left;
        for (Plot.Key key : plot.legend()) {
            double baseline = top - 8;
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"12\" height=\"4\" fill=\"%s\"/>"
                    .formatted(number(at), number(baseline - 6), colour(key.colour())));
            text(at + 16, baseline, "start", "tick", key.label());
            at += 30 + textWidth(key.label());
        }
    }

    private void axes() {
        for (double mark : x.marks(small ? 5 : 9)) {
            double at = left + across(mark);
            line(at, top, at, top + height, "grid");
            text(at, top + height + 14, "middle", "tick", mark(mark, x.scale()));
        }
        for (double mark : y.marks(small ? 5 : 8)) {
            double at = top + down(mark);
            line(left, at, left + width, at, "grid");
            text(left - 6, at + 4, "end", "tick", mark(mark, y.scale()));
        }
        svg.append("<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(number(left), number(top), number(width), number(height)));
        text(
                left + width / 2,
                top + height + (small ? 30 : 36),
                "middle",
                "label",
                plot.x().label());
        svg.append("<text class=\"label\" text-anchor=\"middle\" transform=\"translate(%s %s) rotate(-90)\">%s</text>"
                .formatted(
                        number(12), number(top + height / 2), escaped(plot.y().label())));
    }

    // --- Layers ---

    private void draw(Layer.Span span) {
        double from = Math.max(0, across(span.from()));
        double to = Math.min(width, across(span.to()));
        if (!(to > from)) {
            return;
        }
        svg.append(
                "<rect x=\"%s\" y=\"0\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"0.1\"><title>%s</title></rect>"
                        .formatted(
                                number(from),
                                number(to - from),
                                number(height),
                                colour(span.colour()),
                                escaped(span.label())));
        if (!small && to - from > textWidth(span.label())) {
            text((from + to) / 2, 13, "middle", "span", span.label());
        }
    }

    private void draw(Layer.Line line) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < line.x().length; i++) {
            boolean shown = plot.x().shows(line.x()[i]) && plot.y().shows(line.y()[i]);
            if (shown) {
                path.append(pen ? 'L' : 'M')
                        .append(number(across(line.x()[i])))
                        .append(' ')
                        .append(number(down(line.y()[i])));
            }
            pen = shown;
        }
        if (path.isEmpty()) {
            return;
        }
        String look = switch (line.weight()) {
            case FAINT -> "stroke-width=\"1\" stroke-opacity=\"0.4\"";
            case NORMAL -> "stroke-width=\"1.3\"";
            case STRONG -> "stroke-width=\"2.4\"";
            case DASHED -> "stroke-width=\"1.6\" stroke-dasharray=\"6 4\"";
        };
        path(path, line.colour(), look, line.title());
    }

    private void path(CharSequence path, int colour, String look, String title) {
        svg.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(colour(colour))
                .append("\" ")
                .append(look);
        if (title.isEmpty()) {
            svg.append("/>");
        } else {
            svg.append("><title>").append(escaped(title)).append("</title></path>");
        }
    }

    private void draw(Layer.Dots dots) {
        String paint = dots.hollow()
                ? "fill=\"#fff\" stroke=\"" + colour(dots.colour()) + "\" stroke-width=\"1.2\""
                : "fill=\"" + colour(dots.colour()) + "\"";
        for (int i = 0; i < dots.x().length; i++) {
            if (plot.x().shows(dots.x()[i]) && plot.y().shows(dots.y()[i])) {
                svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s"
                        .formatted(number(across(dots.x()[i])), number(down(dots.y()[i])), small ? "2.4" : "3", paint));
                String title = i < dots.titles().size() ? dots.titles().get(i) : "";
                svg.append(title.isEmpty() ? "/>" : "><title>" + escaped(title) + "</title></circle>");
            }
        }
    }

    private void draw(Layer.Bars bars) {
        for (int i = 0; i < bars.x().length; i++) {
            double high = bars.high()[i];
            if (!plot.x().shows(bars.x()[i]) || !plot.y().shows(high)) {
                continue;
            }
            double at = across(bars.x()[i]);
            boolean cut = !plot.y().shows(bars.low()[i]);
            double foot = cut ? height : down(bars.low()[i]);
            StringBuilder path = new StringBuilder()
                    .append('M')
                    .append(number(at - 3))
                    .append(' ')
                    .append(number(down(high)))
                    .append("h6M")
                    .append(number(at))
                    .append(' ')
                    .append(number(down(high)))
                    .append('V')
                    .append(number(foot));
            if (!cut) {
                path.append('M')
                        .append(number(at - 3))
                        .append(' ')
                        .append(number(foot))
                        .append("h6");
            }
            path(path, bars.colour(), "stroke-width=\"1.2\"", "");
        }
    }

    private void draw(Layer.Band band) {
        StringBuilder path = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < band.x().length; i++) {
            if (plot.x().shows(band.x()[i])
                    && plot.y().shows(band.low()[i])
                    && plot.y().shows(band.high()[i])) {
                String at = number(across(band.x()[i]));
                path.append(path.isEmpty() ? 'M' : 'L').append(at).append(' ').append(number(down(band.high()[i])));
                back.insert(0, "L" + at + " " + number(down(band.low()[i])));
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path d=\"")
                    .append(path)
                    .append(back)
                    .append("Z\" fill=\"")
                    .append(colour(band.colour()))
                    .append("\" fill-opacity=\"0.18\"/>");
        }
    }

    private void draw(Layer.Heat heat) {
        for (int i = 0; i < heat.x().length; i++) {
            double from = across(heat.x()[i] - heat.width() / 2);
            double to = across(heat.x()[i] + heat.width() / 2);
            double upper = down(heat.y()[i] + heat.height() / 2);
            double lower = down(heat.y()[i] - heat.height() / 2);
            int shade = Plot.LIGHTEST
                    + (int) Math.round((Plot.DARKEST - Plot.LIGHTEST) * Math.clamp(heat.value()[i], 0, 1));
            // a little wider, so that no line shows between cells
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\""
                    .formatted(
                            number(from),
                            number(upper),
                            number(to - from + 0.3),
                            number(lower - upper + 0.3),
                            colour(shade)));
            String title = i < heat.titles().size() ? heat.titles().get(i) : "";
            svg.append(title.isEmpty() ? "/>" : "><title>" + escaped(title) + "</title></rect>");
        }
    }

    private void draw(Layer.Steps steps) {
        StringBuilder path = new StringBuilder()
                .append('M')
                .append(number(across(0)))
                .append(' ')
                .append(number(down(steps.start())));
        for (int i = 0; i < steps.x().length; i++) {
            path.append('H').append(number(across(steps.x()[i])));
            if (!plot.y().shows(steps.y()[i])) {
                break;
            }
            path.append('V').append(number(down(steps.y()[i])));
        }
        if (steps.y().length == 0 || plot.y().shows(steps.y()[steps.y().length - 1])) {
            path.append('H').append(number(across(steps.end())));
        }
        path(
                path,
                steps.colour(),
                steps.weight() == Layer.Weight.DASHED
                        ? "stroke-width=\"1\" stroke-dasharray=\"4 3\""
                        : "stroke-width=\"2\"",
                "");
    }

    private void draw(Layer.Across across) {
        if (plot.y().shows(across.y())) {
            double at = down(across.y());
            svg.append("<path class=\"limit\" d=\"M0 %sH%s\"/>".formatted(number(at), number(width)));
            text(width - 4, at - 4, "end", "span", across.label());
        }
    }

    // --- Small things ---

    private double across(double value) {
        return width * x.place(value);
    }

    private double down(double value) {
        return height * (1 - y.place(value));
    }

    private void line(double x1, double y1, double x2, double y2, String look) {
        svg.append("<path class=\"%s\" d=\"M%s %sL%s %s\"/>"
                .formatted(look, number(x1), number(y1), number(x2), number(y2)));
    }

    private void text(double atX, double atY, String anchor, String look, String text) {
        if (!text.isEmpty()) {
            svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                    .formatted(look, number(atX), number(atY), anchor, escaped(text)));
        }
    }

    /** About how wide a small text is: Chinese characters are twice as wide as letters. */
    private static double textWidth(String text) {
        return 6.5 * text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }

    private static String colour(int number) {
        if (number >= Plot.LIGHTEST && number <= Plot.DARKEST) {
            double dark = (number - Plot.LIGHTEST) / (double) (Plot.DARKEST - Plot.LIGHTEST);
            return "#%02x%02x%02x"
                    .formatted(
                            Math.round(247 + dark * (8 - 247)),
                            Math.round(251 + dark * (48 - 251)),
                            Math.round(255 + dark * (107 - 255)));
        }
        return PALETTE.get(Math.floorMod(number, PALETTE.size()));
    }

    /** A coordinate to a tenth of a pixel. */
    private static String number(double value) {
        double bounded = Math.clamp(value, -1e6, 1e6);
        String text = String.format(Locale.ROOT, "%.1f", bounded);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String mark(double value, Scale scale) {
        double size = Math.abs(value);
        if (value != 0 && (size >= (scale == Scale.LOG ? 1e4 : 1e7) || size < 1e-3)) {
            int exponent = (int) Math.floor(Math.log10(size) + 1e-9);
            String mantissa = plain(value / Math.pow(10, exponent));
            return (mantissa.equals("1") ? "" : mantissa + "·") + "10" + superscript(exponent);
        }
        return scale == Scale.LOG && size >= 1 ? String.format(Locale.ROOT, "%.0f", value) : plain(value);
    }

    private static String plain(double value) {
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
