package org.opencgt.pipeline;

import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.ledger.Fact;
import org.opencgt.vault.Intake;

/** The personal data of an act, to be kept as those of its first subject. */
record PersonalData(Intake taken, Ref<? extends Subject> subject) implements Fact {}
