package org.opencgt.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the fields of a form, by name of the parameter. Names that begin with {@code _} are not of the act. */
public final class FormValues {

    static final String ROWS = "~rows";
    static final String KEY = "~key";
    static final String UNIT = "~unit";

    /** More rows than this are not shown in a form; long series are imported. */
    static final int MOST_ROWS = 200;

    private final Map<String, List<String>> values;

    public FormValues(Map<String, List<String>> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public static FormValues of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, given) -> values.put(name, List.of(given)));
        return new FormValues(values);
    }

    public String one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public void set(String name, String value) {
        values.put(name, List.of(value));
    }

    /** How many rows the list at the path has. */
    int rows(String path) {
        String stated = one(path + ROWS);
        int rows = stated.matches("\\d{1,4}") ? Integer.parseInt(stated) : 0;
        Pattern row = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})\\].*");
        for (String name : values.keySet()) {
            Matcher matcher = row.matcher(name);
            if (matcher.matches()) {
                rows = Math.max(rows, Integer.parseInt(matcher.group(1)) + 1);
            }
        }
        return Math.min(rows, MOST_ROWS);
    }

    public void addRow(String path) {
        set(path + ROWS, Integer.toString(Math.min(rows(path) + 1, MOST_ROWS)));
    }

    /** Takes a row out; those after it move up. */
    public void removeRow(String path, int index) {
        int rows = rows(path);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        Pattern row = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})\\](.*)", Pattern.DOTALL);
        values.forEach((name, value) -> {
            Matcher matcher = row.matcher(name);
            if (!matcher.matches()) {
                kept.put(name, value);
                return;
            }
            int at = Integer.parseInt(matcher.group(1));
            if (at != index) {
                kept.put(path + "[" + (at > index ? at - 1 : at) + "]" + matcher.group(2), value);
            }
        });
        values.clear();
        values.putAll(kept);
        set(path + ROWS, Integer.toString(Math.max(rows - 1, 0)));
    }

    /** Whether nothing is filled in at the path or under it. */
    boolean blank(String path) {
        return values.entrySet().stream()
                .filter(e -> e.getKey().equals(path)
                        || e.getKey().startsWith(path + ".")
                        || e.getKey().startsWith(path + "[")
                        || e.getKey().equals(path + KEY))
                .filter(e -> !e.getKey().endsWith(ROWS) && !e.getKey().endsWith(UNIT))
                .allMatch(e -> e.getValue().stream().allMatch(String::isBlank));
    }

    /** All names and values to be carried along, without those of the signing. */
    public List<Map.Entry<String, String>> carried() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        values.forEach((name, given) -> {
            if (!name.startsWith("_")) {
                given.forEach(value -> all.add(Map.entry(name, value)));
            }
        });
        return all;
    }

    /** A copy without secrets and without what was pressed, fit to be kept while somebody signs in again. */
    public Map<String, List<String>> withoutSecrets() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(name -> name.startsWith("_password") || name.equals("_csrf") || name.equals("_do"));
        return kept;
    }
}
