package org.opencgt.access;

import java.sql.Connection;

/** A password or a token that opens a new signing key; counts from the moment that it is stored. */
public sealed interface NewSecret permits NewPassword, NewToken {

    /** Base64 of the 32 bytes of the Ed25519 public key. */
    String publicKey();

    /** Stores what recognises it, in the transaction of the connection. */
    void store(Connection connection);
}
