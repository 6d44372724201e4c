/**
 * Products: what they are, their specification, process and instructions for use, up to approval.
 */
@NullMarked
package org.opencgt.product;

import org.jspecify.annotations.NullMarked;
