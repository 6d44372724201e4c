package org.opencgt.pipeline;

import java.util.function.Function;
import org.opencgt.ledger.Ledger;
import org.opencgt.lineage.Lineage;
import org.opencgt.obligation.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens snapshots: one read-only repeatable-read transaction each. */
@Component
class Snapshots {

    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final Lineage lineage;
    private final DueWork dueWork;
    private final StoredStates stored;

    Snapshots(
            PlatformTransactionManager transactions,
            Ledger ledger,
            Lineage lineage,
            DueWork dueWork,
            StoredStates stored) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.ledger = ledger;
        this.lineage = lineage;
        this.dueWork = dueWork;
        this.stored = stored;
    }

    <T> T in(Function<Snapshot, T> work) {
        T result = transaction.execute(status -> work.apply(new Snapshot(ledger, lineage, dueWork, stored)));
        if (result == null) {
            throw new IllegalStateException("a snapshot gave no result");
        }
        return result;
    }
}
