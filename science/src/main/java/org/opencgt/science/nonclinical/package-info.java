/** Studies in animals: how many animals, groups against control, effect and dose. */
@NullMarked
package org.opencgt.science.nonclinical;

import org.jspecify.annotations.NullMarked;
