package org.opencgt.science.dosefinding.trial;

import org.opencgt.science.dosefinding.Truth;

/** A truth with a name. */
public record Scenario(String name, Truth truth) {}
