package org.example.acts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small invented world for tests of rules: one autologous product, its batch, a unit, its recipient and a nurse. The states
 * are read from JSON, so that a state may grow by components that can be absent.
 */
public final class Examples {

    public static final Vocabulary VOCABULARY = new Vocabulary(
            new ArrayList<>(new Vocabulary()
                    .subjects().stream().map(SubjectDeclaration::type).toList()),
            List.of(Thaw.class, Infuse.class, Observe.class, Fill.class, Screen.class));

    public static final Language LANGUAGE = new Language(VOCABULARY);

    public static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

    public static final Ref<Site> SITE = Ref.parse("site:S1");
    public static final Ref<Product> PRODUCT = Ref.parse("product:T1");
    public static final Ref<Donor> DONOR = Ref.parse("donor:N1");
    public static final Ref<Collection> COLLECTION = Ref.parse("collection:K1");
    public static final Ref<Batch> BATCH = Ref.parse("batch:B1");
    public static final Ref<Unit> UNIT = Ref.parse("unit:U1");
    public static final Ref<Recipient> RECIPIENT = Ref.parse("recipient:C1");
    public static final Ref<Order> ORDER = Ref.parse("order:O1");
    public static final Ref<Person> NURSE = Ref.parse("person:P1");

    private static final JsonMapper JSON = new JsonMapper();

    private Examples() {}

    private static <S extends Subject> S state(String kind, String json) {
        SubjectDeclaration declaration = VOCABULARY.subject(kind).orElseThrow();
        return RecordReader.read(declaration.shape(), JSON.readTree(json));
    }

    public static Product product() {
        return state("product", """
                {"name": "Example CAR-T", "code": "EX-1", "source": "autologous", "cellType": "car_t", "geneModified": true,
                 "form": "frozen", "risk": "high", "manufacturer": "site:S1", "approved": true,
                 "specification": {"viability": {"minimum": 80, "unit": "%", "method": "trypan blue"}},
                 "instructions": {
                   "version": "1", "storageMinimum": -196, "storageMaximum": -150, "containerType": "dry shipper",
                   "maximumTransport": "PT48H", "thawMinimum": 36, "thawMaximum": 38, "usableAfterThaw": "PT30M",
                   "diluents": ["saline"], "routes": ["intravenous"], "forbiddenFilters": ["leukocyte"],
                   "rateMinimum": 1, "rateMaximum": 10, "doseMinimum": 1, "doseMaximum": 10, "observation": "PT4H",
                   "monitor": ["temperature"], "reportWithin": "PT24H", "followUp": "P5475D"}}
                """);
    }

    public static Batch batch() {
        return state("batch", """
                {"number": "EX-1-0001", "product": "product:T1", "collection": "collection:K1", "site": "site:S1",
                 "area": "area:R1", "intendedRecipient": "recipient:C1", "chainOfIdentity": "COI-1", "stage": "released",
                 "started": "2026-02-28T12:00:00Z", "produced": "2026-03-10", "expires": "2027-03-10",
                 "releaseTests": {"viability": {"value": 91.5, "unit": "%", "method": "trypan blue", "methodStatus": "validated",
                                                "reported": "2026-03-15T12:00:00Z"}},
                 "release": {"at": "2026-03-16T12:00:00Z", "by": "person:P1", "certificate": "COA-1"}}
                """);
    }

    public static Unit unit() {
        return state("unit", """
                {"batch": "batch:B1", "product": "product:T1", "recipient": "recipient:C1", "chainOfIdentity": "COI-1",
                 "volume": 50, "viableCells": 100, "status": "accepted", "expires": "2027-03-10", "heldAt": "site:S1",
                 "position": "A1", "freezeThawCount": 0}
                """);
    }

    public static Recipient recipient() {
        return state("recipient", """
                {"name": "vault:1", "hospitalNumber": "H1", "site": "site:S1", "chainOfIdentity": "COI-1",
                 "donor": "donor:N1", "weight": 70}
                """);
    }

    public static Order order() {
        return state("order", """
                {"recipient": "recipient:C1", "product": "product:T1", "batch": "batch:B1", "site": "site:S1",
                 "status": "conditioned", "orderedBy": "person:P2", "quantity": 1, "dose": 100, "route": "intravenous",
                 "openReactions": 0}
                """);
    }

    public static Person nurse() {
        return state("person", """
                {"name": "Zhang Example", "site": "site:S1", "roles": ["nurse"], "active": true,
                 "trainings": [{"topic": "thaw", "basis": "training", "passed": "2026-01-01", "validUntil": "2027-01-01"}]}
                """);
    }

    public static Donor donor() {
        return state("donor", """
                {"name": "vault:2", "site": "site:S1", "product": "product:T1", "sex": "f", "birthYear": 1980,
                 "autologous": true, "infectiousHandling": false}
                """);
    }

    public static Thaw thaw() {
        return new Thaw(
                UNIT,
                null,
                new BigDecimal("37.0"),
                NOON.minus(Duration.ofMinutes(3)),
                NOON,
                1,
                List.of(
                        new Thaw.Reading(NOON.minus(Duration.ofMinutes(2)), new BigDecimal("20.5")),
                        new Thaw.Reading(NOON.minus(Duration.ofMinutes(1)), null)),
                null);
    }
}
