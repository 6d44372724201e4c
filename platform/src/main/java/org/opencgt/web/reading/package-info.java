/**
 * What the pages ask of the platform: read subjects, acts, lineage, due work, guidelines and the ledger; try and perform acts.
 */
@NullMarked
package org.opencgt.web.reading;

import org.jspecify.annotations.NullMarked;
