package org.opencgt.lineage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the genealogy around a subject.
 *
 * @param root whose genealogy it is
 * @param nodes the root and every subject reached, the nearest first
 * @param edges between them, in the order of the ledger
 * @param complete false where the depth or the number of subjects was limited and more would follow
 */
public record Genealogy(
        Ref<? extends Subject> root, Set<Ref<? extends Subject>> nodes, List<Line> edges, boolean complete) {

    /**
     * @param position of the entry
     * @param act its type
     */
    public record Line(Ref<? extends Subject> parent, Ref<? extends Subject> child, long position, String act) {}

    public Genealogy {
        nodes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        edges = List.copyOf(edges);
    }

    /** The subjects of a kind in it, the nearest first. */
    public List<Ref<? extends Subject>> ofKind(String kind) {
        return nodes.stream().filter(ref -> ref.kind().equals(kind)).toList();
    }

    /** {@code {root, nodes: [{ref, kind}], edges: [{parent, child, position, act}], complete}}. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("root", root.toString());
        ArrayNode refs = json.putArray("nodes");
        nodes.forEach(node -> refs.addObject().put("ref", node.toString()).put("kind", node.kind()));
        ArrayNode lines = json.putArray("edges");
        edges.forEach(line -> lines.addObject()
                .put("parent", line.parent().toString())
                .put("child", line.child().toString())
                .put("position", line.position())
                .put("act", line.act()));
        json.put("complete", complete);
        return json;
    }

    /** For Graphviz, parents above children. */
    public String dot() {
        StringBuilder dot = new StringBuilder("digraph lineage {\n  rankdir=TB;\n  node [shape=box];\n");
        for (Ref<? extends Subject> node : nodes) {
            dot.append("  \"").append(node).append('"');
            dot.append(node.equals(root) ? " [style=bold];\n" : ";\n");
        }
        for (Line line : edges) {
            dot.append("  \"").append(line.parent()).append("\" -> \"").append(line.child());
            dot.append("\" [label=\"").append(line.act()).append("\"];\n");
        }
        return dot.append("}\n").toString();
    }

    /**
     * As trees of text: above the root what it came from, below it what came from it. A subject that was written out before is
     * marked with {@code …}.
     */
    public String text() {
        Map<Ref<? extends Subject>, Set<Ref<? extends Subject>>> up = new TreeMap<>();
        Map<Ref<? extends Subject>, Set<Ref<? extends Subject>>> down = new TreeMap<>();
        for (Line line : edges) {
            up.computeIfAbsent(line.child(), ref -> new TreeSet<>()).add(line.parent());
            down.computeIfAbsent(line.parent(), ref -> new TreeSet<>()).add(line.child());
        }
        StringBuilder text = new StringBuilder(root.toString()).append('\n');
        branch(text, "← ", root, up, "", new HashSet<>(Set.of(root)));
        branch(text, "→ ", root, down, "", new HashSet<>(Set.of(root)));
        return text.append(complete ? "" : "… more follows\n").toString();
    }

    private static void branch(
            StringBuilder text,
            String arrow,
            Ref<? extends Subject> from,
            Map<Ref<? extends Subject>, Set<Ref<? extends Subject>>> next,
            String indent,
            Set<Ref<? extends Subject>> written) {
        for (Ref<? extends Subject> ref : next.getOrDefault(from, Set.of())) {
            boolean first = written.add(ref);
            boolean goesOn = next.containsKey(ref);
            text.append(indent).append("  ").append(arrow).append(ref).append(first || !goesOn ? "\n" : " …\n");
            if (first) {
                branch(text, arrow, ref, next, indent + "  ", written);
            }
        }
    }

    /** How many subjects of each kind are in it, by kind. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        nodes.forEach(node -> counts.merge(node.kind(), 1, Integer::sum));
        return counts;
    }
}
