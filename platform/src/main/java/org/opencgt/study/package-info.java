/**
 * Clinical studies: ethics, enrolment, source documents, monitoring, findings and close.
 */
@NullMarked
package org.opencgt.study;

import org.jspecify.annotations.NullMarked;
