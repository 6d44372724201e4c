package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.RecordWriter;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.ledger.CanonicalJson;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.SubjectRow;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Proves that the stored states are what the ledger says: folds every chain anew and compares. */
@Service
public class Rebuild {

    private static final int PAGE = 500;

    private final Snapshots snapshots;
    private final Ledger ledger;
    private final Vocabulary vocabulary;
    private final Fold fold;

    Rebuild(Snapshots snapshots, Ledger ledger, Vocabulary vocabulary, Fold fold) {
        this.snapshots = snapshots;
        this.ledger = ledger;
        this.vocabulary = vocabulary;
        this.fold = fold;
    }

    /** A subject whose stored state is not the fold of its acts. */
    public record Difference(String ref, String stored, String folded) {}

    /**
     * The result.
     *
     * @param subjects how many were compared
     */
    public record Result(long subjects, List<Difference> differences) {}

    /** As of one moment, while others go on writing. */
    public Result compare() {
        return snapshots.in(snapshot -> compareAll());
    }

    private Result compareAll() {
        long count = 0;
        List<Difference> differences = new ArrayList<>();
        for (SubjectDeclaration kind : vocabulary.subjects()) {
            String after = "";
            List<SubjectRow> page;
            do {
                page = ledger.subjectsOf(kind.kind(), after, PAGE);
                for (SubjectRow row : page) {
                    count++;
                    String stored = CanonicalJson.of(row.state());
                    Subject state = fold.state(Ref.parse(row.ref()), Chains.whole(ledger, Ref.parse(row.ref())));
                    String folded =
                            state == null ? "null" : CanonicalJson.of((JsonNode) RecordWriter.write((Record) state));
                    if (!stored.equals(folded)) {
                        differences.add(new Difference(row.ref(), stored, folded));
                    }
                    after = row.ref();
                }
            } while (page.size() == PAGE);
        }
        return new Result(count, List.copyOf(differences));
    }
}
