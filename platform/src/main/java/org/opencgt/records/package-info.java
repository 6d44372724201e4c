/**
 * Keeping of records: retention, archive, backup and the tie to the medical record.
 */
@NullMarked
package org.opencgt.records;

import org.jspecify.annotations.NullMarked;
