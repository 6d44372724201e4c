package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the facts of one type. Called at most once a transaction, with the facts of all its entries in their order.
 *
 * @param <F> the type of fact
 */
public interface Projection<F extends Fact> {

    /**
     * A fact and the entry that it follows from.
     *
     * @param <F> the type of fact
     */
    record Noted<F extends Fact>(Entry entry, F fact) {}

    /** The facts that come here: those whose class is this one. */
    Class<F> facts();

    /** Writes within the open transaction; neither commits nor closes. An exception fails the entry. */
    void write(Connection connection, List<Noted<F>> facts) throws SQLException;
}
