package org.opencgt.lineage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.ledger.Fact;

/**
 * The edges that an act adds to the genealogy: from everything that it uses to everything that it makes or that receives.
 *
 * @param act its type
 */
public record Edges(String act, List<Edge> edges) implements Fact {

    /**
     * @param parent what was used
     * @param child what was made of it or received it
     */
    public record Edge(Ref<? extends Subject> parent, Ref<? extends Subject> child) {}

    public Edges {
        edges = List.copyOf(edges);
    }

    /** The edges of the act; none where it uses nothing or makes nothing. */
    public static Edges of(ActDeclaration declaration, Act act) {
        Set<Ref<? extends Subject>> used = new LinkedHashSet<>();
        Set<Ref<? extends Subject>> receiving = new LinkedHashSet<>();
        declaration.references().forEach(field -> {
            List<Ref<? extends Subject>> refs = ActDeclaration.references(field, act);
            if (field.part() == Field.Part.USES) {
                used.addAll(refs);
            } else if (field.part() == Field.Part.MAKES || field.part() == Field.Part.INTO) {
                receiving.addAll(refs);
            }
        });
        List<Edge> edges = new ArrayList<>();
        for (Ref<? extends Subject> parent : used) {
            for (Ref<? extends Subject> child : receiving) {
                if (!parent.equals(child)) {
                    edges.add(new Edge(parent, child));
                }
            }
        }
        return new Edges(declaration.name(), edges);
    }
}
