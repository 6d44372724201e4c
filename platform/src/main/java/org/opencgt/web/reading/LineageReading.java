package org.opencgt.web.reading;

import java.util.List;
import org.opencgt.act.Ref;

/** Where cells and materials came from and went to. */
public interface LineageReading {

    /** Which way to look. */
    enum Direction {
        UP,
        DOWN,
        BOTH
    }

    /** {@code parent} went into {@code child} by the act {@code type}, recorded as {@code entry}. */
    record Edge(String parent, String child, String type, String entry) {}

    /** Nodes are references; {@code cut} where there are more than the limit. */
    record Graph(List<String> nodes, List<Edge> edges, boolean cut) {

        public Graph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    Graph around(Ref<?> subject, Direction direction, int limit);
}
