/** Acts that only tests know: outside {@code org.opencgt}, so that the vocabulary of the program does not find them. */
@NullMarked
package org.example.acts;

import org.jspecify.annotations.NullMarked;
