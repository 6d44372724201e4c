/**
 * The first start: an administrator, and the demonstration where it is wanted.
 */
@NullMarked
package org.opencgt.installation;

import org.jspecify.annotations.NullMarked;
