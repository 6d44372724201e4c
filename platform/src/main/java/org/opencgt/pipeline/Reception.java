package org.opencgt.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Field;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.identity.Identifiers;
import org.opencgt.vault.Intake;
import org.opencgt.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first step of an act: from JSON to a record, with identifiers issued and personal data encrypted for the vault. */
@Component
final class Reception {

    /** How far a performer's clock may be ahead of the server's. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    /** After this an act counts as recorded late and needs a reason. */
    static final Duration LATE = Duration.ofHours(24);

    /** Most characters of a reason: why late, why in spite of a clause. */
    static final int REASON = 2_000;

    /** Acts before this day are typing errors. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Identifiers of clauses, as in {@code IC-5.1.1.1c}. */
    private static final Pattern CLAUSE = Pattern.compile("[A-Z][A-Z0-9]{0,9}-[A-Za-z0-9.]{1,40}");

    private final Vocabulary vocabulary;
    private final Identifiers identifiers;
    private final Vault vault;
    private final Corrections corrections;

    Reception(Vocabulary vocabulary, Identifiers identifiers, Vault vault, Corrections corrections) {
        this.vocabulary = vocabulary;
        this.identifiers = identifiers;
        this.vault = vault;
        this.corrections = corrections;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * What was taken in.
     *
     * @param personal data that go into the vault together with the entry
     */
    record Taken(Content content, Intake personal) {}

    /**
     * @param forGood whether the act is about to be performed: identifiers are issued only then
     * @throws InvalidAct with every fault
     */
    Taken take(Request request, Instant recorded, boolean forGood) {
        ActDeclaration type = vocabulary
                .act(request.type())
                .orElseThrow(() -> new InvalidAct(Fault.at("", "unknown-act", request.type())));
        List<Fault> faults = new ArrayList<>();
        Instant performed = performed(request, recorded, faults);
        reasons(request, faults);
        Intake personal = vault.intake();
        Act act = null;
        try {
            act = RecordReader.read(type.shape(), withIdentifiers(type, request.act(), forGood), personal);
        } catch (InvalidAct e) {
            faults.addAll(e.faults());
        }
        if (act != null) {
            namedTwice(type, act, faults);
            misread(type, act, faults);
        }
        if (act == null || !faults.isEmpty()) {
            throw new InvalidAct(faults);
        }
        if (act instanceof Correct correct) {
            act = corrections.withTokens(correct, personal);
        }
        return new Taken(
                new Content(type, act, performed, given(request.lateReason()), given(request.justifications())),
                personal);
    }

    private static Instant performed(Request request, Instant recorded, List<Fault> faults) {
        Instant performed =
                request.performedAt() == null ? recorded : request.performedAt().truncatedTo(ChronoUnit.MILLIS);
        if (performed.isAfter(recorded.plus(CLOCK_SKEW))) {
            faults.add(Fault.at("performedAt", "future", performed.toString(), recorded.toString()));
        } else if (performed.isBefore(EARLIEST)) {
            faults.add(Fault.at("performedAt", "past", performed.toString()));
        } else if (performed.isBefore(recorded.minus(LATE)) && given(request.lateReason()) == null) {
            faults.add(Fault.at("lateReason", "late", LATE.toHours()));
        }
        return performed;
    }

    private static void reasons(Request request, List<Fault> faults) {
        String late = given(request.lateReason());
        if (late != null) {
            RecordReader.checkText(late, "lateReason", REASON).ifPresent(faults::add);
        }
        given(request.justifications()).forEach((clause, reason) -> {
            if (CLAUSE.matcher(clause).matches()) {
                RecordReader.checkText(reason, "justifications." + clause, REASON)
                        .ifPresent(faults::add);
            } else {
                faults.add(Fault.at("justifications", "clause"));
            }
        });
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Without the reasons that were left blank. */
    private static Map<String, String> given(Map<String, String> reasons) {
        Map<String, String> given = new TreeMap<>();
        reasons.forEach((clause, reason) -> {
            if (!reason.isBlank()) {
                given.put(clause, reason.strip());
            }
        });
        return given;
    }

    /** An effect on each of several subjects must not fall on one of them twice. */
    private static void namedTwice(ActDeclaration type, Act act, List<Fault> faults) {
        for (Field field : type.references().toList()) {
            List<Ref<? extends Subject>> refs = ActDeclaration.references(field, act);
            for (int i = 1; i < refs.size(); i++) {
                if (refs.subList(0, i).contains(refs.get(i))) {
                    faults.add(Fault.at(
                            field.name() + "[" + i + "]", "twice", refs.get(i).toString()));
                }
            }
        }
    }

    /** Identifiers with a wrong check character are told as such, and no subject is made under one. */
    private void misread(ActDeclaration type, Act act, List<Fault> faults) {
        Map<String, Ref<? extends Subject>> all = new TreeMap<>(References.concerned(type, act));
        all.putAll(References.made(type, act));
        all.putAll(References.mentioned(type, act));
        all.forEach((path, ref) -> identifiers
                .fault(ref)
                .ifPresent(fault -> faults.add(new Fault(path, fault.code(), fault.parameters()))));
    }

    /** Puts identifiers in the place of subjects that the act makes and the input leaves open. */
    private JsonNode withIdentifiers(ActDeclaration type, JsonNode json, boolean forGood) {
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode complete = object.deepCopy();
        for (Field field : type.references().toList()) {
            if (field.part() == Field.Part.MAKES
                    && !field.optional()
                    && field.shape() instanceof Shape.Reference(String kind)
                    && (!complete.has(field.name())
                            || complete.get(field.name()).isNull())) {
                complete.put(field.name(), kind + ":" + (forGood ? identifiers.issue(kind) : "new"));
            }
        }
        return complete;
    }
}
