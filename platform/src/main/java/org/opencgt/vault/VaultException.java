package org.opencgt.vault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;

/** Personal data cannot be kept or shown. The texts are those of the fault's code. */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    VaultException(Fault fault, @Nullable Throwable cause) {
        super(fault.code() + " " + fault.parameters(), cause);
        this.fault = fault;
    }

    /** An entry, or its key, is not what was stored. */
    static VaultException altered(String key, Throwable cause) {
        return new VaultException(new Fault("", "vault-altered", List.of(key)), cause);
    }

    /** The file with the master key that the database's entries need is not there. */
    static VaultException keyMissing(Object file, String id) {
        return new VaultException(new Fault("", "vault-key-missing", List.of(file.toString(), id)), null);
    }

    /** The file holds another master key than the one that the database's entries need. */
    static VaultException keyWrong(Object file, String id) {
        return new VaultException(new Fault("", "vault-key-wrong", List.of(file.toString(), id)), null);
    }

    /** The file with the master key cannot be read or written. */
    static VaultException keyUnreadable(Object file, String why, @Nullable Throwable cause) {
        return new VaultException(new Fault("", "vault-key-unreadable", List.of(file.toString(), why)), cause);
    }

    /** The master key was exchanged between the reading of an act and its storing; the next attempt succeeds. */
    static VaultException keyExchanged() {
        return new VaultException(new Fault("", "vault-key-exchanged", List.of()), null);
    }

    public Fault fault() {
        return fault;
    }
}
