package org.opencgt.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plays a scenario step by step. */
public final class ScenarioRun {

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)}");

    private final Stage stage;
    private final Map<String, String> named;
    private int steps;

    public ScenarioRun(Stage stage) {
        this(stage, new HashMap<>(), 0);
    }

    private ScenarioRun(Stage stage, Map<String, String> named, int steps) {
        this.stage = stage;
        this.named = named;
        this.steps = steps;
    }

    /** A step and what became of it; {@code asExpected} tells whether result and clauses are those of the scenario. */
    public record Told(int number, Scenario.Step step, Stage.Played played, boolean asExpected) {

        /** Whether what follows rests on a step that was to be accepted and was not. */
        boolean ends() {
            return !asExpected && played.result() != Scenario.Result.ACCEPTED;
        }
    }

    /** The run: complete if no step that was to be accepted failed. */
    public record Result(List<Told> told, boolean asExpected) {

        public Result {
            told = List.copyOf(told);
        }

        static Result of(List<Told> told) {
            return new Result(told, told.stream().allMatch(Told::asExpected));
        }
    }

    /**
     * Plays all steps; stops at the first that was to be accepted and was not, since what follows rests on it.
     *
     * @param listener hears of each step
     */
    public Result play(Scenario scenario, Consumer<Told> listener) {
        List<Told> all = new ArrayList<>();
        for (Scenario.Step step : scenario.steps()) {
            Told told = play(step);
            all.add(told);
            listener.accept(told);
            if (told.ends()) {
                break;
            }
        }
        return Result.of(all);
    }

    Told play(Scenario.Step step) {
        Stage.Played played = stage.play(step, withNames(step.given(), step));
        if (played.result() == Scenario.Result.ACCEPTED) {
            remember(step, played);
        }
        return new Told(++steps, step, played, matches(step.expect(), played));
    }

    /** Another run that goes on from here, without knowing of this one any more. */
    ScenarioRun fork() {
        return new ScenarioRun(stage.fork(), new HashMap<>(named), steps);
    }

    /** What a step of the scenario named. */
    public Map<String, String> named() {
        return Map.copyOf(named);
    }

    private static boolean matches(Scenario.Expectation expected, Stage.Played played) {
        Set<String> violated = new HashSet<>(played.violated());
        return expected.result() == played.result() && violated.containsAll(expected.clauses());
    }

    private void remember(Scenario.Step step, Stage.Played played) {
        if (step.as().size() > played.made().size()) {
            throw new Scenario.Broken(
                    step.where(), "names " + step.as() + ", but the act made only " + played.made(), null);
        }
        for (int i = 0; i < step.as().size(); i++) {
            named.put(step.as().get(i), played.made().get(i));
        }
    }

    private JsonNode withNames(JsonNode json, Scenario.Step step) {
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(e -> object.set(e.getKey(), withNames(e.getValue(), step)));
            return object;
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(withNames(item, step)));
            return array;
        }
        return json.isString() ? JsonNodeFactory.instance.stringNode(withNames(json.stringValue(), step)) : json;
    }

    private String withNames(String text, Scenario.Step step) {
        Matcher matcher = NAME.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String ref = named.get(matcher.group(1));
            if (ref == null) {
                throw new Scenario.Broken(step.where(), "no earlier step made ${" + matcher.group(1) + "}", null);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(ref));
        }
        return matcher.appendTail(out).toString();
    }
}
