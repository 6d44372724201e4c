package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Following one product through the pages: subject, lineage, recall, shipment, bedside, guidelines, ledger. */
class ReadingTest extends RunningServer {

    @BeforeEach
    void enter() {
        if (browser().go("/").all("nav.side").isEmpty()) {
            browser().signIn("nurse.tang", PASSWORD);
        }
    }

    @Test
    void aSubjectPageTellsItsLife() {
        Browser browser = browser().go(Page.subject(first("unit", "status", "infused")));
        assertThat(texts(browser.all(".life-name")))
                .containsExactly(
                        "Donor",
                        "Collection",
                        "Manufacture",
                        "Release",
                        "Shipment",
                        "Receipt",
                        "Thaw",
                        "Infusion",
                        "Follow-up");
        assertThat(browser.find(".subject-status").getText()).isEqualTo("Infused");
        assertThat(texts(browser.all(".part-name"))).contains("Thaw", "Infusion", "Three checks, seven matches");
        assertThat(browser.find(".act-line").getText()).contains("Start the infusion", "Tang Min", "Verified");
        browser.click(".obstacles > summary");
        assertThat(browser.find(".obstacles").getText()).contains("Thaw", "Blocked", "CA-8.2.1a");
        browser.click(".life a[href*='/subjects/donor/']");
        browser.waitForAddress("/subjects/donor/");
        assertThat(browser.find(".subject-status").getText()).isEqualTo("Eligible");
    }

    @Test
    void aGateThatIsShutSaysSoBeforeAnybodyTries() {
        Browser browser = browser().go(Page.subject(first("unit", "status", "released")));
        browser.click(".obstacles > summary");
        assertThat(browser.find(".obstacles").getText())
                .contains(
                        "The unit was never accepted at the hospital; the receiver must finish the receipt inspection first.")
                .contains("CA-8.1.1");
        browser.click(".obstacles .obstacle a[href^='/acts/clinic.thaw']");
        browser.waitForAddress("/acts/clinic.thaw");
        assertThat(browser.find("#f-unit").getDomProperty("value")).isEqualTo(first("unit", "status", "released"));
    }

    @Test
    void theBoxFindsWhatIsScanned() {
        String unit = first("unit", "status", "infused");
        Browser browser = browser().go("/ledger");
        browser.find("body").sendKeys("/");
        browser.driver().switchTo().activeElement().sendKeys(id(unit), Keys.ENTER);
        browser.waitForAddress(Page.subject(unit));
        browser.find("#find").sendKeys("CA-8.2.4b", Keys.ENTER);
        browser.waitForAddress("/guidelines/clauses/CA-8.2.4b");
    }

    @Test
    void theLineageGoesFromDonorToRecipient() {
        String unit = first("unit", "status", "infused");
        Browser browser = browser().go(Page.subject(unit) + "/lineage");
        browser.waitFor("#graph[data-drawn=true]");
        String list = browser.find("#graph-edges").getText();
        assertThat(list).contains(id(first("donor")), id(first("batch")), id(first("recipient")), "Start the infusion");
        browser.click(".tabs a[href$='direction=up']");
        browser.waitFor("#graph[data-drawn=true]");
        assertThat(browser.find("#graph-edges").getText()).doesNotContain(id(first("recipient")));
        browser.click(".tabs a[href$='direction=down']");
        browser.waitFor("#graph[data-drawn=true]");
        assertThat(browser.find("#graph-edges").getText())
                .contains(id(first("recipient")))
                .doesNotContain(id(first("donor")));
    }

    @Test
    void aRecallFindsEveryDoseAndRecipient() {
        String vector = first("material-lot", "material", "CD19 CAR lentiviral vector");
        Browser browser = browser().go(Page.subject(vector) + "/lineage?direction=down");
        String recall = browser.find("#recall").getText();
        assertThat(recall)
                .contains("2 doses were made from it; one recipient has received one.")
                .contains(id(first("unit", "status", "infused")), "Infused", id(first("recipient")))
                .contains(id(first("unit", "status", "released")), "Released", "Nobody");
    }

    @Test
    void aShipmentShowsItsTemperatures() {
        List<String> shipments = List.of(first("shipment"));
        Browser browser = browser().go(Page.subject(shipments.getFirst()) + "/temperatures");
        browser.waitFor(".plot svg");
        assertThat(browser.text()).contains("Always within", "Lowest", "Highest", "Longest gap");
    }

    @Test
    void theBedsideTellsTheRightUnitFromTheWrongOne() {
        String unit = first("unit", "status", "infused");
        Browser browser = browser().go(Page.subject(unit) + "/bedside");
        assertThat(browser.text()).contains("Given with 14 min left", "Instructions for use of YX-CART19");
        browser.find("#scan-unit").sendKeys(id(unit), Keys.ENTER);
        browser.find("#scan-recipient").sendKeys("LJ-2026-0117", Keys.ENTER);
        browser.find("#scan-order").sendKeys(id(first("order")), Keys.ENTER);
        browser.waitForText("All scans match.");
        browser.go(Page.subject(unit) + "/bedside");
        browser.find("#scan-unit").sendKeys(id(first("unit", "status", "released")), Keys.ENTER);
        browser.find("#scan-recipient").sendKeys("LJ-2026-0117", Keys.ENTER);
        browser.find("#scan-order").sendKeys(id(first("order")), Keys.ENTER);
        browser.waitForText("Stop. This is not the right unit for this patient.");
    }

    @Test
    void theGuidelinesTellWhatServesThem() {
        Browser browser = browser().go("/guidelines?q=thaw&pack=CA");
        assertThat(browser.find("table.clauses").getText()).contains("CA-8.2.4b");
        browser.go("/guidelines/clauses/CA-8.2.6b");
        assertThat(browser.text()).contains("Infusion route as stated", "act.route in product.instructions.routes");
        browser.go(Page.subject(first("product")) + "/guidelines?status=met");
        assertThat(browser.text()).contains("CA-8.2.6b", "Met");
    }

    @Test
    void theLedgerVerifiesItself() {
        Browser browser = browser().go("/ledger");
        browser.click("form[action='/ledger/verification'] button");
        browser.waitForText("entries verified without a fault");
        assertThat(browser.find("pre.code").getText()).contains("opencgt.local/");
        browser.go("/ledger?subject=" + first("unit", "status", "infused"));
        browser.click("table.records tbody a[href^='/ledger/entries/']");
        browser.waitForAddress("/ledger/entries/");
        assertThat(browser.text()).contains("Signature verified", "Hash of the content");
    }

    @Test
    void anAddressThatNobodyKnowsIsSaidPlainly() {
        assertThat(browser().go("/subjects/unit/NOWHERE").text())
                .contains("Not found", "Nothing stands at this address");
        assertThat(browser().go("/acts/no.such-act").text()).contains("Not found");
    }

    private static List<String> texts(List<WebElement> elements) {
        return elements.stream().map(WebElement::getText).toList();
    }
}
