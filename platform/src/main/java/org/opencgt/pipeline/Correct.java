package org.opencgt.pipeline;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Text;

/**
 * An entry said something wrong, and this is what it should have said. Both stay in the book; the states of the subjects are
 * folded anew with the replacement in the entry's place. A second person reviews.
 *
 * @param entry identifier of the corrected entry
 * @param reason why
 * @param replacement JSON of an act of the same type
 */
@ActType(
        value = "records.correct",
        signed = {Meaning.PERFORMED, Meaning.REVIEWED})
public record Correct(
        String entry,
        @Text(max = 2000, lines = true) String reason,
        @Text(max = 100_000, lines = true) String replacement)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.none(); // the fold puts the replacement in the place of the corrected entry
    }
}
