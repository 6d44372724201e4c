package org.opencgt.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.Folding;
import org.opencgt.act.Ref;
import org.opencgt.subject.Audit;
import org.opencgt.subject.Delegation;
import org.opencgt.subject.Document;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Nonconformity;
import org.opencgt.subject.Person;
import org.opencgt.subject.Post;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

class SiteEffectsTest {

    private static final Ref<Site> MAKER = new Ref<>("site", "M1");
    private static final Ref<Site> HOSPITAL = new Ref<>("site", "H1");
    private static final Ref<Person> ANN = new Ref<>("person", "ann");
    private static final Ref<Product> PRODUCT = new Ref<>("product", "T1");
    private static final Ref<Document> REPORT = new Ref<>("document", "D1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void aPostIsHeldOnceForEachProductAndEndsForAll() {
        Folding fold = sites().act(
                        "2026-03-01T01:00:00Z", new Appoint(ANN, MAKER, Post.Kind.PROJECT_LEADER, PRODUCT, null, null))
                .act("2026-03-01T02:00:00Z", new Appoint(ANN, MAKER, Post.Kind.PROJECT_LEADER, PRODUCT, REPORT, null))
                .act("2026-03-01T03:00:00Z", new Appoint(ANN, MAKER, Post.Kind.PROJECT_LEADER, null, null, null))
                .act("2026-03-01T04:00:00Z", new Appoint(ANN, MAKER, Post.Kind.QUALITY_TESTING, null, null, null));
        assertThat(fold.state(MAKER).posts()).hasSize(3);

        fold.act("2026-03-02T01:00:00Z", new EndAppointment(ANN, MAKER, Post.Kind.PROJECT_LEADER, "left"));
        assertThat(fold.state(MAKER).posts()).extracting(Post::kind).containsExactly(Post.Kind.QUALITY_TESTING);
    }

    @Test
    void aLaterDelegationReplacesTheOneBefore() {
        Folding fold = sites().act(
                        "2026-03-01T01:00:00Z", new Delegate(HOSPITAL, ANN, List.of(Delegation.Task.INFUSION), DAY))
                .act("2026-03-01T02:00:00Z", new Delegate(HOSPITAL, ANN, List.of(Delegation.Task.OBSERVATION), DAY));
        assertThat(fold.state(HOSPITAL).delegations())
                .singleElement()
                .returns(List.of(Delegation.Task.OBSERVATION), Delegation::tasks);
    }

    @Test
    void aNonconformityStaysUntilItIsClosedUnderItsNumber() {
        Folding fold = sites().act(
                        "2026-03-01T01:00:00Z", new RecordNonconformity(MAKER, HOSPITAL, "NC-1", "goods", true, DAY))
                .act("2026-03-02T01:00:00Z", new CloseNonconformity(MAKER, HOSPITAL, "NC-2", "cleared", "locked"));
        assertThat(fold.state(MAKER).nonconformities()).singleElement().returns(null, Nonconformity::closed);

        fold.act("2026-03-03T01:00:00Z", new CloseNonconformity(MAKER, HOSPITAL, "NC-1", "cleared", "locked"));
        assertThat(fold.state(MAKER).nonconformities())
                .singleElement()
                .returns(LocalDate.of(2026, 3, 3), Nonconformity::closed)
                .returns("locked", Nonconformity::preventiveAction);
    }

    @Test
    void auditsOfOneKindAndPartyReplaceEachOther() {
        Folding fold = sites().act("2026-03-01T01:00:00Z", audit(Audit.Kind.SUPPLIER, Audit.Outcome.REJECTED))
                .act("2026-03-02T01:00:00Z", audit(Audit.Kind.SUPPLIER, Audit.Outcome.APPROVED))
                .act("2026-03-03T01:00:00Z", audit(Audit.Kind.TESTING_LABORATORY, Audit.Outcome.REJECTED));
        assertThat(fold.state(MAKER).audits())
                .extracting(Audit::outcome)
                .containsExactly(Audit.Outcome.APPROVED, Audit.Outcome.REJECTED);
    }

    @Test
    void aRegisterIsTakenOverRowByRowAndNeedsAnIdentifierForEach() {
        var rows = List.of(
                new ImportEquipment.Row("Tank", Equipment.Type.LIQUID_NITROGEN_TANK, null, null),
                new ImportEquipment.Row("Pump", Equipment.Type.INFUSION_PUMP, "P1", "SN-1"));
        Ref<Equipment> tank = new Ref<>("equipment", "tank");
        Ref<Equipment> pump = new Ref<>("equipment", "pump");
        Folding fold = sites().act("2026-03-01T01:00:00Z", new ImportEquipment(List.of(tank, pump), HOSPITAL, rows));
        assertThat(fold.state(tank)).returns("Tank", Equipment::name);
        assertThat(fold.state(pump))
                .returns("SN-1", Equipment::serialNumber)
                .returns(Equipment.Status.OUT_OF_SERVICE, Equipment::status)
                .returns(HOSPITAL, Equipment::site);

        assertThatThrownBy(() -> new ImportEquipment(List.of(tank), HOSPITAL, rows))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordAudit audit(Audit.Kind kind, Audit.Outcome outcome) {
        return new RecordAudit(
                MAKER, HOSPITAL, ANN, kind, DAY, List.of(Audit.Aspect.QUALIFICATION), outcome, REPORT, DAY);
    }

    private static Folding sites() {
        return new Folding()
                .act(
                        "2026-02-01T01:00:00Z",
                        new RegisterSite(MAKER, "Maker", Site.Institution.COMPANY, List.of(Site.Function.MANUFACTURER)))
                .act(
                        "2026-02-01T02:00:00Z",
                        new RegisterSite(
                                HOSPITAL, "Hospital", Site.Institution.HOSPITAL, List.of(Site.Function.HOSPITAL)));
    }
}
