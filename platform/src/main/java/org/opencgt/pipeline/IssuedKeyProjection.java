package org.opencgt.pipeline;

import java.sql.Connection;
import java.util.List;
import org.opencgt.ledger.Projection;
import org.springframework.stereotype.Component;

/** Puts passwords and tokens in force in the transaction that makes their keys known. */
@Component
final class IssuedKeyProjection implements Projection<IssuedKey> {

    @Override
    public Class<IssuedKey> facts() {
        return IssuedKey.class;
    }

    @Override
    public void write(Connection connection, List<Noted<IssuedKey>> facts) {
        facts.forEach(noted -> noted.fact().secret().store(connection));
    }
}
