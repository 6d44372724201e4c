package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Acts performed, corrected at the field, and refused, through their forms. */
class ActFormTest extends RunningServer {

    private static final String REVIEW = "button[value=review]";
    private static final String SIGN = "button[value=sign]";

    @Test
    void whatIsMissingIsSaidAtItsField() {
        Browser browser = browser().signIn("nurse.tang", PASSWORD);
        browser.go(Page.act("clinic.thaw", first("unit", "status", "released")));
        browser.type("#f-temperature", "warm");
        browser.click(REVIEW);
        browser.waitFor("#problems");
        assertThat(browser.find("#problems").getText()).contains("Device: Please fill this in.");
        assertThat(browser.find("#f-temperature-error").getText()).isEqualTo("A number is expected.");
        assertThat(browser.find("#f-temperature").getDomProperty("value")).isEqualTo("warm");
        assertThat(browser.find("#f-temperature").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        browser.click("#problems a[href='#f-device']");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("f-device");
    }

    @Test
    void aTimeThatIsStillToComeIsRefused() {
        Browser browser = browser().signIn("nurse.tang", PASSWORD);
        browser.go(Page.act("clinic.hold", first("unit", "status", "released")));
        browser.type("#f--performedAt", "2999-01-01 08:00");
        browser.click(REVIEW);
        browser.waitFor("#problems");
        assertThat(browser.find("#f--performedAt-error").getText()).isEqualTo("This time lies in the future.");
    }

    @Test
    void theGateNamesTheClausesThatStandInTheWay() {
        Browser browser = browser().signIn("nurse.tang", PASSWORD);
        browser.go(Page.act("clinic.thaw", first("unit", "status", "released")));
        browser.type("#f-device", "equipment:thawer-1");
        browser.type("#f-area", "linjiang-thaw");
        browser.type("#f-temperature", "37");
        browser.type("#f-started", "2026-10-12 09:50");
        browser.type("#f-finished", "2026-10-12 09:55");
        for (String name : new String[] {"interrupted", "shaken", "shocked"}) {
            browser.click("input[name=" + name + "][value=false]");
        }
        browser.type("#f--performedAt", WHILE_ALL_IS_VALID);
        browser.click(REVIEW);
        late(browser);
        String verdict = browser.waitFor("#verdict").getText();
        assertThat(verdict)
                .contains("Blocked", "CA-8.1.1", "CA-8.2.1a")
                .contains(
                        "The unit was never accepted at the hospital; the receiver must finish the receipt inspection first.");
        assertThat(browser.all(SIGN)).isEmpty();
        browser.click("#verdict a.clause[href*='CA-8.1.1']");
        browser.waitForAddress("/guidelines/clauses/CA-8.1.1");
    }

    @Test
    void whatIsWrittenIsShownAsText() {
        String text = "<script>document.title='taken'</script>'; drop table entry; -- <img src=x onerror=alert(1)>";
        Browser browser = browser().signIn("quality.qian", PASSWORD);
        browser.go(Page.act("quality.open-deviation", first("batch")));
        browser.type("#f-description", text);
        browser.type("#f-occurred", "2026-10-12 09:00");
        browser.click("input[name=severity][value=minor]");
        browser.type("#f--performedAt", WHILE_ALL_IS_VALID);
        browser.click(REVIEW);
        late(browser);
        browser.waitFor(SIGN);
        assertThat(browser.text()).contains(text, "What is signed");
        browser.type("input[name='_password.0']", "not the password");
        browser.click(SIGN);
        browser.waitForText("Login or password is wrong.");
        browser.type("input[name='_password.0']", PASSWORD);
        browser.click(SIGN);
        browser.waitForAddress("/subjects/deviation/");
        assertThat(browser.text()).contains("Recorded and signed.", text);
        assertThat(browser.driver().getTitle()).doesNotContain("taken");
        browser.go("/find?q=" + java.net.URLEncoder.encode("<script>", java.nio.charset.StandardCharsets.UTF_8));
        assertThat(browser.text()).contains(text);
        assertThat(browser.driver().getTitle()).doesNotContain("taken");
        assertThat(browser.go("/ledger").text()).contains("Open a deviation");
    }

    @Test
    void twoPeopleSignAndOnePersonIsNotTwo() {
        Browser browser = browser().signIn("operator.chen", PASSWORD);
        browser.go(Page.act("manufacturing.clear-line", "area:yunxi-suite-1"));
        for (String name : new String[] {"materialsRemoved", "documentsRemoved", "cleaned", "disinfected"}) {
            browser.click("input[name=" + name + "][value=true]");
        }
        browser.type("#f-disinfectant", "Alcohol 75 %");
        browser.type("#f--performedAt", WHILE_ALL_IS_VALID);
        browser.type("#f--login-1", "operator.chen");
        browser.click(REVIEW);
        late(browser);
        assertThat(browser.waitForText("One person signs twice; a second person signs.")
                        .text())
                .contains("Blocked", "OC-M13");
        assertThat(browser.all(SIGN)).isEmpty();

        browser.type("#f--login-1", "operator.wu");
        browser.click(REVIEW);
        browser.waitFor(SIGN);
        browser.type("input[name='_password.0']", PASSWORD);
        browser.type("input[name='_password.1']", "not the password");
        browser.click(SIGN);
        browser.waitForText("Login or password is wrong.");
        assertThat(browser.all("#f--password-0-error")).isEmpty();
        assertThat(browser.find("#f--password-1-error").getText()).isEqualTo("Login or password is wrong.");
        browser.type("input[name='_password.0']", PASSWORD);
        browser.type("input[name='_password.1']", PASSWORD);
        browser.click(SIGN);
        browser.waitForAddress("/subjects/area/yunxi-suite-1?recorded=");
        String line = browser.find(".act-line > li").getText();
        assertThat(line).contains("Clear the line", "Chen Lu", "Performed", "Wu Jia", "Verified");
    }

    @Test
    void aScannerTypesWithoutSending() {
        Browser browser = browser().signIn("nurse.tang", PASSWORD);
        browser.go(Page.act("clinic.verify", first("unit", "status", "infused")));
        browser.find("#f-wristband").sendKeys("LJ-2026-0117", org.openqa.selenium.Keys.ENTER);
        assertThat(browser.all("#problems")).isEmpty();
        browser.find("#f-room").sendKeys("linjiang-room-1", org.openqa.selenium.Keys.ENTER);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("f-unitLabel");
        assertThat(browser.find("#f-wristband").getDomProperty("value")).isEqualTo("LJ-2026-0117");
    }

    /** Where the tests run later than the day of the act, the form asks why it is recorded late. */
    private static void late(Browser browser) {
        browser.waitFor("#problems, #verdict, " + SIGN);
        if (!browser.all("#f--lateReason").isEmpty()) {
            browser.type("#f--lateReason", "The network was down");
            browser.click(REVIEW);
            browser.waitFor("#verdict, " + SIGN);
        }
    }
}
