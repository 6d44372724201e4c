package org.opencgt.analysis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares the data of a signed analysis with the tables of the ledger that it names, as they stand now. */
@Component
public final class PresentData {

    private final LedgerTables tables;

    PresentData(LedgerTables tables) {
        this.tables = tables;
    }

    /** Whether all tables that the analysis names still hold the same; empty if it names none. */
    public Optional<Boolean> same(SignedAnalysis signed) {
        List<SignedAnalysis.DataFile> read =
                signed.data().stream().filter(file -> file.table() != null).toList();
        return read.isEmpty() ? Optional.empty() : Optional.of(read.stream().allMatch(this::same));
    }

    private boolean same(SignedAnalysis.DataFile file) {
        return Optional.ofNullable(file.table())
                .flatMap(LedgerTables.Name::parse)
                .flatMap(name -> tables.find(name.table()).flatMap(table -> table.read(name.subject())))
                .map(now -> new String(now.content(), StandardCharsets.UTF_8))
                .filter(now ->
                        now.strip().equals(file.text().replace("\r\n", "\n").strip()))
                .isPresent();
    }
}
