package org.opencgt.web.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.lineage.Genealogy;
import org.opencgt.lineage.Lineage;
import org.springframework.stereotype.Component;

/** The genealogy, cut to what can be drawn. */
@Component
final class TracedLineage implements LineageReading {

    private final Lineage lineage;
    private final Ledger ledger;

    TracedLineage(Lineage lineage, Ledger ledger) {
        this.lineage = lineage;
        this.ledger = ledger;
    }

    @Override
    public Graph around(Ref<?> subject, Direction direction, int limit) {
        Lineage.Direction way = switch (direction) {
            case UP -> Lineage.Direction.UP;
            case DOWN -> Lineage.Direction.DOWN;
            case BOTH -> Lineage.Direction.BOTH;
        };
        Genealogy genealogy = lineage.trace(subject, way, Lineage.ANY_DEPTH);
        List<String> nodes =
                genealogy.nodes().stream().limit(limit).map(Ref::toString).toList();
        Map<Long, String> ids = new HashMap<>();
        List<Edge> edges = genealogy.edges().stream()
                .filter(l -> nodes.contains(l.parent().toString())
                        && nodes.contains(l.child().toString()))
                .map(l -> new Edge(
                        l.parent().toString(),
                        l.child().toString(),
                        l.act(),
                        ids.computeIfAbsent(l.position(), this::id)))
                .toList();
        return new Graph(nodes, edges, genealogy.nodes().size() > limit || !genealogy.complete());
    }

    private String id(long position) {
        return ledger.entry(position).map(Entry::id).orElseThrow();
    }
}
