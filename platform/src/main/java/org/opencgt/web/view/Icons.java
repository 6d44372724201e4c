package org.opencgt.web.view;

import java.util.Map;

/** Outlines of the icons, on a grid of 24. */
public final class Icons {

    private static final String CIRCLE = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z";

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("check", CIRCLE + "M8 12.2l2.8 2.8 5.2-5.4"),
            Map.entry("play", CIRCLE + "M10.5 8.5l3.5 3.5-3.5 3.5"),
            Map.entry("alert", "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.2"),
            Map.entry("stop", "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM8.5 12h7"),
            Map.entry("dot", "M12 12m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"),
            Map.entry("question", CIRCLE + "M9.6 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7M12 16.5v.2"),
            Map.entry("search", "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20"),
            Map.entry("home", "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z"),
            Map.entry("donors", "M12 3c3.5 4.5 6 7.3 6 11a6 6 0 0 1-12 0c0-3.7 2.5-6.5 6-11z"),
            Map.entry(
                    "materials",
                    "M9.5 3h5M10.5 3v6L5 19a1.5 1.5 0 0 0 1.3 2h11.4A1.5 1.5 0 0 0 19 19l-5.5-10V3M7.5 15h9"),
            Map.entry(
                    "cell-banks",
                    "M4 7c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 7v5c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12v5c0 1.7 3.6 3 8 3s8-1.3 8-3v-5"),
            Map.entry("batches", "M7 4h10l1.5 4v11a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V8zM10 4v4M14 4v4M8.5 13h7"),
            Map.entry("release", "M12 3l8 3v6c0 4.5-3.2 7.8-8 9-4.8-1.2-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5"),
            Map.entry("stability", CIRCLE + "M12 7v5l3.5 2"),
            Map.entry(
                    "shipments",
                    "M3 6h11v10H9M5 16H3V6M14 10h4l3 3v3h-2M15 16h-1M7 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M17 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
            Map.entry("clinic", "M9 4h6v5h5v6h-5v5H9v-5H4V9h5z"),
            Map.entry("safety", "M3 12h4.5l2-6 4 12 2-6H21"),
            Map.entry("studies", "M8 5H6v16h12V5h-2M9 3h6v4H9zM9 12h6M9 16h4"),
            Map.entry("pharmacology", "M4 4v16h16M7 16c2-9 4-9 6-4s3 3 6 1"),
            Map.entry(
                    "organisation",
                    "M5 21V5l7-2v18M12 9l7 2v10M3 21h18M8.5 8v.1M8.5 12v.1M8.5 16v.1M15.5 14v.1M15.5 17.5v.1"),
            Map.entry("guidelines", "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11"),
            Map.entry("ledger", "M4 4h7v7H4zM13 13h7v7h-7zM11 7.5h5.5V13"),
            Map.entry("user", "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-3.5 3.8-5 7.5-5s6.7 1.5 7.5 5"),
            Map.entry("menu", "M4 7h16M4 12h16M4 17h16"),
            Map.entry("theme", CIRCLE + "M12 3v18M12 7.5l6.5 0M12 12h9M12 16.5h6.5"),
            Map.entry("out", "M14 4h5v16h-5M4 12h11M11.5 8l4 4-4 4"),
            Map.entry("plus", "M12 5v14M5 12h14"),
            Map.entry("cross", "M6 6l12 12M18 6L6 18"),
            Map.entry("pen", "M4 20l1-4L16.5 4.5l3 3L8 19z"),
            Map.entry("lock", "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
            Map.entry("download", "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16"),
            Map.entry("lineage", "M5 5h4v4H5zM15 10h4v4h-4zM5 15h4v4H5zM9 7h3v10H9M12 12h3"),
            Map.entry("scan", "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8v8M12 8v8M16 8v8"),
            Map.entry("print", "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"),
            Map.entry(
                    "seal",
                    "M12 3l2.4 1.8 3-.1.8 2.9 2.4 1.8-1 2.8 1 2.8-2.4 1.8-.8 2.9-3-.1L12 21l-2.4-1.8-3 .1-.8-2.9-2.4-1.8 1-2.8-1-2.8 2.4-1.8.8-2.9 3 .1zM8.5 12l2.5 2.5 4.5-5"),
            Map.entry("right", "M9.5 6l6 6-6 6"),
            Map.entry("left", "M14.5 6l-6 6 6 6"),
            Map.entry("up", "M12 20V5M6.5 10.5L12 5l5.5 5.5"),
            Map.entry("down", "M12 4v15M6.5 13.5L12 19l5.5-5.5"),
            Map.entry("chart", "M4 4v16h16M7 15l4-5 3 3 5-7"),
            Map.entry("document", "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"));

    private Icons() {}

    public static String path(String name) {
        String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return path;
    }
}
