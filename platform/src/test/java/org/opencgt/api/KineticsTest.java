package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kinetics of the demonstration's study over REST: tables of the ledger as input, signed analyses, and attempts to cheat. */
class KineticsTest extends DemoServer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Rest as(String login) {
        return Rest.of(server()).as(login, PASSWORD);
    }

    private String plan() {
        return named("pharmacology-plan").toString();
    }

    private ObjectNode asked(String assay) {
        ObjectNode asked = JSON.createObjectNode();
        asked.putObject("input").put("table", "concentrations").put("subject", plan() + "/" + assay);
        asked.put("auc", "0:28");
        return asked;
    }

    private JsonNode signable(String assay) {
        Rest.Answer answer = as("statistics.mo").post("/api/analyses/ck/nca/signable?title=Interim", asked(assay));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Rest.Answer sign(JsonNode act) {
        return as("statistics.mo").post("/api/acts/analysis.sign", act);
    }

    @Test
    void theLedgerIsASourceOfAnalyses() {
        Rest.Answer answer = as("statistics.mo").post("/api/analyses/ck/nca", asked("qpcr"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode first = answer.json().get(0);
        assertThat(first.path("subject").asString()).isEqualTo("YX101-01");
        assertThat(first.path("cmax").asDouble()).isEqualTo(8100);
        assertThat(answer.json().size()).isEqualTo(6);
        ObjectNode stop = asked("flow");
        stop.remove("auc");
        assertThat(as("statistics.mo")
                        .post("/api/analyses/ck/stop-sampling", stop)
                        .status())
                .isEqualTo(200);
        Rest.Answer unknown = as("statistics.mo").post("/api/analyses/ck/nca", asked("western-blot"));
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void aSignedAnalysisGivesTheSameDigitsAgain() {
        Rest.Answer signed = sign(signable("qpcr"));
        assertThat(signed.status()).as(signed.body()).isEqualTo(201);
        String analysis = signed.at("/made/0");
        Rest.Answer again = as("quality.song")
                .post(
                        "/api/analyses/signed/" + analysis.substring("analysis:".length()) + "/rerun",
                        JSON.createObjectNode());
        assertThat(again.at("/same")).isEqualTo("true");
        assertThat(as("quality.song").get("/api/subjects/" + plan()).body())
                .contains(analysis.substring("analysis:".length()));
    }

    @Test
    void aResultThatTheEngineDoesNotGiveIsNotSigned() {
        ObjectNode better = signable("qpcr").deepCopy().asObject();
        better.put("result", better.path("result").asString().replaceFirst("8100", "9100"));
        Rest.Answer refused = sign(better);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("OC-P1");
        ObjectNode otherData = signable("flow").deepCopy().asObject();
        otherData.put("result", signable("qpcr").path("result").asString());
        assertThat(sign(otherData).status()).isEqualTo(409);
        ObjectNode otherEngine = signable("qpcr").deepCopy().asObject();
        otherEngine.put("engine", "OpenCGT 99");
        assertThat(sign(otherEngine).body()).contains("OC-P1");
    }

    @Test
    void samplingGoesOnWhileTheRuleDoesNotHold() {
        ObjectNode stop = JSON.createObjectNode()
                .put("profile", named("profile-2").toString())
                .put("reason", "Wanted early");
        Rest.Answer refused = as("coordinator.bai").post("/api/acts/pharmacology.stop-sampling", stop);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("OC-P2");
    }
}
