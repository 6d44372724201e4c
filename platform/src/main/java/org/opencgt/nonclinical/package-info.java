/** Studies of a product in animals: what is studied, plan, batches given, results, differences from the product, report. */
@NullMarked
package org.opencgt.nonclinical;

import org.jspecify.annotations.NullMarked;
