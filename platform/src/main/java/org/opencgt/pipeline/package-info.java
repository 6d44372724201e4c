/**
 * The one path of an act: read, sign, gate, append. Pages, REST, the command line and scenarios all go through
 * {@link org.opencgt.pipeline.Pipeline}.
 */
@NullMarked
package org.opencgt.pipeline;

import org.jspecify.annotations.NullMarked;
