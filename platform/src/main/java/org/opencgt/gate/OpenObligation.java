package org.opencgt.gate;

import java.time.Instant;

/**
 * Due work as expressions see it.
 *
 * @param clause that asks for it
 * @param name of the obligation's rule within its pack
 */
public record OpenObligation(String clause, String name, Instant due) {}
