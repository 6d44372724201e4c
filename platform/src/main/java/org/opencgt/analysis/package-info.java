/** The analyses of the command line, run in this server for REST and pages: within limits of time, threads and number. */
@org.jspecify.annotations.NullMarked
package org.opencgt.analysis;
