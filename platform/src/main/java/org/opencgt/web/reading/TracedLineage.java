package org.opencgt.web.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencgt.act.Ref;
import org.opencgt.lineage.Genealogy;
import org.opencgt.lineage.Lineage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The genealogy, cut to what can be drawn. */
@Component
final class TracedLineage implements LineageReading {

    private final Lineage lineage;
    private final JdbcClient jdbc;

    TracedLineage(Lineage lineage, JdbcClient jdbc) {
        this.lineage = lineage;
        this.jdbc = jdbc;
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
        Set<String> drawn = new HashSet<>(nodes);
        List<Genealogy.Line> lines = genealogy.edges().stream()
                .filter(l -> drawn.contains(l.parent().toString())
                        && drawn.contains(l.child().toString()))
                .toList();
        Map<Long, String> ids = ids(lines);
        return new Graph(
                nodes,
                lines.stream()
                        .map(l -> new Edge(
                                l.parent().toString(),
                                l.child().toString(),
                                l.act(),
                                ids.getOrDefault(l.position(), "")))
                        .toList(),
                genealogy.nodes().size() > limit || !genealogy.complete());
    }

    @Override
    public Near near(Ref<?> subject, int limit) {
        return new Near(
                refs("select distinct parent from lineage where child = ? limit ?", subject, limit),
                refs("select distinct child from lineage where parent = ? limit ?", subject, limit));
    }

    private List<String> refs(String sql, Ref<?> subject, int limit) {
        return jdbc.sql(sql)
                .params(subject.toString(), limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> family(Ref<?> subject, int limit) {
        return lineage.trace(subject, Lineage.Direction.BOTH, Lineage.ANY_DEPTH).nodes().stream()
                .limit(limit)
                .map(Ref::toString)
                .toList();
    }

    @Override
    public Recall recall(Ref<?> subject) {
        var recall = lineage.recall(subject);
        return new Recall(
                recall.doses().stream()
                        .map(d -> new Dose(
                                d.unit().toString(),
                                d.recipients().stream().map(Ref::toString).toList()))
                        .toList(),
                recall.recipients().stream().map(Ref::toString).toList(),
                recall.complete());
    }

    private Map<Long, String> ids(List<Genealogy.Line> lines) {
        Map<Long, String> ids = new HashMap<>();
        Long[] positions =
                lines.stream().map(Genealogy.Line::position).distinct().toArray(Long[]::new);
        jdbc.sql("select position, id from entry where position = any (?)")
                .param(positions)
                .query(row -> {
                    ids.put(row.getLong(1), row.getString(2));
                });
        return ids;
    }
}
