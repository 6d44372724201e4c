package org.opencgt.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value in a pack file that knows its line, and the notebook of what is wrong with the file. */
final class PackNode {

    /** Where problems are noted. */
    interface Problems {
        void add(int line, String message);
    }

    private final Node node;
    private final Problems problems;

    PackNode(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** From 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The line on which a text's own first line stands; that of a block scalar is below its indicator. */
    int textLine() {
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.LITERAL
                        || scalar.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.FOLDED);
        return line() + (block ? 1 : 0);
    }

    void problem(String message) {
        problems.add(line(), message);
    }

    /** The members of a mapping; a problem where it is none or has a key twice. */
    Map<String, PackNode> members() {
        Map<String, PackNode> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem("expected a mapping");
            return members;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            PackNode key = new PackNode(tuple.getKeyNode(), problems);
            if (members.put(key.text(), new PackNode(tuple.getValueNode(), problems)) != null) {
                key.problem(key.text() + " stands twice");
            }
        }
        return members;
    }

    /** The text of a member, empty where there is none; for naming problems, before the members are checked. */
    String member(String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)
                        && tuple.getValueNode() instanceof ScalarNode value) {
                    return value.getValue();
                }
            }
        }
        return "";
    }

    /** The members of a mapping that has no other keys than these. */
    Map<String, PackNode> members(Set<String> allowed) {
        Map<String, PackNode> members = members();
        for (Map.Entry<String, PackNode> member : members.entrySet()) {
            if (!allowed.contains(member.getKey())) {
                member.getValue().problem("unknown key " + member.getKey() + "; expected one of " + allowed);
            }
        }
        return members;
    }

    /** The elements of a sequence; a scalar counts as a sequence of one. */
    List<PackNode> elements() {
        List<PackNode> elements = new ArrayList<>();
        switch (node) {
            case SequenceNode sequence ->
                sequence.getValue().forEach(element -> elements.add(new PackNode(element, problems)));
            case ScalarNode scalar -> elements.add(this);
            default -> problem("expected a list");
        }
        return elements;
    }

    List<String> texts() {
        return elements().stream().map(PackNode::text).toList();
    }

    /** The text of a scalar, as written, whatever YAML makes of it. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem("expected a text");
        return "";
    }

    /** The value as JSON; what YAML takes for a time stays text. */
    JsonNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = json.objectNode();
                members().forEach((key, value) -> object.set(key, value.json()));
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = json.arrayNode();
                elements().forEach(element -> array.add(element.json()));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar, json);
            default -> {
                problem("expected a value");
                yield json.nullNode();
            }
        };
    }

    private JsonNode scalar(ScalarNode scalar, JsonNodeFactory json) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return json.numberNode(Long.parseLong(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return json.numberNode(new java.math.BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            problem("not a plain number: " + text);
        }
        if (tag.equals(Tag.BOOL)) {
            if (!text.equals("true") && !text.equals("false")) {
                problem("write true or false, or quote the text: " + text);
            }
            return json.booleanNode(text.equals("true"));
        }
        return tag.equals(Tag.NULL) ? json.nullNode() : json.stringNode(text);
    }

    /** The scalar's truth value; null where it is no such. */
    @Nullable
    Boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
