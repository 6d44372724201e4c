/** Identifiers that people print, scan, read aloud and type. */
@NullMarked
package org.opencgt.identity;

import org.jspecify.annotations.NullMarked;
