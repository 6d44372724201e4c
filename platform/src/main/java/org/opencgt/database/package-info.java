/**
 * The PostgreSQL that the program brings: unpacked, initialised, supervised, adopted, backed up; its roles and migrations.
 * Knows nothing of what is stored.
 */
@NullMarked
package org.opencgt.database;

import org.jspecify.annotations.NullMarked;
