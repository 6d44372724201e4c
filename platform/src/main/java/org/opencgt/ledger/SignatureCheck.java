package org.opencgt.ledger;

import java.util.List;

/**
 * Checks the persons' signatures of entries. The ledger keeps them without knowing what they mean; whoever knows where the
 * public keys are checks them. Called from several threads, in no order.
 */
@FunctionalInterface
public interface SignatureCheck {

    /** What is wrong with the signatures of this entry; nothing if all are right. */
    List<String> faults(Header header, String content);
}
