/** Changes of a process: assessment, comparability study, bridging, decision, and the start of the changed process. */
@NullMarked
package org.opencgt.comparability;

import org.jspecify.annotations.NullMarked;
