package org.opencgt.web.reading;

import java.util.List;
import org.opencgt.act.Ref;

/** Who came from whom. */
public interface LineageReading {

    /** Which way to look. */
    enum Direction {
        UP,
        DOWN,
        BOTH
    }

    /** {@code child} was made from or received {@code parent}, by an act of this type. */
    record Edge(String parent, String child, String type, String entry) {}

    /**
     * A part of the genealogy.
     *
     * @param nodes all subjects in it, the asked one first
     * @param cut whether more relatives exist than were asked for
     */
    record Graph(List<String> nodes, List<Edge> edges, boolean cut) {

        public Graph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    Graph around(Ref<?> subject, Direction direction, int limit);

    /**
     * Those next to it.
     *
     * @param parents what it was made from or received
     * @param children what was made from it or received it
     */
    record Near(List<String> parents, List<String> children) {

        public Near {
            parents = List.copyOf(parents);
            children = List.copyOf(children);
        }
    }

    Near near(Ref<?> subject, int limit);

    /** All relatives, the nearest first, the subject itself among them. */
    List<String> family(Ref<?> subject, int limit);

    /** A dose below a subject and who received it. */
    record Dose(String unit, List<String> recipients) {

        public Dose {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * What must be found again when the subject turns out bad.
     *
     * @param complete false where there are more than were counted
     */
    record Recall(List<Dose> doses, List<String> recipients, boolean complete) {

        public Recall {
            doses = List.copyOf(doses);
            recipients = List.copyOf(recipients);
        }
    }

    Recall recall(Ref<?> subject);
}
