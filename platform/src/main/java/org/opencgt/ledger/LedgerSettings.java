package org.opencgt.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger signs.
 *
 * @param keyFile the log's private key, made at the first start; empty: {@code log.key} in the data folder. Servers that
 *     share a database must have the same key.
 * @param origin name of the log for a new key, best a URL of yours without scheme; empty: one is made up
 * @param checkpointEvery how often the head of the tree is signed while it grows
 */
@ConfigurationProperties("opencgt.ledger")
record LedgerSettings(
        @DefaultValue("") String keyFile,
        @DefaultValue("") String origin,
        @DefaultValue("1m") Duration checkpointEvery) {}
