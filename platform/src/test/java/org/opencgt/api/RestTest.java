package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.pipeline.Lots;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Acting over REST: who may, how it is answered, in both languages. */
class RestTest extends DemoServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RECEIVE = "/api/acts/material.receive-lot";
    private static final String RELEASE = "/api/acts/material.release-lot";

    @Autowired
    private JdbcClient jdbc;

    private Rest anybody() {
        return Rest.of(server());
    }

    private Rest as(String login) {
        return anybody().as(login, PASSWORD);
    }

    /** A lot received over REST. */
    private String lot(ObjectNode received) {
        Rest.Answer answer = as("warehouse.he").post(RECEIVE, received);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String lot = answer.at("/made/0");
        assertThat(as("qc.sun")
                        .post("/api/acts/material.test-lot", Lots.tested(lot))
                        .status())
                .isEqualTo(201);
        return lot;
    }

    private static void isProblem(Rest.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.at("/title")).isNotBlank().doesNotContain("[problem", "[fault");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.opencgt", "at org.", "SELECT", "insert into");
    }

    @Test
    void anActIsPerformedAndAnswered() {
        Rest.Answer answer = as("warehouse.he").post(RECEIVE, Lots.received());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.type()).startsWith("application/json");
        assertThat(answer.at("/verdict/outcome")).isEqualTo("accepted");
        assertThat(answer.at("/entry/type")).isEqualTo("material.receive-lot");
        assertThat(answer.at("/entry/performer")).isEqualTo("person:warehouse.he");
        assertThat(answer.at("/entry/signatures/0/meaning")).isEqualTo("performed");
        assertThat(answer.at("/entry/content/act/lot")).isEqualTo(answer.at("/made/0"));
        assertThat(as("warehouse.he")
                        .get("/api/subjects/" + answer.at("/made/0"))
                        .at("/state/status"))
                .isEqualTo("quarantine");
    }

    @Test
    void theGateSaysNoWithClausesInTheCallersLanguage() {
        String lot = lot(Lots.received().put("intact", false));
        Rest.Answer english = as("quality.zhao").post(RELEASE, Lots.release(lot));
        isProblem(english, 409, "gate-blocked");
        assertThat(english.at("/violations/0/clause")).isEqualTo("OC-M5");
        assertThat(english.at("/violations/0/pack")).isEqualTo("OC");
        assertThat(english.at("/violations/0/strength")).isEqualTo("shall");
        assertThat(english.at("/violations/0/subject")).isEqualTo(lot);
        assertThat(english.at("/violations/0/message")).contains("lot", "quarantine");
        assertThat(ledger.entry(english.at("/entry"))).isPresent();
        Rest.Answer chinese = as("quality.zhao").in("zh-CN").post(RELEASE, Lots.release(lot));
        isProblem(chinese, 409, "gate-blocked");
        assertThat(chinese.at("/title")).isEqualTo("关卡不放行该操作");
        assertThat(chinese.at("/violations/0/message")).contains("物料批");
    }

    @Test
    void aDryRunAnswersAndPerformsNothing() {
        String lot = lot(Lots.received());
        long size = ledger.size();
        Rest.Answer yes = as("quality.zhao").post(RELEASE + "?dryRun=true", Lots.release(lot));
        assertThat(yes.status()).isEqualTo(200);
        assertThat(yes.at("/verdict/outcome")).isEqualTo("accepted");
        Rest.Answer no = as("quality.zhao")
                .post(RELEASE + "?dryRun=true", Lots.release(named("lot-vector").toString()));
        assertThat(no.status()).isEqualTo(200);
        assertThat(no.at("/verdict/outcome")).isEqualTo("blocked");
        Rest.Answer made = as("warehouse.he").post(RECEIVE + "?dryRun=true", Lots.received());
        assertThat(made.at("/made/0")).isEqualTo("material-lot:new");
        assertThat(ledger.size()).isEqualTo(size);
        isProblem(as("quality.zhao").post(RELEASE + "?dryRun=perhaps", Lots.release(lot)), 422, "invalid-act");
        assertThat(ledger.size()).isEqualTo(size);
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerWhateverItWas() {
        ObjectNode received = Lots.received();
        Rest.Answer first = as("warehouse.he")
                .key("lot-" + received.at("/lotNumber").asString())
                .post(RECEIVE, received);
        long size = ledger.size();
        Rest.Answer again = as("warehouse.he")
                .key("lot-" + received.at("/lotNumber").asString())
                .post(RECEIVE, received);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        Rest.Answer other = as("warehouse.he")
                .key("lot-" + received.at("/lotNumber").asString())
                .post(RECEIVE, received.deepCopy().put("quantity", 11));
        isProblem(other, 422, "key-reused");
        assertThat(ledger.size()).isEqualTo(size);

        String lot = lot(Lots.received().put("intact", false));
        Rest.Answer no = as("quality.zhao").key(lot).post(RELEASE, Lots.release(lot));
        Rest.Answer stillNo = as("quality.zhao").key(lot).post(RELEASE, Lots.release(lot));
        isProblem(stillNo, 409, "gate-blocked");
        assertThat(stillNo.json()).isEqualTo(no.json());
    }

    @Test
    void ofTwoPeopleAtOnceOneWinsAndTheOtherHearsWhy() throws Exception {
        String lot = lot(Lots.received());
        List<Rest.Answer> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Rest.Answer> one = people.submit(() -> as("quality.zhao").post(RELEASE, Lots.release(lot)));
            Future<Rest.Answer> other = people.submit(() -> as("quality.qian").post(RELEASE, Lots.release(lot)));
            answers.add(one.get());
            answers.add(other.get());
        }
        assertThat(answers).extracting(Rest.Answer::status).containsExactlyInAnyOrder(201, 409);
        Rest.Answer second =
                answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
        isProblem(second, 409, "gate-blocked");
        assertThat(second.at("/violations/0/clause")).isEqualTo("OC-M5");
        assertThat(second.at("/violations/0/message")).contains("quarantine");
    }

    @Test
    void aReasonLiftsARecommendationAndLateEntriesNeedOne() {
        String lot = lot(Lots.received().put("approvedForUse", false));
        ObjectNode envelope = JSON.createObjectNode();
        envelope.set("act", Lots.release(lot));
        Rest.Answer needed = as("quality.zhao").post(RELEASE, envelope);
        isProblem(needed, 409, "gate-blocked");
        assertThat(needed.at("/violations/0/strength")).isEqualTo("should");
        envelope.putObject("justifications").put("IC-5.4c", "No approved medium exists");
        assertThat(as("quality.zhao").post(RELEASE, envelope).at("/verdict/outcome"))
                .isEqualTo("accepted_with_justification");

        ObjectNode late = JSON.createObjectNode().put("performedAt", "2026-03-02T08:30:00+08:00");
        late.set("act", Lots.received());
        Rest.Answer why = as("warehouse.he").post(RECEIVE, late);
        isProblem(why, 422, "invalid-act");
        assertThat(why.at("/errors/0/field")).isEqualTo("lateReason");
        assertThat(as("warehouse.he")
                        .post(RECEIVE, late.put("lateReason", "Paper record"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoDoesNotSignInIsToldHow() {
        for (Rest rest : List.of(
                anybody(),
                anybody().as("warehouse.he", "wrong-password-1"),
                anybody().as("nobody.at-all", PASSWORD),
                anybody().as("x'; drop table credential; --", PASSWORD),
                anybody().as("nul\0byte", PASSWORD),
                anybody().as("", PASSWORD),
                anybody().with("Basic !!!"),
                anybody().with("Basic bm9jb2xvbg=="),
                anybody().with("Digest abc"),
                anybody().bearer(""),
                anybody().bearer("ocgt_"),
                anybody().bearer("ocgt__"),
                anybody().bearer("ocgt_unknown_AAAA"),
                anybody().bearer("ocgt_a'b_" + "A".repeat(43)),
                anybody().bearer("x".repeat(4000)))) {
            Rest.Answer answer = rest.post(RECEIVE, Lots.received());
            isProblem(answer, 401, "not-signed-in");
            assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                    .hasSize(2);
            assertThat(rest.in("zh-CN").get("/api/acts").at("/title")).isEqualTo("未登录");
        }
    }

    @Test
    void wrongPasswordsLockOverRestToo() {
        String login = somebody("warehouse");
        for (int i = 0; i < 5; i++) {
            isProblem(anybody().as(login, "wrong-password-" + i).get("/api/acts"), 401, "not-signed-in");
        }
        Rest.Answer locked = as(login).get("/api/acts");
        isProblem(locked, 401, "not-signed-in");
        assertThat(locked.at("/errors/0/code")).isEqualTo("sign-in-locked");
        assertThat(locked.response().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(jdbc.sql("select result from sign_in where login = ? and origin is not null order by at")
                        .param(login)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("refused", "refused", "refused", "refused", "refused", "locked");
    }

    @Test
    void aRoleIsNeeded() {
        Rest.Answer answer = as("nurse.tang").post(RECEIVE, Lots.received());
        isProblem(answer, 403, "not-authorised");
        assertThat(answer.at("/errors/0/field")).isEqualTo("Authorization");
        assertThat(answer.at("/detail")).contains("nurse.tang", "warehouse");
    }

    private ObjectNode harvestOfTwo(String second, String password) {
        ObjectNode correction = JSON.createObjectNode();
        Rest.Answer received = as("warehouse.he").post(RECEIVE, Lots.received());
        correction
                .putObject("act")
                .put("entry", received.at("/entry/id"))
                .put("reason", "Reviewed together at the shelf")
                .put("replacement", received.json().at("/entry/content/act").toString());
        correction.putArray("signatures").addObject().put("person", second).put("password", password);
        return correction;
    }

    @Test
    void theSecondSignerSignsInTheBody() {
        String correct = "/api/acts/records.correct";
        Rest.Answer good = as("warehouse.he").post(correct, harvestOfTwo("person:quality.zhao", PASSWORD));
        assertThat(good.status()).as(good.body()).isEqualTo(201);
        assertThat(good.at("/entry/signatures/1/person")).isEqualTo("person:quality.zhao");
        assertThat(good.at("/entry/signatures/1/meaning")).isEqualTo("reviewed");

        Rest.Answer wrong = as("warehouse.he").post(correct, harvestOfTwo("quality.zhao", "wrong-password-1"));
        isProblem(wrong, 401, "not-signed-in");
        assertThat(wrong.at("/errors/0/field")).isEqualTo("signatures[0].password");

        Rest.Answer role = as("warehouse.he").post(correct, harvestOfTwo("nurse.tang", PASSWORD));
        isProblem(role, 403, "not-authorised");
        assertThat(role.at("/errors/0/field")).isEqualTo("signatures[0]");

        Rest.Answer twice = as("warehouse.he").post(correct, harvestOfTwo("warehouse.he", PASSWORD));
        isProblem(twice, 409, "gate-blocked");
        assertThat(twice.body()).contains("OC-M13");

        ObjectNode meaning = harvestOfTwo("quality.zhao", PASSWORD);
        ((ObjectNode) meaning.at("/signatures/0")).put("meaning", "released");
        Rest.Answer other = as("warehouse.he").post(correct, meaning);
        isProblem(other, 422, "invalid-act");
        assertThat(other.at("/errors/0/field")).isEqualTo("signatures[0].meaning");
        assertThat(other.at("/errors/0/message")).contains("reviewed");

        ObjectNode alone = harvestOfTwo("quality.zhao", PASSWORD);
        alone.remove("signatures");
        Rest.Answer missing = as("warehouse.he").post(correct, alone);
        isProblem(missing, 422, "invalid-act");
        assertThat(missing.at("/errors/0/field")).isEqualTo("signatures");
    }

    @Test
    void passwordsAreNotTriedWhereTheNumberOfSignersIsWrong() {
        String login = somebody("warehouse");
        ObjectNode body = JSON.createObjectNode();
        body.set("act", Lots.received());
        for (int i = 0; i < 20; i++) {
            body.withArray("signatures").addObject().put("person", login).put("password", "wrong-password-1");
        }
        isProblem(as("warehouse.he").post(RECEIVE, body), 422, "invalid-act");
        assertThat(as(login).get("/api/acts").status()).as("nobody was locked").isEqualTo(200);
    }

    /** Registers somebody over REST, with the demonstration's password. */
    private String somebody(String... roles) {
        String login = Lots.login("rest");
        Rest.Answer registered = as("administrator")
                .post("/api/acts/organisation.register-person", Lots.person(login, "site:yunxi", roles));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        Rest.Answer enrolled = as("administrator")
                .post(
                        "/api/people/" + login + "/password",
                        JSON.createObjectNode().put("password", PASSWORD).put("changeNeeded", false));
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        assertThat(enrolled.body()).doesNotContain(PASSWORD);
        return login;
    }

    private JsonNode token(String login, String site, int days) {
        Rest.Answer issued = as("administrator")
                .post(
                        "/api/people/" + login + "/token",
                        JSON.createObjectNode().put("site", site).put("days", days));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        return issued.json();
    }

    @Test
    void aServiceAccountActsWithItsTokenAtItsSiteOnly() {
        String token = token(somebody("warehouse", "quality"), "site:yunxi", 30)
                .at("/token")
                .asString();
        Rest.Answer here = anybody().bearer(token).post(RECEIVE, Lots.received());
        assertThat(here.status()).as(here.body()).isEqualTo(201);
        assertThat(anybody()
                        .bearer(token)
                        .get("/api/subjects/" + here.at("/made/0"))
                        .status())
                .isEqualTo(200);

        String foreign = token(somebody("warehouse", "quality"), "site:linjiang", 30)
                .at("/token")
                .asString();
        Rest rest = anybody().bearer(foreign);
        isProblem(rest.post(RECEIVE, Lots.received()), 403, "not-authorised");
        isProblem(rest.post(RELEASE, Lots.release(here.at("/made/0"))), 403, "not-authorised");
        for (String path : List.of(
                "/api/subjects/" + here.at("/made/0"),
                "/api/subjects/" + here.at("/made/0") + "?asOf=2030-01-01T00:00:00Z",
                "/api/subjects/" + here.at("/made/0") + "/history",
                "/api/subjects/" + here.at("/made/0") + "/obligations",
                "/api/subjects/" + here.at("/made/0") + "/proof",
                "/api/lineage/" + here.at("/made/0"),
                "/api/recall/" + here.at("/made/0"),
                "/api/guidelines/status?subject=" + here.at("/made/0"),
                "/api/ledger/entries/" + here.at("/entry/id"),
                "/api/ledger/entries/" + here.at("/entry/id") + "/proof")) {
            Rest.Answer answer = rest.get(path);
            isProblem(answer, 403, "not-authorised");
            assertThat(answer.at("/errors/0/code")).isEqualTo("other-site");
        }
    }

    /** Whoever stole the token of one site's administrator takes over nobody elsewhere. */
    @Test
    void anAdministratorsTokenGivesNoPasswordsAtOtherSites() {
        Rest stolen = anybody()
                .bearer(token(somebody("administrator"), "site:linjiang", 30)
                        .at("/token")
                        .asString());
        String victim = somebody("quality");
        String token = token(victim, "site:yunxi", 1).at("/id").asString();
        ObjectNode password =
                JSON.createObjectNode().put("password", "taken-over-password").put("changeNeeded", false);
        ObjectNode issue = JSON.createObjectNode().put("site", "site:linjiang").put("days", 1);
        for (Rest.Answer answer : List.of(
                stolen.post("/api/people/" + victim + "/password", password),
                stolen.post("/api/people/" + victim + "/token", issue),
                stolen.delete("/api/people/" + victim + "/token/" + token),
                stolen.post(
                        "/api/acts/organisation.deactivate-person",
                        JSON.createObjectNode()
                                .put("person", "person:" + victim)
                                .put("reason", "Theft")))) {
            isProblem(answer, 403, "not-authorised");
            assertThat(answer.at("/errors/0/code")).isEqualTo("other-site");
        }
        String own = Lots.login("own");
        assertThat(stolen.post("/api/acts/organisation.register-person", Lots.person(own, "site:linjiang", "warehouse"))
                        .status())
                .isEqualTo(201);
        isProblem(
                stolen.post(
                        "/api/people/" + own + "/token",
                        JSON.createObjectNode().put("site", "site:yunxi").put("days", 1)),
                403,
                "not-authorised");
        assertThat(stolen.post("/api/people/" + own + "/token", issue).status()).isEqualTo(201);
        assertThat(as(victim).get("/api/acts").status()).isEqualTo(200);
    }

    @Test
    void aTokenEndsWhenItExpiresIsRevokedOrItsAccountLeaves() {
        String login = somebody("warehouse");
        JsonNode revoked = token(login, "site:yunxi", 1);
        assertThat(anybody()
                        .bearer(revoked.at("/token").asString())
                        .get("/api/acts")
                        .status())
                .isEqualTo(200);
        String path = "/api/people/" + login + "/token/" + revoked.at("/id").asString();
        isProblem(as("warehouse.he").delete(path), 403, "not-authorised");
        assertThat(as("administrator").delete(path).status()).isEqualTo(204);
        isProblem(as("administrator").delete(path), 404, "not-found");
        isProblem(anybody().bearer(revoked.at("/token").asString()).get("/api/acts"), 401, "not-signed-in");

        String expired = token(login, "site:yunxi", 1).at("/token").asString();
        jdbc.sql("update service_token set expires_at = now() - interval '1 second' where login = ?")
                .param(login)
                .update();
        isProblem(anybody().bearer(expired).get("/api/acts"), 401, "not-signed-in");

        JsonNode last = token(login, "site:yunxi", 1);
        String tampered = last.at("/token").asString();
        tampered = tampered.substring(0, tampered.length() - 3) + (tampered.endsWith("AAA") ? "BBA" : "AAA");
        isProblem(anybody().bearer(tampered).get("/api/acts"), 401, "not-signed-in");
        as("administrator")
                .post(
                        "/api/acts/organisation.deactivate-person",
                        JSON.createObjectNode().put("person", "person:" + login).put("reason", "Retired"));
        Rest.Answer left = anybody().bearer(last.at("/token").asString()).get("/api/acts");
        isProblem(left, 401, "not-signed-in");
        assertThat(left.at("/errors/0/code")).isEqualTo("inactive");
        isProblem(as(login).get("/api/acts"), 401, "not-signed-in");
    }

    @Test
    void onlyAnAdministratorGivesPasswordsAndTokens() {
        String login = somebody("warehouse");
        JsonNode password = JSON.createObjectNode().put("password", "another-password-1");
        isProblem(as("quality.zhao").post("/api/people/" + login + "/password", password), 403, "not-authorised");
        isProblem(as("administrator").post("/api/people/nobody/password", password), 404, "not-found");
        Map<String, String> wrong = Map.of(
                "{\"password\": \"short\"}", "password",
                "{}", "password",
                "{\"password\": 12345678901234}", "password",
                "{\"password\": \"long-enough-password\", \"changeNeeded\": \"no\"}", "changeNeeded");
        wrong.forEach((body, field) -> {
            Rest.Answer answer = as("administrator").post("/api/people/" + login + "/password", body);
            isProblem(answer, 422, "invalid-act");
            assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        });
        for (String body : List.of(
                "{\"site\": \"site:nowhere\", \"days\": 3}",
                "{\"site\": \"unit:x\", \"days\": 3}",
                "{\"site\": \"::\", \"days\": 3}",
                "{\"site\": \"site:yunxi\", \"days\": 0}",
                "{\"site\": \"site:yunxi\", \"days\": 1e99}",
                "{\"site\": \"site:yunxi\"}",
                "[]")) {
            isProblem(as("administrator").post("/api/people/" + login + "/token", body), 422, "invalid-act");
        }
        assertThat(as(login).get("/api/acts").status())
                .as("the password is as it was")
                .isEqualTo(200);
    }

    @Test
    void aGivenPasswordMustBeChangedBeforeAnythingElse() {
        String login = somebody("warehouse");
        String given = "given-by-another-1";
        as("administrator")
                .post(
                        "/api/people/" + login + "/password",
                        JSON.createObjectNode().put("password", given));
        Rest.Answer refused = anybody().as(login, given).post(RECEIVE, Lots.received());
        isProblem(refused, 401, "not-signed-in");
        assertThat(refused.at("/errors/0/code")).isEqualTo("password-change-needed");
        ObjectNode change = JSON.createObjectNode()
                .put("person", login)
                .put("password", "not-the-given-1")
                .put("fresh", "chosen-by-oneself-1");
        isProblem(anybody().post("/api/password", change), 401, "not-signed-in");
        assertThat(anybody()
                        .post("/api/password", change.put("password", given))
                        .status())
                .isEqualTo(204);
        assertThat(anybody()
                        .as(login, "chosen-by-oneself-1")
                        .post(RECEIVE, Lots.received())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Rest rest = as("quality.zhao");
        for (String path : List.of(
                "/api/nowhere",
                "/api/acts/clinic.fly",
                "/api/subjects/unit:none",
                "/api/subjects/unit:none/history",
                "/api/subjects/unit:none/obligations",
                "/api/subjects/unit:none/proof",
                "/api/lineage/unit:none",
                "/api/recall/material-lot:none",
                "/api/guidelines/XX-1",
                "/api/guidelines/status?subject=unit:none",
                "/api/ledger/entries/none",
                "/api/ledger/entries/none/proof")) {
            isProblem(rest.get(path), 404, "not-found");
            assertThat(rest.in("zh-CN").get(path).at("/title")).isEqualTo("未找到");
        }
        isProblem(rest.post("/api/acts/clinic.fly", JSON.createObjectNode()), 404, "not-found");
        isProblem(rest.delete("/api/acts"), 405, "method-not-allowed");
    }

    /** Where the browser prefers a language that there is none of, the next one counts. */
    @Test
    void theLanguageIsTheFirstThatThereIs() {
        Map<String, String> titles = Map.of(
                "en",
                "Not found",
                "zh-CN",
                "未找到",
                "zh",
                "未找到",
                "fr, zh-CN;q=0.8",
                "未找到",
                "fr",
                "Not found",
                "*",
                "Not found");
        titles.forEach((language, title) -> assertThat(as("quality.zhao")
                        .in(language)
                        .get("/api/guidelines/XX-1")
                        .at("/title"))
                .as(language)
                .isEqualTo(title));
    }
}
