package org.opencgt.act;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal data of a donor or recipient (name, identity number, birth date). The input is plain text; before the act is
 * signed, the text moves into the encrypted vault and the ledger keeps only this token, so that a person can be forgotten
 * while the chain still verifies.
 *
 * @param token {@code vault:} followed by the vault's key
 */
public record Personal(String token) {

    @JsonCreator
    public Personal {}

    @JsonValue
    @Override
    public String token() {
        return token;
    }
}
