package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The board of the demonstration's dose escalation: two toxicities of two at the third dose, one patient in the window. */
class EscalationBoardTest extends RunningServer {

    @Test
    void theBoardInEnglish() {
        Browser browser = browser().signIn("doctor.qin", PASSWORD).go("/?lang=en");
        browser.go(Page.subject(first("dose-escalation")));
        assertThat(browser.find(".board-head").getText())
                .contains("BOIN", "target 0.3", "Wait", "Level 3 (DL3) comes down however the open outcomes turn out");
        assertThat(browser.all(".board-levels tbody tr")).hasSize(3);
        assertThat(browser.all(".board-levels .dot-dlt")).hasSize(3);
        assertThat(browser.all(".board-levels .dot-no-dlt")).hasSize(8);
        assertThat(browser.all(".board-levels .dot-in-window")).hasSize(1);
        assertThat(browser.all(".board-levels .dot-not-treated")).hasSize(1);
        assertThat(browser.find(".board-waiting").getText()).contains("DF-013", "level 3");
        assertThat(browser.find(".matrix .here").getText()).startsWith("D");
        assertThat(browser.all(".matrix .possible"))
                .extracting(WebElement::getText)
                .hasSize(2);
        assertThat(browser.find(".at-actions").getText()).contains("Decide on the next dose");
    }

    @Test
    void theBoardInChinese() {
        Browser browser = browser().signIn("doctor.qin", PASSWORD).go("/?lang=zh-CN");
        browser.go(Page.subject(first("dose-escalation")));
        assertThat(browser.find(".board-head").getText()).contains("BOIN", "目标毒性 0.3", "等待", "水平 3（DL3）均须下调");
        assertThat(browser.find(".board-levels").getText()).contains("可评价 6，DLT 1", "队列 4 · 递增");
        assertThat(browser.find(".at-actions").getText()).contains("作出剂量决定");
        browser.go("/?lang=en");
    }

    @Test
    void theStudyLeadsToItsBoard() {
        Browser browser = browser().signIn("doctor.qin", PASSWORD).go("/?lang=en");
        browser.go(Page.subject(first("study", "code", "YX-DF-01")));
        browser.click(".tools a[href='" + Page.subject(first("dose-escalation")) + "']");
        browser.waitFor(".board-levels");
    }
}
