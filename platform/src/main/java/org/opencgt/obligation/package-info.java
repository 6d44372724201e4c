/** Due work: opened, repeated and fulfilled by acts, as the rules of packs say. */
@NullMarked
package org.opencgt.obligation;

import org.jspecify.annotations.NullMarked;
