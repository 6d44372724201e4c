package org.opencgt.guideline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;

/** Writes {@code docs/guidelines.md}: for each guideline and capability, how many clauses there are and how they are served. */
public final class Coverage {

    private static final Path DOCUMENT = Path.of("docs", "guidelines.md");

    private final Guidelines guidelines;

    Coverage(Guidelines guidelines) {
        this.guidelines = guidelines;
    }

    /** Run in the folder of the repository. */
    public static void main(String[] arguments) throws IOException {
        Guidelines guidelines = PackLoader.load(new Language(new Vocabulary()), List.of(Path.of("packs")));
        Files.writeString(DOCUMENT, new Coverage(guidelines).markdown());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                # Guidelines and how they are served

                Generated from `packs/` by `org.opencgt.guideline.Coverage`; a test keeps it true. A clause counts under the mechanism
                of its first rule; *none* is not served yet. What each mechanism does: [architecture](architecture.md), how a rule is
                written: [guideline packs](guideline-packs.md).

                """);
        List<Pack> packs = guidelines.newest().stream().filter(Pack::guideline).toList();
        text.append("| guideline | clauses | served | rules | examples |\n|---|---:|---:|---:|---:|\n");
        for (Pack pack : packs) {
            row(
                    text,
                    "**" + pack.id() + "** " + pack.document().en() + " · "
                            + pack.document().zh(),
                    pack.clauses());
        }
        row(text, "all", packs.stream().flatMap(pack -> pack.clauses().stream()).toList());
        for (Pack pack : packs) {
            capabilities(text, pack);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, List<Clause> clauses) {
        long served = clauses.stream()
                .filter(clause -> clause.mechanism() != Mechanism.NONE)
                .count();
        int rules = clauses.stream().mapToInt(clause -> clause.rules().size()).sum();
        int examples = clauses.stream().mapToInt(Clause::examples).sum();
        text.append("| %s | %d | %d | %d | %d |\n".formatted(name, clauses.size(), served, rules, examples));
    }

    private static void capabilities(StringBuilder text, Pack pack) {
        text.append("\n## ")
                .append(pack.id())
                .append(' ')
                .append(pack.document().en())
                .append("\n\n");
        text.append(pack.document().zh())
                .append(" · ")
                .append(pack.issuer().en())
                .append(" · version ");
        text.append(pack.version())
                .append(", effective ")
                .append(pack.inForce().effective())
                .append("\n\n");
        text.append("| capability | clauses |");
        for (Mechanism mechanism : Mechanism.values()) {
            text.append(' ').append(mechanism.word()).append(" |");
        }
        text.append("\n|---|---:|")
                .append("---:|".repeat(Mechanism.values().length))
                .append('\n');
        Map<String, Map<Mechanism, Integer>> counts = new TreeMap<>();
        for (Clause clause : pack.clauses()) {
            counts.computeIfAbsent(clause.capability(), c -> new EnumMap<>(Mechanism.class))
                    .merge(clause.mechanism(), 1, Integer::sum);
        }
        counts.forEach((capability, byMechanism) -> {
            int all = byMechanism.values().stream().mapToInt(Integer::intValue).sum();
            text.append("| ").append(capability).append(" | ").append(all).append(" |");
            for (Mechanism mechanism : Mechanism.values()) {
                text.append(' ').append(byMechanism.getOrDefault(mechanism, 0)).append(" |");
            }
            text.append('\n');
        });
    }
}
