package org.opencgt.pipeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;

/** The references in an act. */
final class References {

    private References() {}

    /** Those that join the act to chains, by the path of the component. */
    static Map<String, Ref<? extends Subject>> concerned(ActDeclaration type, Act act) {
        return of(type, act, true, false);
    }

    /** Those of subjects that the act makes. */
    static Map<String, Ref<? extends Subject>> made(ActDeclaration type, Act act) {
        return of(type, act, false, true);
    }

    private static Map<String, Ref<? extends Subject>> of(
            ActDeclaration type, Act act, boolean existing, boolean made) {
        Map<String, Ref<? extends Subject>> found = new LinkedHashMap<>();
        for (Field field : type.references().toList()) {
            if (field.part() == Field.Part.MAKES ? made : existing) {
                List<Ref<? extends Subject>> refs = ActDeclaration.references(field, act);
                boolean list = field.shape() instanceof Shape.Listing;
                for (int i = 0; i < refs.size(); i++) {
                    found.put(list ? field.name() + "[" + i + "]" : field.name(), refs.get(i));
                }
            }
        }
        return found;
    }

    /** References among the act's data, also in nested records: subjects that it mentions without joining their chains. */
    static Map<String, Ref<? extends Subject>> mentioned(ActDeclaration type, Act act) {
        Map<String, Ref<? extends Subject>> found = new LinkedHashMap<>();
        for (Field field : type.shape().fields()) {
            Object value = field.of(act);
            if (field.part() == Field.Part.DATA && value != null) {
                collect(field.shape(), value, field.name(), found);
            }
        }
        return found;
    }

    /** All references in a record, in the order of its components, each once. */
    static Set<Ref<? extends Subject>> in(Shape.Structure shape, Record value) {
        Map<String, Ref<? extends Subject>> found = new LinkedHashMap<>();
        collect(shape, value, "", found);
        return new LinkedHashSet<>(found.values());
    }

    private static void collect(Shape shape, Object value, String path, Map<String, Ref<? extends Subject>> found) {
        switch (shape) {
            case Shape.Reference reference -> found.put(path, (Ref<?>) value);
            case Shape.Listing(Shape element) -> {
                List<?> list = (List<?>) value;
                for (int i = 0; i < list.size(); i++) {
                    collect(element, list.get(i), path + "[" + i + "]", found);
                }
            }
            case Shape.Mapping(Shape element) ->
                ((Map<?, ?>) value).forEach((key, item) -> collect(element, item, path + "." + key, found));
            case Shape.Structure structure -> {
                for (Field field : structure.fields()) {
                    Object component = field.of(value);
                    if (component != null) {
                        collect(field.shape(), component, path + "." + field.name(), found);
                    }
                }
            }
            default -> {
                // no references in the rest
            }
        }
    }
}
