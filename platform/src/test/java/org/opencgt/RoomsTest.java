package org.opencgt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rooms stand as docs/architecture.md draws them. */
class RoomsTest {

    private static final String ROOT = RoomsTest.class.getPackageName();

    private static Map<String, Integer> floors;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        floors = floors(Files.readString(Path.of("..", "docs", "architecture.md")));
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void theTableNamesEveryRoomAndNoOther() {
        Set<String> built = classes.stream().map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));
        built.remove("");
        built.remove("science"); // a module of its own
        assertThat(floors.keySet()).containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void aRoomKnowsOnlyRoomsBelow() {
        List<String> upward = classes.stream()
                .filter(c -> floors.containsKey(room(c)))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> isUpward(
                        room(d.getOriginClass()), room(d.getTargetClass().getBaseComponentType())))
                .map(d -> d.getDescription())
                .toList();
        assertThat(upward).isEmpty();
    }

    @Test
    void onlyTheCommandLineAndTheRoomThatRunsThemKnowTheNumericLibrarysCommands() {
        assertThat(classes.stream()
                        .filter(c -> !Set.of("cli", "analysis", "science").contains(room(c)))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .map(d -> d.getTargetClass().getPackageName())
                        .filter(p -> p.matches("org\\.opencgt\\.science\\.(.*\\.)?(cli|command)(\\..*)?")))
                .isEmpty();
    }

    private static boolean isUpward(String from, String to) {
        if (from.equals(to) || to.equals("science")) {
            return false;
        }
        Integer origin = floors.get(from);
        Integer target = floors.get(to);
        // what lies outside the rooms is a library, or the application itself, which the command line starts
        return target == null ? to.isEmpty() && !from.equals("cli") : origin != null && target >= origin;
    }

    /** The package right below the root; empty for the root itself; "-" for what is not ours. */
    private static String room(JavaClass c) {
        String name = c.getPackageName();
        if (!name.equals(ROOT) && !name.startsWith(ROOT + ".")) {
            return "-";
        }
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    /** From a room to its floor, counted from the ground. */
    private static Map<String, Integer> floors(String document) {
        int start = document.indexOf("```\n", document.indexOf("Rooms of `platform`")) + 4;
        List<String> lines = document.substring(start, document.indexOf("```", start))
                .replace("\\\n", "")
                .lines()
                .toList();
        Map<String, Integer> floors = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String room : lines.get(i).split(" {3,}")[0].strip().split(" +")) {
                assertThat(floors.put(room, lines.size() - i))
                        .as("named once: " + room)
                        .isNull();
            }
        }
        return floors;
    }
}
