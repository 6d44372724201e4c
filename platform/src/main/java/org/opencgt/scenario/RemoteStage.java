package org.opencgt.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays on a running server over REST; each person gives name and password with each act. */
public final class RemoteStage implements Stage {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final String administratorPassword;
    private final String password;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * @param administratorPassword of the person {@code administrator}
     * @param password of everybody else
     */
    public RemoteStage(URI server, String administratorPassword, String password) {
        this.server = server;
        this.administratorPassword = administratorPassword;
        this.password = password;
    }

    @Override
    public Played play(Scenario.Step step, JsonNode given) {
        ObjectNode body = JSON.createObjectNode();
        body.set("act", given);
        body.put("performedAt", step.at().toString());
        body.put("lateReason", LocalStage.LATE);
        if (!step.justify().isEmpty()) {
            ObjectNode reasons = body.putObject("justifications");
            step.justify().forEach(reasons::put);
        }
        for (String further : step.by().subList(1, step.by().size())) {
            body.withArray("signatures").addObject().put("person", further).put("password", passwordOf(further));
        }
        HttpResponse<String> response =
                post("/api/acts/" + step.perform(), step.by().getFirst(), body);
        Played played = played(response);
        if (played.result() == Scenario.Result.ACCEPTED
                && step.perform().equals("organisation.register-person")
                && !played.made().isEmpty()) {
            HttpResponse<String> enrolled = post(
                    "/api/people/" + played.made().getFirst().substring("person:".length()) + "/password",
                    "administrator",
                    JSON.createObjectNode().put("password", password).put("changeNeeded", false));
            if (enrolled.statusCode() != 201) {
                throw refused(enrolled);
            }
        }
        return played;
    }

    @Override
    public Stage fork() {
        return this;
    }

    private static Played played(HttpResponse<String> response) {
        JsonNode answer = JSON.readTree(response.body());
        List<String> violated = new ArrayList<>();
        List<String> words = new ArrayList<>();
        answer.path("violations").forEach(v -> {
            violated.add(v.required("clause").stringValue());
            words.add(v.required("clause").stringValue() + " "
                    + v.required("message").stringValue());
        });
        answer.path("errors")
                .forEach(e -> words.add(e.required("field").stringValue() + ": "
                        + e.required("message").stringValue()));
        List<String> made = new ArrayList<>();
        answer.path("made").forEach(ref -> made.add(ref.stringValue()));
        Scenario.Result result = switch (response.statusCode()) {
            case 201 -> Scenario.Result.ACCEPTED;
            case 409 -> Scenario.Result.BLOCKED;
            case 403 -> Scenario.Result.FORBIDDEN;
            case 422 -> Scenario.Result.INVALID;
            default -> throw refused(response);
        };
        return new Played(result, violated, made, String.join("\n", words), answer);
    }

    private static Scenario.Broken refused(HttpResponse<String> response) {
        return new Scenario.Broken(
                response.uri().toString(),
                response.statusCode() + " "
                        + JSON.readTree(response.body()).path("detail").asString(response.body()),
                null);
    }

    private HttpResponse<String> post(String path, String login, JsonNode body) {
        String pair = login + ":" + passwordOf(login);
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("no answer from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String passwordOf(String login) {
        return login.equals("administrator") ? administratorPassword : password;
    }
}
