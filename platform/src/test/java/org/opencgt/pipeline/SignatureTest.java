package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.SignIn;
import org.opencgt.access.Signer;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Entry;
import org.opencgt.subject.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who signs, with what, and as whom. */
class SignatureTest extends DemoServer {

    private static final char[] WRONG = "not-the-password".toCharArray();

    @Autowired
    private Enrolment enrolment;

    @Autowired
    private JdbcClient jdbc;

    private Outcome perform(String type, JsonNode act, Signer... by) {
        return pipeline.perform(Request.of(type, act, List.of(by)));
    }

    /** Somebody new, with the demonstration's password. */
    private Ref<Person> somebody(String... roles) {
        String login = Lots.login("somebody");
        assertThat(perform("organisation.register-person", Lots.person(login, "site:yunxi", roles), administrator()))
                .isInstanceOf(Outcome.Accepted.class);
        Ref<Person> person = Ref.parse("person:" + login);
        assertThat(enrolment.enrol(person, PASSWORD.toCharArray(), false, administrator()))
                .isInstanceOf(Outcome.Accepted.class);
        return person;
    }

    private Signer administrator() {
        return signer("administrator");
    }

    private static JsonNode reasoned(Ref<Person> person) {
        return Json.MAPPER.createObjectNode().put("person", person.toString()).put("reason", "A test");
    }

    @Test
    void aWrongPasswordOpensNothingAndNeitherDoesNobodys() {
        Ref<Person> person = somebody("warehouse");
        for (String login :
                List.of(person.id(), "nobody.at-all", "", "a'; drop table credential; --", "nul\0", "\uD800")) {
            assertThatExceptionOfType(NotSignedIn.class)
                    .isThrownBy(() -> credentials.open(login, WRONG))
                    .satisfies(e -> assertThat(e.fault().code()).isEqualTo("sign-in-refused"));
        }
        assertThat(credentials.open(person.id(), PASSWORD.toCharArray()).person())
                .isEqualTo(person);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountAlsoForTheRightOne() {
        Ref<Person> person = somebody("warehouse");
        for (int i = 1; i < 5; i++) {
            assertThat(credentials.signIn(person.id(), WRONG, null)).isEqualTo(new SignIn.Refused());
        }
        Instant before = Instant.now();
        assertThat(credentials.signIn(person.id(), WRONG, null))
                .isInstanceOfSatisfying(
                        SignIn.Locked.class,
                        locked -> assertThat(locked.until())
                                .isBetween(before.plus(Duration.ofMinutes(14)), before.plus(Duration.ofMinutes(16))));
        assertThat(credentials.signIn(person.id(), PASSWORD.toCharArray(), null))
                .isInstanceOf(SignIn.Locked.class);
        assertThatExceptionOfType(NotSignedIn.class)
                .isThrownBy(() -> credentials.open(person.id(), PASSWORD.toCharArray()))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("sign-in-locked"));
        expire(person);
        assertThat(credentials.signIn(person.id(), PASSWORD.toCharArray(), null))
                .isInstanceOf(SignIn.Granted.class);
        assertThat(credentials.signIn(person.id(), WRONG, null))
                .as("the count begins anew")
                .isEqualTo(new SignIn.Refused());
    }

    @Test
    void eachFurtherLockLastsTwiceAsLong() {
        Ref<Person> person = somebody("warehouse");
        for (int i = 0; i < 5; i++) {
            credentials.signIn(person.id(), WRONG, null);
        }
        expire(person);
        SignIn last = new SignIn.Refused();
        for (int i = 0; i < 5; i++) {
            last = credentials.signIn(person.id(), WRONG, null);
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        SignIn.Locked.class,
                        locked ->
                                assertThat(locked.until()).isAfter(Instant.now().plus(Duration.ofMinutes(29))));
    }

    private void expire(Ref<Person> person) {
        jdbc.sql("update credential set locked_until = now() - interval '1 minute' where login = ?")
                .param(person.id())
                .update();
    }

