package org.opencgt.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Shell;
import org.opencgt.science.output.Json;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/** Every text exists in both languages, says the same things, and is used. */
class MessagesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final List<String> SHARED_OPTIONS =
            List.of("format", "out", "report", "lang", "input", "seed", "threads");
    private static final List<String> FURNITURE = List.of(
            "usage.synopsisHeading",
            "usage.optionListHeading",
            "usage.commandListHeading",
            "mixinStandardHelpOptions.help",
            "mixinStandardHelpOptions.version");

    @Test
    void bothLanguagesHaveTheSameKeys() throws Exception {
        for (Class<?> room : rooms()) {
            assertThat(keys(room, Language.CHINESE)).as(room.getPackageName()).isEqualTo(keys(room, Language.ENGLISH));
        }
    }

    @Test
    void bothLanguagesNameTheSameParameters() throws Exception {
        for (Class<?> room : rooms()) {
            ResourceBundle english = Messages.of(room, Language.ENGLISH);
            ResourceBundle chinese = Messages.of(room, Language.CHINESE);
            for (String key : english.keySet()) {
                assertThat(parameters(chinese.getString(key))).as(key).isEqualTo(parameters(english.getString(key)));
            }
        }
    }

    @Test
    void everyKeyIsUsedAndEveryUseHasItsKey() throws Exception {
        Map<String, Set<String>> used = new TreeMap<>();
        for (Class<?> type : classes()) {
            if (type.isEnum() && TextKey.class.isAssignableFrom(type)) {
                Arrays.stream(type.getEnumConstants()).forEach(key -> use(used, type, ((TextKey) key).key()));
            }
            if (type.isRecord() && Result.class.isAssignableFrom(type)) {
                properties(type).forEach(property -> use(used, type, type.getSimpleName() + "." + property));
            }
        }
        helpKeys(Shell.build(new ScienceCommand(), Language.ENGLISH), used);
        SHARED_OPTIONS.forEach(option -> use(used, Shell.class, option));
        FURNITURE.forEach(key -> use(used, Shell.class, key));

        Map<String, Set<String>> existing = new TreeMap<>();
        for (Class<?> room : rooms()) {
            existing.put(room.getPackageName(), keys(room, Language.ENGLISH));
        }
        assertThat(existing).isEqualTo(used);
    }

    @Test
    void aTextIsFilledWithItsParameters() {
        Fault place = Fault.of(Check.ValueFault.NOT_POSITIVE)
                .with("quantity", Check.ValueFault.NEGATIVE)
                .with("value", 3.0);

        assertThat(place.text(Language.ENGLISH)).contains("greater than zero").contains("not 3.");
        assertThat(place.text(Language.CHINESE)).contains("必须大于零");
    }

    @Test
    void theLanguageFollowsTheLocale() {
        assertThat(Language.of("zh_CN.UTF-8")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("zh-CN")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("de_DE.UTF-8")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("C")).isEqualTo(Language.ENGLISH);
    }

    private static void helpKeys(CommandLine command, Map<String, Set<String>> used) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName(".");
        Class<?> room = spec.userObject().getClass();
        use(used, room, name + ".usage.description");
        spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(MessagesTest::plainName)
                .filter(option -> !SHARED_OPTIONS.contains(option))
                .forEach(option -> use(used, room, helpKey(room, name, option)));
        command.getSubcommands().values().forEach(child -> helpKeys(child, used));
    }

    /** An option that means the same in several verbs of an area has one text for all, under its plain name. */
    private static String helpKey(Class<?> room, String command, String option) {
        String ofCommand = command + "." + option;
        ResourceBundle bundle = Messages.of(room, Language.ENGLISH);
        return bundle.containsKey(option) && !bundle.containsKey(ofCommand) ? option : ofCommand;
    }

    private static String plainName(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static void use(Map<String, Set<String>> used, Class<?> neighbour, String key) {
        used.computeIfAbsent(neighbour.getPackageName(), room -> new TreeSet<>())
                .add(key);
    }

    private static Set<String> properties(Class<?> record) {
        Set<String> names = new TreeSet<>();
        Json.mapper().acceptJsonFormatVisitor(record, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
                return new JsonObjectFormatVisitor.Base(getContext()) {
                    @Override
                    public void property(BeanProperty property) {
                        names.add(property.getName());
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        names.add(property.getName());
                    }
                };
            }
        });
        return names;
    }

    private static Set<String> keys(Class<?> room, Language language) {
        return new TreeSet<>(Messages.of(room, language).keySet());
    }

    private static List<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** One class of each package that has messages. */
    private static List<Class<?>> rooms() throws IOException, URISyntaxException, ClassNotFoundException {
        Map<String, Class<?>> rooms = new TreeMap<>();
        for (Class<?> type : classes()) {
            if (type.getResource("messages_en.properties") != null) {
                rooms.put(type.getPackageName(), type);
            }
        }
        assertThat(rooms).isNotEmpty();
        return List.copyOf(rooms.values());
    }

    private static List<Class<?>> classes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(Language.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> names;
        try (Stream<Path> files = Files.walk(root)) {
            names = files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            classes.add(Class.forName(name, false, Language.class.getClassLoader()));
        }
        return classes;
    }
}
