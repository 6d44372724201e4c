package org.opencgt.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the genealogy. It is walked breadth first, one query a generation: every subject is visited once, however many ways
 * lead to it, which a recursive query cannot promise.
 */
@Component
public final class Lineage {

    /** More generations than any product has; a walk ends earlier, when nothing new is found. */
    public static final int ANY_DEPTH = 64;

    /** More subjects than this are counted by a recall, not drawn. */
    public static final int MOST_NODES = 200_000;

    private static final String EDGES_UP =
            "SELECT parent, child, position, act FROM lineage WHERE child = ANY (?) ORDER BY position, parent";
    private static final String EDGES_DOWN =
            "SELECT parent, child, position, act FROM lineage WHERE parent = ANY (?) ORDER BY position, child";

    private final JdbcClient database;

    public Lineage(JdbcClient database) {
        this.database = database;
    }

    /** Which way to go. */
    public enum Direction {
        /** To what the subject came from. */
        UP,
        /** To what came from it. */
        DOWN,
        /** Both, but not down again from what lies above. */
        BOTH
    }

    /**
     * @param depth most generations
     */
    public Genealogy trace(Ref<? extends Subject> root, Direction direction, int depth) {
        Set<Ref<? extends Subject>> nodes = new LinkedHashSet<>(List.of(root));
        Set<Genealogy.Line> edges = new LinkedHashSet<>();
        boolean complete = true;
        if (direction != Direction.DOWN) {
            complete = walk(root, EDGES_UP, depth, nodes, edges);
        }
        if (direction != Direction.UP) {
            complete &= walk(root, EDGES_DOWN, depth, nodes, edges);
        }
        List<Genealogy.Line> ordered = new ArrayList<>(edges);
        ordered.sort(Comparator.comparingLong(Genealogy.Line::position));
        return new Genealogy(root, nodes, ordered, complete);
    }

    /** Everything above the subject. */
    public Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref) {
        return relatives(ref, Direction.UP);
    }

    /** Everything below the subject. */
    public Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref) {
        return relatives(ref, Direction.DOWN);
    }

    private Set<Ref<? extends Subject>> relatives(Ref<? extends Subject> ref, Direction direction) {
        Set<Ref<? extends Subject>> nodes =
                new LinkedHashSet<>(trace(ref, direction, ANY_DEPTH).nodes());
        nodes.remove(ref);
        return nodes;
    }

    /** Every dose below the subject, with the recipient who got it, and every recipient reached. */
    public Recall recall(Ref<? extends Subject> ref) {
        Genealogy below = trace(ref, Direction.DOWN, ANY_DEPTH);
        Map<Ref<? extends Subject>, Set<Ref<? extends Subject>>> recipients = new TreeMap<>();
        below.ofKind(Recall.DOSE).forEach(dose -> recipients.put(dose, new LinkedHashSet<>()));
        for (Genealogy.Line line : below.edges()) {
            if (line.parent().kind().equals(Recall.DOSE) && line.child().kind().equals(Recall.RECIPIENT)) {
                recipients
                        .computeIfAbsent(line.parent(), dose -> new LinkedHashSet<>())
                        .add(line.child());
            }
        }
        List<Recall.Dose> doses = new ArrayList<>();
        recipients.forEach((dose, reached) -> doses.add(new Recall.Dose(dose, List.copyOf(reached))));
        return new Recall(ref, doses, below.ofKind(Recall.RECIPIENT), below.counts(), below.complete());
    }

    /** Walks generation by generation; returns whether nothing was left out. */
    private boolean walk(
            Ref<? extends Subject> root,
            String sql,
            int depth,
            Set<Ref<? extends Subject>> nodes,
            Set<Genealogy.Line> edges) {
        boolean up = sql.equals(EDGES_UP);
        Map<String, Ref<? extends Subject>> seen = new LinkedHashMap<>();
        seen.put(root.toString(), root);
        Set<String> generation = new HashSet<>(seen.keySet());
        for (int i = 0; i < depth; i++) {
            Set<String> next = new LinkedHashSet<>();
            for (Row row : edges(sql, generation)) {
                String reached = up ? row.parent() : row.child();
                if (!seen.containsKey(reached)) {
                    if (nodes.size() >= MOST_NODES) {
                        return false;
                    }
                    Ref<? extends Subject> ref = Ref.parse(reached);
                    seen.put(reached, ref);
                    nodes.add(ref);
                    next.add(reached);
                }
                edges.add(new Genealogy.Line(
                        known(seen, row.parent()), known(seen, row.child()), row.position(), row.act()));
            }
            if (next.isEmpty()) {
                return true;
            }
            generation = next;
        }
        return edges(sql, generation).isEmpty();
    }

    private static Ref<? extends Subject> known(Map<String, Ref<? extends Subject>> seen, String ref) {
        Ref<? extends Subject> known = seen.get(ref);
        return known == null ? Ref.parse(ref) : known;
    }

    private record Row(String parent, String child, long position, String act) {}

    private List<Row> edges(String sql, Collection<String> generation) {
        return database.sql(sql)
                .param(generation.toArray(String[]::new))
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                .list();
    }
}
