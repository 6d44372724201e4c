@NullMarked
package org.opencgt.scenario;

import org.jspecify.annotations.NullMarked;
