@NullMarked
package org.opencgt.web;

import org.jspecify.annotations.NullMarked;
