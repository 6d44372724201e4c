package org.opencgt.pipeline;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Fact;

/** An attempt that the gate refused concerned these subjects. */
record RefusedAttempt(String type, String performer, List<Ref<?>> subjects) implements Fact {}
