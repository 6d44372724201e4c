package org.opencgt.subject;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What is studied of a product in animals.
 *
 * @param programme absent until it is set
 * @param studies that are reported, in order
 */
public record ProductNonclinical(@Nullable Programme programme, List<Ref<NonclinicalStudy>> studies) {

    static final ProductNonclinical NONE = new ProductNonclinical(null, List.of());

    /** How long the product may stay in the body. */
    public enum Persistence {
        SHORT,
        LONG
    }

    /** A drug with which it is loaded. */
    public enum Load {
        SMALL_MOLECULE,
        NUCLEIC_ACID,
        RECOMBINANT_PROTEIN,
        PEPTIDE,
        OTHER
    }

    /**
     * On what the choice of studies rests.
     *
     * @param omissions what is not studied, each with its reason: a word of {@link NonclinicalStudy.Purpose} or of an item of a clause
     */
    public record Programme(
            @Text(max = 20) String version,
            Persistence persistence,
            @Text(max = 1000, lines = true) String persistenceBasis,
            List<Load> loads,
            Map<String, String> omissions) {}

    ProductNonclinical with(Programme next) {
        return new ProductNonclinical(next, studies);
    }

    ProductNonclinical with(Ref<NonclinicalStudy> study) {
        return new ProductNonclinical(programme, Lists.plus(studies, study));
    }
}
