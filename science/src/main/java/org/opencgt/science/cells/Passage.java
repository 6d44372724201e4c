package org.opencgt.science.cells;

/**
 * One passage of a culture.
 *
 * @param name its name or number
 * @param seeded viable cells seeded; NaN if not counted
 * @param harvested viable cells harvested; NaN if not counted
 * @param hours from seeding to harvest; NaN if not known
 */
public record Passage(String name, double seeded, double harvested, double hours) {}
