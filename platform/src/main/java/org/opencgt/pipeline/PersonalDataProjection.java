package org.opencgt.pipeline;

import java.sql.Connection;
import java.util.List;
import org.opencgt.ledger.Projection;
import org.opencgt.vault.Vault;
import org.springframework.stereotype.Component;

/** Puts personal data into the vault in the transaction that appends their act. */
@Component
final class PersonalDataProjection implements Projection<PersonalData> {

    private final Vault vault;

    PersonalDataProjection(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Class<PersonalData> facts() {
        return PersonalData.class;
    }

    @Override
    public void write(Connection connection, List<Noted<PersonalData>> facts) {
        for (Noted<PersonalData> noted : facts) {
            vault.store(connection, noted.fact().taken(), noted.fact().subject());
        }
    }
}
