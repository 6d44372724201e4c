package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Coming in, being kept out, coming back. */
class DoorTest extends RunningServer {

    @Test
    void aDemoPersonIsOneClickAway() {
        Browser browser = browser().leave().go("/sign-in");
        assertThat(browser.text()).contains("Demo people", "exist only with the demo data");
        browser.click(".demo-person[data-login='doctor.qin']");
        browser.click("#sign-in button");
        browser.waitFor("nav.side");
        assertThat(browser.at()).isEqualTo("/");
        assertThat(browser.text()).contains("My work", "Qin Zhao", "Linjiang University Hospital", "Doctor");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Browser browser = browser().leave().go("/sign-in");
        enter(browser, "nurse.liu", "not the password");
        assertThat(browser.find("[role=alert]").getText()).isEqualTo("Login or password is wrong.");
        assertThat(browser.all("nav.side")).isEmpty();
        enter(browser, "nobody.here", PASSWORD);
        assertThat(browser.find("[role=alert]").getText()).isEqualTo("Login or password is wrong.");
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() {
        Browser browser = browser().leave().go("/sign-in");
        for (int i = 0; i < 5; i++) {
            enter(browser, "monitor.xie", "guess number " + i);
        }
        assertThat(browser.find("[role=alert]").getText())
                .startsWith("Too many wrong attempts. This account is locked until");
        enter(browser, "monitor.xie", PASSWORD);
        assertThat(browser.find("[role=alert]").getText()).startsWith("Too many wrong attempts.");
        assertThat(browser.all("nav.side")).isEmpty();
    }

    @Test
    void whoeverWasSentAwayComesBackToThePage() {
        Browser browser = browser().leave().go("/guidelines/clauses/CA-8.2.4b");
        assertThat(browser.at()).startsWith("/sign-in");
        enter(browser, "nurse.liu", PASSWORD);
        browser.waitFor("nav.side");
        assertThat(browser.at()).startsWith("/guidelines/clauses/CA-8.2.4b");
    }

    @Test
    void aFormOutlivesTheSession() {
        String unit = first("unit", "status", "released");
        Browser browser = browser().signIn("nurse.tang", PASSWORD).go(Page.act("clinic.hold", unit));
        String text = "Found outside its box. 盒外发现。";
        browser.type("#f-reason", text);
        browser.driver().manage().deleteCookieNamed("opencgt");
        browser.click("button[value=review]:not(.sr-only)");
        browser.waitForAddress("/sign-in");
        assertThat(browser.text()).contains("your session has ended");
        enter(browser, "nurse.tang", PASSWORD);
        browser.waitFor("nav.side");
        assertThat(browser.at()).startsWith("/acts/clinic.hold");
        assertThat(browser.text()).contains("What you had filled in is back");
        assertThat(browser.find("#f-reason").getDomProperty("value")).isEqualTo(text);
    }

    @Test
    void aFormIsNotShownToSomebodyElse() {
        String unit = first("unit", "status", "released");
        Browser browser = browser().signIn("nurse.tang", PASSWORD).go(Page.act("clinic.hold", unit));
        browser.type("#f-reason", "Mine alone");
        browser.driver().manage().deleteCookieNamed("opencgt");
        browser.click("button[value=review]:not(.sr-only)");
        browser.waitForAddress("/sign-in");
        enter(browser, "nurse.liu", PASSWORD);
        browser.waitFor("nav.side");
        browser.go(Page.act("clinic.hold", null));
        assertThat(browser.find("#f-reason").getDomProperty("value")).isEmpty();
    }

    @Test
    void theLanguageIsKept() {
        Browser browser = browser().signIn("nurse.liu", PASSWORD);
        browser.leaveBy("a.tool[lang=zh-CN]");
        assertThat(browser.waitFor("h1").getText()).isEqualTo("我的工作");
        browser.go("/ledger");
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("zh-CN");
        assertThat(browser.find("h1").getText()).isEqualTo("账本");
        browser.leaveBy("a.tool[lang=en]");
        assertThat(browser.waitFor("h1").getText()).isEqualTo("Ledger");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = browser().signIn("nurse.liu", PASSWORD);
        browser.click(".me summary");
        browser.click(".me form button");
        browser.waitForAddress("/sign-in");
        assertThat(browser.text()).contains("You are signed out.");
        assertThat(browser.go("/").at()).startsWith("/sign-in");
    }

    private static void enter(Browser browser, String login, String password) {
        browser.type("#login", login);
        browser.type("#password", password);
        browser.leaveBy("#sign-in button");
    }
}
