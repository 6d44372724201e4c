package org.opencgt.web.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Bilingual;

/**
 * What a gate says about an act, clause by clause.
 *
 * @param versions of the packs by which it was judged, such as {@code CA 2026.02-1}
 */
public record Judgement(Outcome outcome, List<String> versions, List<Finding> findings) {

    public Judgement {
        versions = List.copyOf(versions);
        findings = List.copyOf(findings);
    }

    /** Whether the act may happen. */
    public enum Outcome {
        OPEN,
        JUSTIFY,
        BLOCKED
    }

    /** What a rule gave. */
    public enum Result {
        HOLDS,
        FAILS,
        UNKNOWN
    }

    /** How binding a clause is. */
    public enum Strength {
        SHALL,
        SHOULD,
        MAY
    }

    /**
     * One clause's answer.
     *
     * @param clause identifier such as {@code CA-8.2.4b}
     * @param number of the clause in its document
     * @param title in short
     * @param message what is missing or wrong and who can supply it
     * @param missing the fact that is not there, where the result is unknown
     * @param justification that lifted it, where one was recorded
     */
    public record Finding(
            String clause,
            String number,
            Bilingual title,
            Bilingual message,
            Strength strength,
            Result result,
            @Nullable String missing,
            @Nullable String justification) {

        public boolean stops() {
            return result != Result.HOLDS && justification == null && strength != Strength.SHOULD;
        }

        public boolean asksForJustification() {
            return result != Result.HOLDS && strength == Strength.SHOULD;
        }
    }

    /** The findings that do not hold. */
    public List<Finding> open() {
        return findings.stream().filter(f -> f.result() != Result.HOLDS).toList();
    }

    public long held() {
        return findings.stream().filter(f -> f.result() == Result.HOLDS).count();
    }
}
