package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.ledger.Ledger;
import org.opencgt.pipeline.Lots;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that the gate refused when it was signed, because things had changed since it was checked. */
class RefusedFormTest extends RunningServer {

    private static final String FORM = "/acts/material.release-lot";

    @Autowired
    private Pipeline pipeline;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Ledger ledger;

    private Outcome.Accepted done(String type, tools.jackson.databind.JsonNode act, String by) {
        Signer signer = credentials.open(by, PASSWORD.toCharArray());
        return (Outcome.Accepted) pipeline.perform(Request.of(type, act, List.of(signer)));
    }

    @Test
    void itIsSignedAgainWhenWhatWasMissingIsThere() throws Exception {
        String lot = done("material.receive-lot", Lots.received(), "warehouse.he")
                .made()
                .getFirst()
                .toString();
        Visitor visitor = new Visitor(port()).signIn("quality.zhao");
        Map<String, String> fields =
                new LinkedHashMap<>(Visitor.carried(visitor.get(FORM).body()));
        fields.put("lot", lot);
        fields.put("conclusion", "Conforms");
        fields.put("_do", "sign");
        fields.put("_password.0", PASSWORD);
        long size = ledger.size();

        HttpResponse<String> refused = visitor.post(FORM, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The gate refused the act", "OC-M5");
        HttpResponse<String> again = visitor.post(FORM, fields);
        assertThat(again.body()).as("the same form again says the same").contains("The gate refused the act", "OC-M5");
        assertThat(ledger.size()).as("one attempt").isEqualTo(size + 1);

        done("material.test-lot", Lots.tested(lot), "qc.sun");
        String key = Visitor.one(refused.body(), "_key");
        assertThat(key).isNotEqualTo(fields.get("_key"));
        fields.put("_key", key);
        HttpResponse<String> signed = visitor.post(FORM, fields);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);
    }
}