    @Test
    void nobodySignsWithAPasswordThatSomebodyElseGave() {
        Ref<Person> person = somebody("warehouse");
        char[] given = "given-by-another-1".toCharArray();
        enrolment.enrol(person, given, true, administrator());
        assertThatExceptionOfType(NotSignedIn.class)
                .isThrownBy(() -> credentials.open(person.id(), given))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("password-change-needed"));
        char[] own = "chosen-by-oneself-1".toCharArray();
        credentials.changePassword(person, given, own);
        assertThat(perform("material.receive-lot", Lots.received(), credentials.open(person.id(), own)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aPasswordIsLongAndNew() {
        Ref<Person> person = somebody("warehouse");
        for (String fresh : List.of("short", PASSWORD)) {
            assertThatExceptionOfType(NotSignedIn.class)
                    .isThrownBy(() -> credentials.changePassword(person, PASSWORD.toCharArray(), fresh.toCharArray()))
                    .satisfies(e -> assertThat(e.fault().code()).startsWith("password-s"));
        }
        assertThatExceptionOfType(NotSignedIn.class)
                .isThrownBy(() -> credentials.changePassword(person, WRONG, "chosen-by-oneself-1".toCharArray()));
        assertThat(credentials.open(person.id(), PASSWORD.toCharArray()).person())
                .isEqualTo(person);
    }

    @Test
    void aRoleIsNeeded() {
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() -> perform("material.receive-lot", Lots.received(), signer("nurse.tang")))
                .satisfies(e -> {
                    assertThat(e.fault().code()).isEqualTo("role");
                    assertThat(e.fault().path()).isEqualTo("signatures[0]");
                    assertThat(e.fault().parameters()).contains("nurse.tang", "warehouse");
                });
    }

    @Test
    void whoseRoleWasTakenActsNoMoreThoughTheKeyIsOpen() {
        Ref<Person> person = somebody("warehouse");
        Signer signer = credentials.open(person.id(), PASSWORD.toCharArray());
        assertThat(perform("material.receive-lot", Lots.received(), signer)).isInstanceOf(Outcome.Accepted.class);
        var roles =
                Json.MAPPER.createObjectNode().put("person", person.toString()).put("reason", "Moved");
        roles.putArray("roles").add("courier");
        perform("organisation.change-roles", roles, administrator());
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() -> perform("material.receive-lot", Lots.received(), signer));
    }

    @Test
    void whoLeftActsNoMore() {
        Ref<Person> person = somebody("warehouse");
        Signer signer = credentials.open(person.id(), PASSWORD.toCharArray());
        perform("organisation.deactivate-person", reasoned(person), administrator());
        long size = ledger.size();
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() -> perform("material.receive-lot", Lots.received(), signer))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("inactive"));
        assertThat(ledger.size()).isEqualTo(size);
    }

    @Test
    void aKeyCountsOnlyFromTheActThatMadeItKnown() {
        Ref<Person> person = somebody("warehouse");
        Signer earlier = credentials.open(person.id(), PASSWORD.toCharArray());
        Entry signed = ((Outcome.Accepted) perform("material.receive-lot", Lots.received(), earlier)).entry();
        Signer smuggled = credentials.enrol(person, "smuggled-password".toCharArray(), false);
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() -> perform("material.receive-lot", Lots.received(), smuggled))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("key"));
        enrolment.enrol(person, PASSWORD.toCharArray(), false, administrator());
        assertThatExceptionOfType(NotAuthorised.class)
                .as("the earlier key signs no more")
                .isThrownBy(() -> perform("material.receive-lot", Lots.received(), earlier));
        assertThat(PersonSignatures.of(jdbc).faults(signed.head(), signed.content()))
                .as("but what it signed stays signed")
                .isEmpty();
        assertThat(perform(
                        "material.receive-lot", Lots.received(), credentials.open(person.id(), PASSWORD.toCharArray())))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anAdministratorWhoMayNotGivesNoPassword() {
        Ref<Person> person = somebody("warehouse");
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() ->
                        enrolment.enrol(person, "taken-over-password".toCharArray(), false, signer("nurse.tang")));
        assertThat(credentials.open(person.id(), PASSWORD.toCharArray()).person())
                .as("the password is as it was")
                .isEqualTo(person);
    }

    @Test
    void anActTakesAsManySignersAsItAsksFor() {
        for (Signer[] by : new Signer[][] {{}, {signer("warehouse.he"), signer("quality.zhao")}}) {
            assertThatExceptionOfType(InvalidAct.class)
                    .isThrownBy(() -> perform("material.receive-lot", Lots.received(), by))
                    .satisfies(e -> assertThat(e.faults().getFirst().code()).isEqualTo("signatures"));
        }
    }

    @Test
    void aSignatureIsUnderItsContentAndNoOther() {
        Entry first =
                ((Outcome.Accepted) perform("material.receive-lot", Lots.received(), signer("warehouse.he"))).entry();
        Entry second =
                ((Outcome.Accepted) perform("material.receive-lot", Lots.received(), signer("warehouse.he"))).entry();
        PersonSignatures keys = PersonSignatures.of(jdbc);
        assertThat(keys.faults(first.head(), first.content())).isEmpty();
        assertThat(keys.faults(first.head(), second.content()))
                .singleElement()
                .asString()
                .contains("warehouse.he", "not under this content");
    }
}
