package org.opencgt.web.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Meaning;
import org.opencgt.act.Signature;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Strength;
import org.opencgt.gate.Verdict;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.Guidelines;
import org.opencgt.language.Bilingual;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Header;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.Link;
import org.opencgt.pipeline.Genesis;
import org.opencgt.pipeline.Pipeline;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what stands in the ledger into what pages show. */
@Component
final class Entries {

    private static final String CORRECTION = "records.correct";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Guidelines guidelines;
    private final Ledger ledger;

    Entries(Guidelines guidelines, Ledger ledger) {
        this.guidelines = guidelines;
        this.ledger = ledger;
    }

    /** An entry as it stands by itself. */
    ActEntry of(Entry entry) {
        return of(entry, null);
    }

    /** Entries of one chain; a correction stands in the same chain as what it corrects. */
    List<ActEntry> ofChain(List<Entry> chain) {
        Map<String, String> corrections = new HashMap<>();
        for (Entry entry : chain) {
            if (entry.type().equals(CORRECTION)) {
                corrections.put(
                        JSON.readTree(entry.content())
                                .required("act")
                                .required("entry")
                                .stringValue(),
                        entry.id());
            }
        }
        return chain.stream().map(e -> of(e, corrections.get(e.id()))).toList();
    }

    Optional<ActEntry> at(long position) {
        return ledger.entry(position).map(this::of);
    }

    private ActEntry of(Entry entry, @Nullable String correctedBy) {
        Header header = entry.head();
        JsonNode content = JSON.readTree(entry.content());
        boolean refused = entry.type().equals(Pipeline.REFUSAL);
        JsonNode body = refused ? content.required("refused") : content;
        ObjectNode act = (ObjectNode) body.required("act");
        String type = body.required("type").stringValue();
        boolean correction = type.equals(CORRECTION) && !refused;
        List<Signature> signatures = signatures(JSON.readTree(header.signatures()));
        return new ActEntry(
                entry.id(),
                entry.position(),
                type,
                act,
                entry.performedAt(),
                entry.recordedAt(),
                entry.performer(),
                signatures,
                judgement(JSON.readTree(header.verdict())),
                correction ? act.required("entry").stringValue() : null,
                correctedBy,
                correction ? act.required("reason").stringValue() : null,
                refused,
                header.subjects().stream().map(Link::ref).toList(),
                header.content().hex(),
                entry.leaf().hex());
    }

    private static List<Signature> signatures(JsonNode array) {
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode s : array) {
            signatures.add(new Signature(
                    s.required("person").stringValue(),
                    Meaning.valueOf(s.required("meaning").stringValue().toUpperCase(Locale.ROOT)),
                    java.time.Instant.parse(s.required("time").stringValue()),
                    s.required("content").stringValue(),
                    s.required("key").stringValue(),
                    s.required("value").stringValue()));
        }
        return signatures;
    }

    /** A verdict as the gate gives it. */
    Judgement judgement(Verdict verdict) {
        List<Judgement.Finding> findings = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            if (finding.result() != Finding.Result.NOT_ADOPTED) {
                findings.add(finding(finding));
            }
        }
        return new Judgement(
                outcome(verdict.outcome()),
                verdict.findings().stream()
                        .map(finding -> finding.pack() + " " + finding.packVersion())
                        .distinct()
                        .sorted()
                        .toList(),
                findings);
    }

    Judgement.Finding finding(Finding finding) {
        return new Judgement.Finding(
                finding.clause(),
                number(finding.clause()),
                finding.title(),
                finding.message(),
                finding.result() == Finding.Result.ERROR ? Judgement.Strength.SHALL : strength(finding.strength()),
                result(finding.result()),
                finding.missing().isEmpty() ? null : String.join(", ", finding.missing()),
                finding.justification());
    }

    /** Of a verdict as it is recorded; null where no gate was passed. */
    @Nullable
    Judgement judgement(JsonNode json) {
        if (json.path("outcome").isMissingNode()
                || json.path("outcome").asString().equals(Genesis.OUTCOME)) {
            return null;
        }
        List<Judgement.Finding> findings = new ArrayList<>();
        for (JsonNode f : json.path("findings")) {
            List<String> missing = new ArrayList<>();
            f.path("missing").forEach(m -> missing.add(m.asString()));
            String clause = f.path("clause").asString();
            Finding.Result result =
                    Finding.Result.valueOf(f.path("result").asString().toUpperCase(Locale.ROOT));
            findings.add(new Judgement.Finding(
                    clause,
                    number(clause),
                    bilingual(f.path("title")),
                    bilingual(f.path("message")),
                    result == Finding.Result.ERROR
                            ? Judgement.Strength.SHALL
                            : Judgement.Strength.valueOf(
                                    f.path("strength").asString().toUpperCase(Locale.ROOT)),
                    result(result),
                    missing.isEmpty() ? null : String.join(", ", missing),
                    f.path("justification").isString() ? f.get("justification").stringValue() : null));
        }
        Map<String, String> versions = new TreeMap<>();
        json.path("packs")
                .properties()
                .forEach(pack -> versions.put(pack.getKey(), pack.getValue().asString()));
        for (JsonNode held : json.path("held")) {
            guidelines.clause(held.asString(), versions).ifPresent(c -> findings.add(held(c)));
        }
        return new Judgement(
                outcome(Verdict.Outcome.valueOf(json.path("outcome").asString().toUpperCase(Locale.ROOT))),
                versions.entrySet().stream()
                        .map(pack -> pack.getKey() + " " + pack.getValue())
                        .toList(),
                findings);
    }

    private static Judgement.Finding held(Clause clause) {
        return new Judgement.Finding(
                clause.id(),
                clause.number(),
                clause.title(),
                clause.title(),
                strength(clause.strength()),
                Judgement.Result.HOLDS,
                null,
                null);
    }

    private static Bilingual bilingual(JsonNode json) {
        return new Bilingual(json.path("en").asString(), json.path("zh").asString());
    }

    private String number(String clause) {
        return guidelines.clause(clause).map(Clause::number).orElse(clause);
    }

    static Judgement.Strength strength(Strength strength) {
        return Judgement.Strength.valueOf(strength.name());
    }

    private static Judgement.Outcome outcome(Verdict.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, ACCEPTED_WITH_JUSTIFICATION -> Judgement.Outcome.OPEN;
            case NEEDS_JUSTIFICATION -> Judgement.Outcome.JUSTIFY;
            case BLOCKED -> Judgement.Outcome.BLOCKED;
        };
    }

    private static Judgement.Result result(Finding.Result result) {
        return switch (result) {
            case HOLDS, NOT_ADOPTED -> Judgement.Result.HOLDS;
            case FAILS, LIFTED -> Judgement.Result.FAILS;
            case UNKNOWN, ERROR -> Judgement.Result.UNKNOWN;
        };
    }
}
