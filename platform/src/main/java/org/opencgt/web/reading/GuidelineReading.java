package org.opencgt.web.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.language.Bilingual;

/** Guideline packs and their clauses. */
public interface GuidelineReading {

    /**
     * A pack in the version that counts now, and how much of it is served by rules.
     *
     * @param versions how many versions of it are loaded
     */
    record Pack(
            String id,
            String version,
            @Nullable LocalDate effective,
            Bilingual document,
            Bilingual issuer,
            Bilingual status,
            int clauses,
            int served,
            int versions) {}

    /** A rule of a clause. */
    record Rule(
            String mechanism,
            List<String> acts,
            @Nullable String applies,
            String expression,
            @Nullable Bilingual message,
            String decidedBy,
            List<Example> examples) {

        public Rule {
            acts = List.copyOf(acts);
            examples = List.copyOf(examples);
        }
    }

    /** An example of a rule; {@code given} is YAML. */
    record Example(boolean passes, String given) {}

    /** A clause. {@code mechanism} is gate, obligation, evidence, analysis, profile or none. */
    record Clause(
            String id,
            String pack,
            String number,
            Bilingual title,
            Bilingual text,
            String strength,
            List<String> kinds,
            String capability,
            String mechanism,
            List<String> items,
            List<Rule> rules) {

        public Clause {
            kinds = List.copyOf(kinds);
            items = List.copyOf(items);
            rules = List.copyOf(rules);
        }
    }

    /** Where a clause stands for a subject: the last time it was judged. */
    enum Status {
        MET,
        NOT_MET,
        UNKNOWN,
        DUE,
        NOT_YET,
        NOT_SERVED,
        NOT_APPLICABLE
    }

    /**
     * A clause's status. {@code entry} is the act that decided it.
     *
     * @param answer what the clause's profile says about the product, words parted by spaces; absent where it says nothing
     */
    record ClauseStatus(
            Clause clause,
            Status status,
            @Nullable String entry,
            @Nullable Bilingual message,
            @Nullable String answer) {}

    List<Pack> packs();

    /** All clauses in the order of their documents. */
    List<Clause> clauses();

    Optional<Clause> clause(String id);

    /** Every clause of the packs that attach to the subject's product. */
    List<ClauseStatus> status(Ref<?> subject);
}
