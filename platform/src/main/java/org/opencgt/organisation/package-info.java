/**
 * Sites, people, equipment, areas and controlled documents: who may work, where, with what and by which rules.
 */
@NullMarked
package org.opencgt.organisation;

import org.jspecify.annotations.NullMarked;
