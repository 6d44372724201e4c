package org.opencgt.pipeline;

import org.opencgt.access.NewSecret;
import org.opencgt.ledger.Fact;

/** The password or token under which the key lies that the act makes known. */
record IssuedKey(NewSecret secret) implements Fact {}
