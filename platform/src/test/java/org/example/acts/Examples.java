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
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;

/** A small invented world for tests of rules: one autologous product, its batch, a unit, its recipient and a nurse. */
public final class Examples {

    public static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Unit.class,
                    Product.class,
                    Batch.class,
                    Recipient.class,
                    Order.class,
                    Equipment.class,
                    Person.class,
                    Site.class,
                    Donor.class,
                    Collection.class,
                    org.opencgt.subject.Deviation.class,
                    org.opencgt.subject.Document.class),
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
        return new Product(
                "Example CAR-T",
                "EX-1",
                Product.CellSource.AUTOLOGOUS,
                Product.CellType.CAR_T,
                true,
                Product.Form.FROZEN,
                Product.RiskClass.HIGH,
                SITE,
                true,
                Map.of("viability", new Product.Criterion(new BigDecimal("80"), null, "%", List.of(), "trypan blue")),
                Map.of(),
                instructions(),
                List.of());
    }

    private static Product.Instructions instructions() {
        return new Product.Instructions(
                "1",
                new BigDecimal("-196"),
                new BigDecimal("-150"),
                "dry shipper",
                Duration.ofHours(48),
                new BigDecimal("36"),
                new BigDecimal("38"),
                Duration.ofMinutes(30),
                null,
                List.of("saline"),
                null,
                null,
                List.of("intravenous"),
                List.of("leukocyte"),
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TEN,
                Duration.ofHours(4),
                List.of("temperature"),
                List.of(),
                Duration.ofHours(24),
                Duration.ofDays(5475));
    }

    public static Batch batch() {
        return new Batch(
                "EX-1-0001",
                PRODUCT,
                COLLECTION,
                SITE,
                RECIPIENT,
                "COI-1",
                Batch.Stage.RELEASED,
                NOON.minus(Duration.ofDays(20)),
                Map.of(),
                Map.of(
                        "viability",
                        new Batch.Result(
                                new BigDecimal("91.5"),
                                "%",
                                null,
                                true,
                                "trypan blue",
                                NOON.minus(Duration.ofDays(5)))),
                null,
                null,
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2027, 3, 10),
                new Batch.Release(NOON.minus(Duration.ofDays(4)), NURSE, "COA-1"),
                List.of());
    }

    public static Unit unit() {
        return new Unit(
                BATCH,
                PRODUCT,
                RECIPIENT,
                "COI-1",
                new BigDecimal("50"),
                new BigDecimal("100"),
                Unit.Status.ACCEPTED,
                LocalDate.of(2027, 3, 10),
                SITE,
                "A1",
                null,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    public static Recipient recipient() {
        return new Recipient(
                new Personal("vault:1"), "H1", SITE, "COI-1", DONOR, new BigDecimal("70"), null, List.of(), null, null);
    }

    public static Order order() {
        return new Order(
                RECIPIENT,
                PRODUCT,
                BATCH,
                SITE,
                Order.Status.CONDITIONED,
                new BigDecimal("100"),
                "intravenous",
                null,
                null,
                List.of(),
                null,
                null);
    }

    public static Person nurse() {
        return new Person(
                "Zhang Example",
                SITE,
                List.of(Role.NURSE),
                true,
                null,
                List.of(),
                List.of(new Person.Training("thaw", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))));
    }

    public static Donor donor() {
        return new Donor(new Personal("vault:2"), "f", 1980, true, null, null, null, false);
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
