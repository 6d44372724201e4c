/**
 * Who may come in and sign: passwords, signing keys, lock-out, service tokens.
 */
@NullMarked
package org.opencgt.access;

import org.jspecify.annotations.NullMarked;
