package org.opencgt.pipeline;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Acts about material lots: short, and with rules of every strength at their release. */
public final class Lots {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Lots() {}

    /** What {@code material.receive-lot} takes; the lot can be released. */
    public static ObjectNode received() {
        ObjectNode lot = (ObjectNode) JSON.readTree("""
                {"material": "Invented medium", "category": "culture_medium", "use": "raw_material",
                 "supplier": "site:lanting", "site": "site:yunxi", "expires": "2030-12-31", "quantity": 10, "unit": "mL",
                 "certificate": "COA-T1", "origin": ["recombinant"], "grade": "pharmaceutical", "risk": "low",
                 "cellContact": true, "approvedForUse": true, "storageMinimum": 2, "storageMaximum": 8,
                 "arrivalTemperature": 5, "intact": true}
                """);
        String number = "T-" + UUID.randomUUID().toString().substring(0, 8);
        return lot.put("lotNumber", number).put("certificateLot", number);
    }

    /** What {@code material.test-lot} takes; no lot is released untested. */
    public static JsonNode tested(String lot) {
        return JSON.createObjectNode()
                .put("lot", lot)
                .put("test", "identity")
                .put("words", "conforms")
                .put("method", "invented")
                .put("methodStatus", "validated");
    }

    public static JsonNode release(String lot) {
        return JSON.createObjectNode().put("lot", lot).put("conclusion", "Conforms");
    }

    /** What {@code organisation.record-training} takes. */
    public static ObjectNode training(String person, String topic) {
        ObjectNode training = JSON.createObjectNode()
                .put("person", person)
                .put("basis", "training")
                .put("passed", "2026-01-05")
                .put("validUntil", "2030-01-05");
        training.putArray("topics").add(topic);
        return training;
    }

    /** What {@code organisation.register-person} takes. */
    public static ObjectNode person(String login, String site, String... roles) {
        ObjectNode person = JSON.createObjectNode()
                .put("person", "person:" + login)
                .put("site", site)
                .put("name", "Invented " + login);
        var list = person.putArray("roles");
        for (String role : roles) {
            list.add(role);
        }
        return person;
    }

    public static String login(String start) {
        return start + "." + UUID.randomUUID().toString().substring(0, 8);
    }
}
