/**
 * The pages: server-rendered, one address each, in both languages.
 */
@NullMarked
package org.opencgt.web;

import org.jspecify.annotations.NullMarked;
