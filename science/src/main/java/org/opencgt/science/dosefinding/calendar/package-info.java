@org.jspecify.annotations.NullMarked
package org.opencgt.science.dosefinding.calendar;
