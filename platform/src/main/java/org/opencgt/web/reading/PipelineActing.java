package org.opencgt.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.Signer;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.language.Bilingual;
import org.opencgt.language.Texts;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.NotAuthorised;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.opencgt.subject.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Acts by the one path that every act takes. */
@Component
final class PipelineActing implements Acting {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineActing.class);

    private final Pipeline pipeline;
    private final Credentials credentials;
    private final Entries entries;
    private final Forecast forecast;
    private final Texts texts;

    PipelineActing(Pipeline pipeline, Credentials credentials, Entries entries, Forecast forecast, Texts texts) {
        this.pipeline = pipeline;
        this.credentials = credentials;
        this.entries = entries;
        this.forecast = forecast;
        this.texts = texts;
    }

    @Override
    public Answer check(Proposal proposal, List<String> logins) {
        List<Ref<Person>> people =
                logins.stream().map(login -> new Ref<Person>("person", login)).toList();
        try {
            return new Tried(entries.judgement(
                    pipeline.check(request(proposal, List.of()), people).verdict()));
        } catch (InvalidAct e) {
            return new Invalid(e.faults());
        } catch (NotAuthorised e) {
            return refused(e);
        } catch (NoSuchSubject e) {
            return new Invalid(
                    List.of(Fault.at("", "no-such-subject", e.subject().toString())));
        }
    }

    @Override
    public Answer perform(Proposal proposal, List<Credential> given) {
        List<Signer> signers = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                signers.add(credentials.open(given.get(i).login(), given.get(i).password()));
            } catch (NotSignedIn e) {
                faults.add(new Fault(
                        "signer[" + i + "]", e.fault().code(), e.fault().parameters()));
            }
        }
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        try {
            return switch (pipeline.perform(request(proposal, signers))) {
                case Outcome.Accepted(var entry, var verdict, var made) ->
                    new Performed(entry.id(), made.stream().map(Ref::toString).toList());
                case Outcome.Blocked(var entry, var verdict) -> new Refused(entries.judgement(verdict));
                case Outcome.Repeated(JsonNode answer) -> repeated(answer);
                case Outcome.Checked checked -> throw new IllegalStateException("performed, not checked");
            };
        } catch (InvalidAct e) {
            return new Invalid(e.faults());
        } catch (NotAuthorised e) {
            return refused(e);
        } catch (NoSuchSubject e) {
            return new Invalid(
                    List.of(Fault.at("", "no-such-subject", e.subject().toString())));
        } catch (LedgerException.KeyReused e) {
            return new KeyReused();
        } catch (LedgerException e) {
            LOG.warn("an act was not stored: {}", e.getMessage());
            return new Unavailable(why(e));
        }
    }

    private Bilingual why(LedgerException failed) {
        return switch (failed) {
            case LedgerException.OutcomeUnknown unknown -> texts.both("act.outcome-unknown");
            case LedgerException.LedgerUnavailable unavailable ->
                texts.both(unavailable.key(), unavailable.parameter());
            case LedgerException.StaleSubjects stale -> texts.both("act.not-stored");
            case LedgerException.Rejected rejected -> texts.both("act.not-stored");
            case LedgerException.KeyReused reused -> texts.both("act.key-reused");
        };
    }

    /** The first answer to the same request. */
    private Answer repeated(JsonNode answer) {
        JsonNode body = answer.required("body");
        if (answer.required("status").intValue() != 201) {
            return new Refused(Objects.requireNonNull(entries.judgement(body.required("verdict"))));
        }
        List<String> made = new ArrayList<>();
        body.path("made").forEach(ref -> made.add(ref.asString()));
        return new Performed(body.required("entry").required("id").asString(), made);
    }

    /** A fault of one signer is shown at that signer; any other speaks for itself. */
    private Answer refused(NotAuthorised e) {
        Fault fault = e.fault();
        return fault.path().startsWith("signatures[")
                ? new Invalid(List.of(
                        new Fault(fault.path().replace("signatures", "signer"), fault.code(), fault.parameters())))
                : new Forbidden(
                        texts.both("fault." + fault.code(), fault.parameters().toArray()));
    }

    private static Request request(Proposal proposal, List<Signer> signers) {
        return new Request(
                proposal.type(),
                proposal.act(),
                proposal.performedAt(),
                proposal.lateReason(),
                signers,
                proposal.justifications(),
                signers.isEmpty() ? null : proposal.key(),
                null);
    }

    @Override
    public List<Possible> possible(Ref<?> subject, SignedIn by) {
        return forecast.of(subject, by);
    }
}
