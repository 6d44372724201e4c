package org.example.acts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
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
import org.opencgt.subject.TestResult;
import org.opencgt.subject.Unit;

/** A small invented world for tests of rules: one autologous product, its batch, a unit, its recipient and a nurse. */
public final class Examples {

    public static final Vocabulary VOCABULARY = new Vocabulary(
            new Vocabulary().subjects().stream().map(SubjectDeclaration::type).toList(),
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

    private Examples() {}

    public static Product product() {
        return Sparse.record(
                Product.class,
                Map.of(
                        "name",
                        "Example CAR-T",
                        "code",
                        "EX-1",
                        "source",
                        Product.CellSource.AUTOLOGOUS,
                        "cellType",
                        Product.CellType.CAR_T,
                        "geneModified",
                        true,
                        "form",
                        Product.Form.FROZEN,
                        "specification",
                        Map.of(
                                "viability",
                                Sparse.record(Product.Criterion.class, Map.of("minimum", new BigDecimal("80")))),
                        "instructions",
                        Sparse.record(
                                Product.Instructions.class,
                                Map.of(
                                        "version",
                                        "1",
                                        "thawMinimum",
                                        new BigDecimal("36"),
                                        "thawMaximum",
                                        new BigDecimal("38"),
                                        "usableAfterThaw",
                                        Duration.ofMinutes(30)))));
    }

    public static Batch batch() {
        return Sparse.record(
                Batch.class,
                Map.of(
                        "number",
                        "EX-1-0001",
                        "product",
                        PRODUCT,
                        "collection",
                        COLLECTION,
                        "intendedRecipient",
                        RECIPIENT,
                        "stage",
                        Batch.Stage.RELEASED,
                        "releaseTests",
                        Map.of(
                                "viability",
                                Sparse.record(
                                        TestResult.class,
                                        Map.of("value", new BigDecimal("91.5"), "controlsPassed", true)))));
    }

    public static Unit unit() {
        return Sparse.record(
                Unit.class,
                Map.of(
                        "batch",
                        BATCH,
                        "product",
                        PRODUCT,
                        "recipient",
                        RECIPIENT,
                        "chainOfIdentity",
                        "COI-1",
                        "volume",
                        new BigDecimal("50"),
                        "status",
                        Unit.Status.ACCEPTED,
                        "expires",
                        LocalDate.of(2027, 3, 10)));
    }

    public static Recipient recipient() {
        return Sparse.record(
                Recipient.class,
                Map.of("name", new Personal("vault:1"), "donor", DONOR, "weight", new BigDecimal("70")));
    }

    public static Order order() {
        return Sparse.record(
                Order.class,
                Map.of("recipient", RECIPIENT, "product", PRODUCT, "batch", BATCH, "status", Order.Status.CONDITIONED));
    }

    public static Person nurse() {
        return Sparse.record(
                Person.class,
                Map.of(
                        "name",
                        "Zhang Example",
                        "site",
                        SITE,
                        "roles",
                        List.of(Role.NURSE),
                        "active",
                        true,
                        "trainings",
                        List.of(Sparse.record(
                                Person.Training.class,
                                Map.of("topic", "thaw", "validUntil", LocalDate.of(2027, 1, 1))))));
    }

    public static Donor donor() {
        return Sparse.record(Donor.class, Map.of("name", new Personal("vault:2"), "autologous", true));
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
