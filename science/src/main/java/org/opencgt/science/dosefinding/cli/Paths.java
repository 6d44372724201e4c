package org.opencgt.science.dosefinding.cli;

import java.util.List;
import java.util.Map;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.trial.Pathway;

/** Pathways of a design. */
record Paths(String design, Map<String, Object> settings, List<Pathway> paths) implements Result {}
