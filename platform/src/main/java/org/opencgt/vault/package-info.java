/**
 * Personal data of donors and recipients: encrypted, outside the ledger, seen only on record, and forgotten on request.
 */
@NullMarked
package org.opencgt.vault;

import org.jspecify.annotations.NullMarked;
