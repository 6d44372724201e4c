package org.opencgt.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.gate.Finding;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Enrolment;
import org.opencgt.pipeline.NotAuthorised;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays in this process. Each person opens the signing key once and keeps it open for the whole run. */
public final class LocalStage implements Stage {

    /** Why a scenario's acts are recorded long after they were done. */
    public static final String LATE = "played from a scenario";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Pipeline pipeline;
    private final Credentials credentials;
    private final Enrolment enrolment;
    private final Texts texts;
    private final Signer administrator;
    private final String password;
    private final Map<String, Signer> signers = new HashMap<>();

    /**
     * @param administrator who enrols the people that the scenario registers
     * @param password of everybody else
     */
    public LocalStage(
            Pipeline pipeline,
            Credentials credentials,
            Enrolment enrolment,
            Texts texts,
            Signer administrator,
            String password) {
        this.pipeline = pipeline;
        this.credentials = credentials;
        this.enrolment = enrolment;
        this.texts = texts;
        this.administrator = administrator;
        this.password = password;
        signers.put(administrator.person().id(), administrator);
    }

    @Override
    public Played play(Scenario.Step step, JsonNode given) {
        List<Signer> by = new ArrayList<>();
        for (String login : step.by()) {
            by.add(signers.computeIfAbsent(login, l -> credentials.open(l, password.toCharArray())));
        }
        try {
            Outcome outcome = pipeline.perform(
                    new Request(step.perform(), given, step.at(), LATE, by, step.justify(), null, null));
            Played played = played(outcome);
            if (played.result() == Scenario.Result.ACCEPTED
                    && step.perform().equals("organisation.register-person")
                    && !played.made().isEmpty()) {
                enrolment.enrol(Ref.parse(played.made().getFirst()), password.toCharArray(), false, administrator);
            }
            return played;
        } catch (InvalidAct e) {
            return failed(Scenario.Result.INVALID, e.faults());
        } catch (NotAuthorised e) {
            return failed(Scenario.Result.FORBIDDEN, List.of(e.fault()));
        }
    }

    @Override
    public Stage fork() {
        LocalStage other = new LocalStage(pipeline, credentials, enrolment, texts, administrator, password);
        other.signers.putAll(signers);
        return other;
    }

    private Played played(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var entry, var verdict, var made) ->
                new Played(
                        Scenario.Result.ACCEPTED,
                        List.of(),
                        made.stream().map(Ref::toString).toList(),
                        "",
                        verdict.json());
            case Outcome.Blocked(var entry, var verdict) ->
                new Played(
                        Scenario.Result.BLOCKED,
                        verdict.obstacles().stream().map(Finding::clause).toList(),
                        List.of(),
                        String.join(
                                "\n",
                                verdict.obstacles().stream()
                                        .map(f -> f.clause() + " " + f.message().in(Texts.ENGLISH)
                                                + (f.missing().isEmpty() ? "" : " " + f.missing()))
                                        .toList()),
                        verdict.json());
            case Outcome.Repeated repeated -> throw new IllegalStateException("scenarios carry no idempotency keys");
            case Outcome.Checked checked -> throw new IllegalStateException("performed, not checked");
        };
    }

    private Played failed(Scenario.Result result, List<Fault> faults) {
        List<String> words = faults.stream()
                .map(f -> f.path() + ": "
                        + texts.of(
                                Texts.ENGLISH,
                                "fault." + f.code(),
                                f.parameters().toArray()))
                .toList();
        return new Played(result, List.of(), List.of(), String.join("\n", words), JSON.nullNode());
    }
}
