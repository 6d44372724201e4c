package org.opencgt.pipeline;

import java.util.List;
import java.util.Map;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Verdict;
import org.opencgt.ledger.Fact;

/**
 * What follows from an act in one snapshot.
 *
 * @param before states of the subjects that the act concerns
 * @param after states of all subjects whose chains it joins
 * @param versions of every subject that was looked at
 * @param made subjects that it brings into being
 * @param facts edges and obligations that follow
 */
record Judgement(
        Verdict verdict,
        Map<Ref<? extends Subject>, Subject> before,
        Map<Ref<? extends Subject>, Subject> after,
        Map<String, Long> versions,
        List<Ref<?>> made,
        List<Fact> facts) {}
