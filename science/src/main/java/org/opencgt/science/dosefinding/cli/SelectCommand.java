package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dose select}. */
@Command(name = "select")
final class SelectCommand extends Analysis {

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions design = new DesignOptions();

    @Mixin
    CountOptions counts = new CountOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        return Finding.of(design.design().select(counts.outcomes()));
    }
}
