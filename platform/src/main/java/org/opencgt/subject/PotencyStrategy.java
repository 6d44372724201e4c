package org.opencgt.subject;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * How the biological activity of a product is measured and used (SC-3.1a, SC-3.1b).
 *
 * @param test its name in the specification
 * @param comparabilityProtocol plan in which the same test decides whether a changed product is the same
 * @param answers what is known about each difficulty
 */
public record PotencyStrategy(
        @Text(max = 20) String version,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        Ref<Document> stabilityProtocol,
        Ref<Document> comparabilityProtocol,
        List<Answer> answers) {

    public record Answer(
            Point point, @Text(max = 1000, lines = true) String text) {}

    public enum Point {
        MARKER_UPDATES,
        SCALABLE_SELECTION_AND_IDENTIFICATION,
        BATCH_DIFFERENTIATION_EFFICIENCY,
        BATCH_HOMOGENEITY,
        FUNCTIONAL_VALIDATION,
        BASIS_OF_RELEASE_CRITERIA
    }
}
