@NullMarked
package org.opencgt.cli;

import org.jspecify.annotations.NullMarked;
