package org.opencgt.guideline;

import java.util.List;
import org.opencgt.gate.PackInForce;
import org.opencgt.language.Bilingual;

/**
 * A guideline as a pack of clauses, in one version.
 *
 * @param file from which it was read
 * @param document the guideline's title
 * @param status of the document: in force, draft ...
 * @param guideline false for the house pack, whose clauses are the program's own
 */
public record Pack(
        String file,
        PackInForce inForce,
        Bilingual document,
        Bilingual issuer,
        Bilingual status,
        boolean guideline,
        List<Clause> clauses) {

    public String id() {
        return inForce.id();
    }

    public String version() {
        return inForce.version();
    }
}
