@org.jspecify.annotations.NullMarked
package org.opencgt.web.explorer;
