/** Studies of a process and of its cells whose result is computed: clearance, scale-down models, effects of modification, clones. */
@NullMarked
package org.opencgt.characterisation;

import org.jspecify.annotations.NullMarked;
