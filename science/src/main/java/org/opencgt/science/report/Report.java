package org.opencgt.science.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.opencgt.science.Language;

/**
 * A report in one language. Its HTML is one file without scripts and without links to anything outside it, and prints on A4.
 */
public record Report(Content content, Provenance provenance, Language language) {

    /** Made on first use, as most commands write no report. */
    private static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Report.class.getClassLoader(), "org.opencgt.science.report.pages");
    }

    public String html() {
        StringOutput html = new StringOutput();
        Templates.ENGINE.render("report.jte", Map.of("report", this, "words", Words.in(language)), html);
        return html.toString();
    }
}
