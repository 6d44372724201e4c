/** Continued process verification: control charts over the lots of a product, answers to what they signal, capacity. */
@NullMarked
package org.opencgt.process;

import org.jspecify.annotations.NullMarked;
