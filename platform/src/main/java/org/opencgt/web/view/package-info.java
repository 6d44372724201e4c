/**
 * What the pages show: records and states laid out by their shapes, forms, the life line.
 */
@NullMarked
package org.opencgt.web.view;

import org.jspecify.annotations.NullMarked;
