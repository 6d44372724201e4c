package org.opencgt.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Field;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Shape;
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

    /** Acts before this day are typing errors. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final Vocabulary vocabulary;
    private final Identifiers identifiers;
    private final Vault vault;

    Reception(Vocabulary vocabulary, Identifiers identifiers, Vault vault) {
        this.vocabulary = vocabulary;
        this.identifiers = identifiers;
        this.vault = vault;
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
        Intake personal = vault.intake();
        Act act = null;
        try {
            act = RecordReader.read(type.shape(), withIdentifiers(type, request.act(), forGood), personal);
        } catch (InvalidAct e) {
            faults.addAll(e.faults());
        }
        if (act == null || !faults.isEmpty()) {
            throw new InvalidAct(faults);
        }
        return new Taken(new Content(type, act, performed, request.lateReason(), request.justifications()), personal);
    }

    private static Instant performed(Request request, Instant recorded, List<Fault> faults) {
        Instant performed =
                request.performedAt() == null ? recorded : request.performedAt().truncatedTo(ChronoUnit.MILLIS);
        if (performed.isAfter(recorded.plus(CLOCK_SKEW))) {
            faults.add(Fault.at("performedAt", "future", performed.toString(), recorded.toString()));
        } else if (performed.isBefore(EARLIEST)) {
            faults.add(Fault.at("performedAt", "past", performed.toString()));
        } else if (performed.isBefore(recorded.minus(LATE))
                && (request.lateReason() == null || request.lateReason().isBlank())) {
            faults.add(Fault.at("lateReason", "late", LATE.toHours()));
        }
        return performed;
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
