/**
 * The two languages: every text that a user sees exists in {@code zh-CN} and {@code en}.
 */
@NullMarked
package org.opencgt.language;

import org.jspecify.annotations.NullMarked;
