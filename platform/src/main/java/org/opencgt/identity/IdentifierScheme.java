package org.opencgt.identity;

import java.time.Year;
import java.util.Optional;
import org.opencgt.act.SubjectDeclaration;

/**
 * How identifiers of subjects look. A site may add its own as a bean and choose it for a kind of subject with
 * {@code opencgt.identifiers.scheme.KIND: NAME}.
 */
public interface IdentifierScheme {

    /** By which the configuration chooses it. */
    String name();

    /** Within which running numbers count: 3 to 40 digits and lower-case letters. */
    String series(SubjectDeclaration kind, Year year);

    /** The identifier of a running number; none where this number is left out. */
    Optional<String> write(SubjectDeclaration kind, Year year, long number);

    /**
     * The identifier from what a person typed.
     *
     * @throws InvalidIdentifier saying which character is wrong or which check character was expected
     */
    String read(SubjectDeclaration kind, String typed);

    /** The identifier as it is printed on labels, with its check character. */
    String print(String id);
}
