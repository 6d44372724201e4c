package org.opencgt.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Signer;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Signature;
import org.opencgt.ledger.CanonicalJson;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Fact;
import org.opencgt.ledger.Hash;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LedgerException;
import org.opencgt.ledger.Receipt;
import org.opencgt.ledger.Sequencer;
import org.opencgt.subject.Person;
import org.opencgt.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one path of an act. {@link #perform} reads the act, has it signed, has the gate judge it in one snapshot of all states, and
 * appends it together with everything that follows from it; {@link #check} stops after the gate.
 */
@Service
public class Pipeline {

    /** The type of the entry that a refused attempt leaves. */
    public static final String REFUSAL = "gate.refusal";

    /** How often an act is judged anew because others came first; each time at least one other act was performed. */
    static final int ATTEMPTS = 20;

    /** Keys as clients make them: visible characters of ASCII, a UUID for instance. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Reception reception;
    private final Snapshots snapshots;
    private final Judge judge;
    private final Sequencer sequencer;
    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;

    Pipeline(
            Reception reception,
            Snapshots snapshots,
            Judge judge,
            Sequencer sequencer,
            Ledger ledger,
            Vault vault,
            Clock clock) {
        this.reception = reception;
        this.snapshots = snapshots;
        this.judge = judge;
        this.sequencer = sequencer;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Performs an act.
     *
     * @throws InvalidAct if the request is no act of its type
     * @throws NotAuthorised if the signers may not perform it
     * @throws LedgerException if it could not be stored
     */
    public Outcome perform(Request request) {
        return perform(request, List.of());
    }

    /** The same with what else is to be kept if and only if the act is. */
    Outcome perform(Request request, List<? extends Fact> also) {
        Optional<Outcome> earlier = answered(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return performAnew(request, also);
        } catch (InvalidAct | NotAuthorised | NoSuchSubject e) {
            return answered(request)
                    .orElseThrow(() -> e); // it may stand in its own way: sent twice, performed meanwhile
        }
    }

    private Outcome performAnew(Request request, List<? extends Fact> also) {
        Instant recorded = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reception.Taken taken = reception.take(request, recorded, true);
        Content content = taken.content();
        if (request.signers().size() != content.type().signed().size()) {
            throw new InvalidAct(Fault.at(
                    "signatures",
                    "signatures",
                    content.type().signed().size(),
                    request.signers().size()));
        }
        String text = CanonicalJson.of(content.json());
        List<Signature> signatures = Signing.sign(
                Hash.sha256(text), request.signers(), content.type().signed(), recorded);
        String id = EntryId.at(recorded);
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request, taken, also, text, signatures, id, recorded);
            } catch (LedgerException.StaleSubjects stale) {
                if (attempt == ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }

    /**
     * What the gate would say now, without performing.
     *
     * @param signers who would sign; may be fewer than the act asks for
     */
    public Outcome.Checked check(Request request, List<Ref<Person>> signers) {
        Instant recorded = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Content content = reception.take(request, recorded, false).content();
        Judgement judgement =
                snapshots.in(snapshot -> judge.judge(content, signers, "", recorded, request.boundTo(), snapshot));
        return new Outcome.Checked(judgement.verdict(), judgement.made(), content.json());
    }

    private Outcome attempt(
            Request request,
            Reception.Taken taken,
            List<? extends Fact> also,
            String text,
            List<Signature> signatures,
            String id,
            Instant recorded) {
        List<Ref<Person>> signers =
                request.signers().stream().map(Signer::person).toList();
        Judgement judgement = snapshots.in(snapshot -> {
            Authorisation.requireKnownKeys(request.signers(), snapshot);
            return judge.judge(taken.content(), signers, id, recorded, request.boundTo(), snapshot);
        });
        if (!judgement.verdict().accepted()) {
            return refuse(request, taken.content(), text, signatures, id, recorded, judgement);
        }
        List<Fact> facts = new ArrayList<>(judgement.facts());
        facts.addAll(also);
        facts.add(new PersonalData(
                taken.personal(), judgement.after().keySet().iterator().next()));
        Map<String, Long> reads = new LinkedHashMap<>(judgement.versions());
        List<Draft.Advance> advances = new ArrayList<>();
        judgement.after().forEach((ref, state) -> {
            Long expected = reads.remove(ref.toString());
            advances.add(new Draft.Advance(ref.toString(), expected == null ? 0 : expected, Json.state(state)));
        });
        Receipt receipt = sequencer.append(new Draft(
                id,
                taken.content().type().name(),
                text,
                signers.getFirst().toString(),
                taken.content().performedAt(),
                recorded,
                Json.MAPPER.writeValueAsString(Signing.json(signatures)),
                Json.MAPPER.writeValueAsString(judgement.verdict().json()),
                advances,
                reads,
                idempotent(request, entry -> Answers.accepted(entry, judgement)),
                facts));
        return switch (receipt) {
            case Receipt.Appended(Entry entry) -> new Outcome.Accepted(entry, judgement.verdict(), judgement.made());
            case Receipt.Replayed(String response) -> new Outcome.Repeated(Json.MAPPER.readTree(response));
        };
    }

    /** The attempt is kept: who tried what, and which clauses stood against it. It joins no subject's chain. */
    private Outcome refuse(
            Request request,
            Content content,
            String text,
            List<Signature> signatures,
            String id,
            Instant recorded,
            Judgement judgement) {
        ObjectNode refused = Json.MAPPER.createObjectNode();
        refused.set("refused", content.json());
        Receipt receipt = sequencer.append(new Draft(
                id,
                REFUSAL,
                CanonicalJson.of(refused),
                request.signers().getFirst().person().toString(),
                content.performedAt(),
                recorded,
                Json.MAPPER.writeValueAsString(Signing.json(signatures)),
                Json.MAPPER.writeValueAsString(judgement.verdict().json()),
                List.of(),
                Map.of(),
                idempotent(request, entry -> Answers.blocked(entry, judgement)),
                List.of(new RefusedAttempt(
                        content.type().name(),
                        request.signers().getFirst().person().toString(),
                        List.copyOf(judgement.before().keySet())))));
        return switch (receipt) {
            case Receipt.Appended(Entry entry) -> new Outcome.Blocked(entry, judgement.verdict());
            case Receipt.Replayed(String response) -> new Outcome.Repeated(Json.MAPPER.readTree(response));
        };
    }

    private Optional<Outcome> answered(Request request) {
        Draft.@Nullable Request key = idempotent(request, entry -> "");
        if (key == null) {
            return Optional.empty();
        }
        return ledger.response(key.caller(), key.key()).map(stored -> {
            if (!stored.request().equals(key.hash())) {
                throw new LedgerException.KeyReused(key.key());
            }
            return new Outcome.Repeated(Json.MAPPER.readTree(stored.response()));
        });
    }

    private Draft.@Nullable Request idempotent(Request request, java.util.function.Function<Entry, String> response) {
        String key = request.idempotencyKey();
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidAct(Fault.at("Idempotency-Key", "key-form"));
        }
        ObjectNode asked = Json.MAPPER.createObjectNode();
        asked.put("type", request.type());
        asked.set("act", request.act());
        asked.put("performedAt", String.valueOf(request.performedAt()));
        asked.put("lateReason", String.valueOf(request.lateReason()));
        request.signers().forEach(s -> asked.withArray("signers").add(s.person().toString()));
        request.justifications()
                .forEach((clause, reason) -> asked.withObject("/justifications").put(clause, reason));
        return new Draft.Request(request.signers().getFirst().person().toString(), key, hash(asked), response);
    }

    /**
     * Of the request as it came, with the personal data in it, hence under the vault's key. What has no canonical form is hashed as
     * it is spelled, and refused when it is read.
     */
    private Hash hash(ObjectNode asked) {
        try {
            return Hash.ofHex(vault.digest(CanonicalJson.of((JsonNode) asked)));
        } catch (CanonicalJson.NotCanonical e) {
            return Hash.ofHex(vault.digest(Json.MAPPER.writeValueAsString(asked)));
        }
    }
}
