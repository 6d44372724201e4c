package org.opencgt.science.report;

import java.util.List;
import org.opencgt.science.Language;

/** What an area puts into a report, in one language. */
public record Content(String title, List<Section> sections) {

    public Content {
        sections = List.copyOf(sections);
    }

    /** Content that can be had in any language. */
    @FunctionalInterface
    public interface Source {
        Content in(Language language);
    }
}
