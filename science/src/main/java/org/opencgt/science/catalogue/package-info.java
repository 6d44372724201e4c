/** What analyses there are and what they can be asked, told to programs. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.catalogue;
