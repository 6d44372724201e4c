package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Meaning;
import org.opencgt.act.Role;
import org.opencgt.act.Shape;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.language.Texts;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.web.explorer.DecisionGrid;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.Judgement;
import org.opencgt.web.view.Tone;
import org.opencgt.web.view.Words;

/** Whatever a page can show has a text in both languages. */
class TextsTest {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final Texts TEXTS = new Texts();

    /** Calls whose argument is a whole key. */
    private static final Pattern KEY = Pattern.compile(
            "(?:page\\.t|words\\(\\)\\.of|words\\.of|texts\\.of\\(locale,\\s*)\\(?\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"");

    @Test
    void actsAndTheirFieldsHaveTexts() {
        Set<String> missing = new TreeSet<>();
        for (ActDeclaration declaration : VOCABULARY.acts()) {
            require(missing, "act." + declaration.name());
            require(missing, "act." + declaration.name() + ".about");
            fields(missing, declaration.shape(), List.of(), path -> Words.fieldKeys(declaration.name(), path));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void statesAndTheirComponentsHaveTexts() {
        Set<String> missing = new TreeSet<>();
        for (SubjectDeclaration declaration : VOCABULARY.subjects()) {
            require(missing, "kind." + declaration.kind());
            fields(missing, declaration.shape(), List.of(), path -> Words.stateKeys(declaration.kind(), path));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void templatesAndPagesUseKeysThatExist() throws IOException {
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path file : sources()) {
            Matcher matcher = KEY.matcher(Files.readString(file));
            while (matcher.find()) {
                found++;
                require(missing, matcher.group(1));
            }
        }
        assertThat(found).isGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    @Test
    void keysMadeFromDataExist() {
        Set<String> missing = new TreeSet<>();
        for (Role role : Role.values()) {
            require(missing, "choice.Role." + word(role));
        }
        for (Meaning meaning : Meaning.values()) {
            require(missing, "choice.Meaning." + word(meaning));
        }
        for (Tone tone : Tone.values()) {
            require(missing, "tone." + (tone == Tone.NONE ? "ahead" : word(tone)));
        }
        for (Judgement.Outcome outcome : Judgement.Outcome.values()) {
            require(missing, "verdict." + word(outcome));
        }
        for (Acting.Readiness readiness : Acting.Readiness.values()) {
            require(missing, "readiness." + word(readiness));
        }
        for (GuidelineReading.Status status : GuidelineReading.Status.values()) {
            require(missing, "status." + word(status));
        }
        for (Decision decision : Decision.values()) {
            require(missing, "analysis.letter." + decision);
        }
        for (DecisionGrid.Across across : DecisionGrid.Across.values()) {
            require(missing, across.key());
        }
        GuidelineChangePages.keys().forEach(key -> require(missing, key));
        for (WorkArea area : WorkArea.values()) {
            require(missing, area.key());
        }
        Stream.of(
                        "strength.shall,strength.should,strength.may,result.fails,result.should,result.unknown",
                        "mechanism.gate,mechanism.obligation,mechanism.evidence,mechanism.analysis,mechanism.profile",
                        "mechanism.none,decided.data,decided.document,decided.judgement,span.days,span.hours",
                        "span.minutes,span.seconds,span.unit.s,span.unit.min,span.unit.h,span.unit.d",
                        "guidelines.pack,guidelines.capability,guidelines.strength,guidelines.mechanism",
                        "error.403.title,error.403.text,error.404.title,error.404.text,error.422.title",
                        "error.422.text,error.413.title,error.413.text,error.500.title,error.500.text,error.503.title,error.503.text,life.donor,life.collection,life.manufacture",
                        "life.release,life.shipment,life.receipt,life.thaw,life.infusion,life.follow-up",
                        "bedside.limit.usableAfterThaw,bedside.limit.usableAfterMixing,bedside.scan.unit",
                        "bedside.scan.recipient,bedside.scan.order,bedside.match.bed,bedside.match.name",
                        "bedside.match.drug,bedside.match.dose,bedside.match.time,bedside.match.concentration",
                        "bedside.match.usage,bedside.match.identity,distance.ago,distance.in,analysis.letter.NA,ledger-table.shipment-temperatures",
                        "analysis.phase.distribution,analysis.phase.expansion,analysis.phase.contraction,analysis.phase.persistence")
                .flatMap(keys -> Stream.of(keys.split(",")))
                .forEach(key -> require(missing, key));
        assertThat(missing).isEmpty();
    }

    @Test
    void faultsThatTheCodeRaisesHaveTexts() throws IOException {
        Pattern raised = Pattern.compile(
                "(?:Fault\\.at\\([^,;]*,\\s*|(?<![a-zA-Z.])fault\\((?:path|at|join\\(path, name\\)|path \\+ \"\\[\" \\+ i \\+ \"]\"),\\s*|time\\(json, path, )\"([a-z-]+)\"");
        Set<String> missing = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = raised.matcher(Files.readString(file));
                while (matcher.find()) {
                    found++;
                    require(missing, "fault." + matcher.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(TEXTS.keys(Texts.CHINESE)).containsExactlyInAnyOrderElementsOf(TEXTS.keys(Texts.ENGLISH));
    }

    /** MessageFormat takes an apostrophe for a quote: it would swallow what follows. */
    @Test
    void noTextHoldsAStraightApostrophe() {
        for (Locale locale : Texts.LANGUAGES) {
            for (String key : TEXTS.keys(locale)) {
                assertThat(TEXTS.find(locale, key).orElseThrow()).as(key).doesNotContain("'");
            }
        }
    }

    private interface Keys {
        List<String> of(List<String> path);
    }

    private static void fields(Set<String> missing, Shape.Structure shape, List<String> path, Keys keys) {
        for (Field field : shape.fields()) {
            List<String> here = new ArrayList<>(path);
            here.add(field.name());
            List<String> candidates = keys.of(here);
            for (Locale locale : Texts.LANGUAGES) {
                if (candidates.stream().noneMatch(k -> TEXTS.find(locale, k).isPresent())) {
                    missing.add(locale + " " + candidates.getFirst());
                }
            }
            inner(missing, field.shape(), here, keys);
        }
    }

    private static void inner(Set<String> missing, Shape shape, List<String> path, Keys keys) {
        switch (shape) {
            case Shape.Structure structure -> fields(missing, structure, path, keys);
            case Shape.Listing(Shape element) -> inner(missing, element, path, keys);
            case Shape.Mapping(Shape element) -> inner(missing, element, path, keys);
            case Shape.Choice choice ->
                choice.options().forEach(word -> require(missing, Words.choiceKey(choice.type(), word)));
            default -> {}
        }
    }

    private static void require(Set<String> missing, String key) {
        for (Locale locale : Texts.LANGUAGES) {
            if (TEXTS.find(locale, key).isEmpty()) {
                missing.add(locale + " " + key);
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : List.of("src/main/jte", "src/main/java/org/opencgt/web")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }
}
