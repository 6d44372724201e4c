/** What the pages of analyses show of a result: tables, decisions, doses, curves; and what they begin with. */
@org.jspecify.annotations.NullMarked
package org.opencgt.web.explorer;
