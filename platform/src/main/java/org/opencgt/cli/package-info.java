/**
 * The command line: {@code ./opencgt AREA VERB}. It runs the same pipeline in this process, on the same database as a server
 * beside it.
 */
@NullMarked
package org.opencgt.cli;

import org.jspecify.annotations.NullMarked;
